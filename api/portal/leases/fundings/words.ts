import type { FundingRunState } from '../../../../db/schema-money';
import type { Language } from '../../../pages/language';

interface FundingWords {
  title: string;
  explanation: string;
  none: string;
  run: string;
  businessOn: string;
  state: string;
  gross: string;
  adjustments: string;
  carryIn: string;
  carryOut: string;
  paid: string;
  effectiveOn: string;
  traceNumber: string;
  older: string;
  newest: string;
  runTitle: (runId: string) => string;
  download: string;
  lines: string;
  noLines: string;
  kind: string;
  lease: string;
  invoice: string;
  net: string;
  moreLines: string;
  back: string;
  states: Readonly<Record<FundingRunState, string>>;
}

const ENGLISH: FundingWords = {
  title: 'Funding',
  explanation: 'What we pay you, banking day by banking day: funded leases, less returns and price adjustments.',
  none: 'There was no funding run yet.',
  run: 'Run',
  businessOn: 'Banking day',
  state: 'State',
  gross: 'Funded leases',
  adjustments: 'Returns, price adjustments, fees',
  carryIn: 'Carried over from before',
  carryOut: 'Carried over to the next run',
  paid: 'Paid to you',
  effectiveOn: 'In your account on',
  traceNumber: 'Trace number',
  older: 'Older runs',
  newest: 'Newest runs',
  runTitle: (runId) => `Funding run ${runId}`,
  download: 'Download the report (CSV)',
  lines: 'Lines of this run',
  noLines: 'This run holds nothing of yours.',
  kind: 'Kind',
  lease: 'Lease',
  invoice: 'Invoice',
  net: 'Amount',
  moreLines: 'More lines',
  back: 'All runs',
  states: { held: 'Held', released: 'Released', sent: 'Sent to the bank', settled: 'Settled' },
};

const SPANISH: FundingWords = {
  title: 'Pagos a la tienda',
  explanation:
    'Lo que le pagamos cada día bancario: arrendamientos financiados, menos devoluciones y ajustes de precio.',
  none: 'Todavía no hubo ningún lote de pagos.',
  run: 'Lote',
  businessOn: 'Día bancario',
  state: 'Estado',
  gross: 'Arrendamientos financiados',
  adjustments: 'Devoluciones, ajustes de precio, cargos',
  carryIn: 'Saldo del lote anterior',
  carryOut: 'Saldo para el próximo lote',
  paid: 'Pagado a usted',
  effectiveOn: 'En su cuenta el',
  traceNumber: 'Número de rastreo',
  older: 'Lotes anteriores',
  newest: 'Lotes más recientes',
  runTitle: (runId) => `Lote de pagos ${runId}`,
  download: 'Descargar el informe (CSV)',
  lines: 'Líneas de este lote',
  noLines: 'Este lote no contiene nada suyo.',
  kind: 'Tipo',
  lease: 'Arrendamiento',
  invoice: 'Factura',
  net: 'Importe',
  moreLines: 'Más líneas',
  back: 'Todos los lotes',
  states: { held: 'Retenido', released: 'Liberado', sent: 'Enviado al banco', settled: 'Liquidado' },
};

export const FUNDING_WORDS: Readonly<Record<Language, FundingWords>> = { en: ENGLISH, es: SPANISH };
