import type { Language } from '../../pages/language';
import type { WorkGroup } from '../work-lists';

interface WorkWords {
  todayTitle: string;
  groups: Readonly<Record<WorkGroup, string>>;
  explained: Readonly<Record<WorkGroup, string>>;
  lists: string;
  nothingToDo: string;
  showMore: string;
  /** read out with the link: of which list */
  showMoreOf: (group: string) => string;
  store: string;
  allStores: string;
  show: string;
  columns: {
    lease: string;
    customer: string;
    invoice: string;
    amount: string;
    status: string;
    next: string;
    deadline: string;
    store: string;
  };
  search: { title: string; label: string; hint: string; button: string };
  found: (count: number, text: string) => string;
  foundMany: (max: number) => string;
  foundNothing: (text: string) => string;
  foundNothingHint: string;
}

export const WORK_WORDS: Readonly<Record<Language, WorkWords>> = {
  en: {
    todayTitle: 'Today',
    groups: {
      attention: 'Needs attention',
      deliverable: 'Ready to deliver',
      unsigned: 'Waiting for signature',
      delivered: 'Delivered, funding scheduled',
      funded: 'Funded in the last 7 days',
    },
    explained: {
      attention: 'Blocked, not delivered in time, about to expire, expired unsigned, or not paid as planned.',
      deliverable: 'Signed and paid for the first time: OK to deliver.',
      unsigned: 'The customer has not signed yet. Do not deliver.',
      delivered: 'The delivery date is known; the lease is funded on that day.',
      funded: 'Delivered. The store has been paid, or is about to be.',
    },
    lists: 'Lists of today',
    nothingToDo: 'Nothing here at the moment.',
    showMore: 'Show more',
    showMoreOf: (group) => `of “${group}”`,
    store: 'Store',
    allStores: 'All stores',
    show: 'Show',
    columns: {
      lease: 'Lease',
      customer: 'Customer',
      invoice: 'Invoice',
      amount: 'Amount',
      status: 'Status',
      next: 'Next step',
      deadline: 'Last day',
      store: 'Store',
    },
    search: {
      title: 'Search',
      label: 'Find a lease',
      hint: 'Lease number, invoice number or family name',
      button: 'Search',
    },
    found: (count, text) => `${count} ${count === 1 ? 'lease' : 'leases'} found for “${text}”.`,
    foundMany: (max) => `Only the newest ${max} are shown. Search by lease or invoice number to find an older one.`,
    foundNothing: (text) => `No lease found for “${text}”.`,
    foundNothingHint: 'Check the spelling. A name must be the whole family name; numbers must be complete.',
  },
  es: {
    todayTitle: 'Hoy',
    groups: {
      attention: 'Requiere atención',
      deliverable: 'Listo para entregar',
      unsigned: 'Pendiente de firma',
      delivered: 'Entregado, pago programado',
      funded: 'Financiado en los últimos 7 días',
    },
    explained: {
      attention: 'Bloqueado, no entregado a tiempo, por vencer, vencido sin firma o no pagado según lo previsto.',
      deliverable: 'Firmado y con el primer pago hecho: se puede entregar.',
      unsigned: 'El cliente aún no ha firmado. No entregue.',
      delivered: 'Se conoce la fecha de entrega; el arrendamiento se financia ese día.',
      funded: 'Entregado. Ya se pagó a la tienda, o está por pagarse.',
    },
    lists: 'Listas de hoy',
    nothingToDo: 'Nada por el momento.',
    showMore: 'Mostrar más',
    showMoreOf: (group) => `de «${group}»`,
    store: 'Tienda',
    allStores: 'Todas las tiendas',
    show: 'Mostrar',
    columns: {
      lease: 'Arrendamiento',
      customer: 'Cliente',
      invoice: 'Factura',
      amount: 'Importe',
      status: 'Estado',
      next: 'Siguiente paso',
      deadline: 'Último día',
      store: 'Tienda',
    },
    search: {
      title: 'Búsqueda',
      label: 'Buscar un arrendamiento',
      hint: 'Número de arrendamiento, número de factura o apellido',
      button: 'Buscar',
    },
    found: (count, text) =>
      `${count} ${count === 1 ? 'arrendamiento encontrado' : 'arrendamientos encontrados'} para «${text}».`,
    foundMany: (max) =>
      `Solo se muestran los ${max} más recientes. Busque por número de arrendamiento o de factura para hallar uno anterior.`,
    foundNothing: (text) => `No se encontró ningún arrendamiento para «${text}».`,
    foundNothingHint: 'Revise la ortografía. El apellido debe estar completo, y los números también.',
  },
};
