import fc from 'fast-check';
import { addBankingDays, onOrNextBankingDay } from '../../../domain/banking-calendar';
import { calendarDate, dateOfEpochDay, epochDay, type CalendarDate } from '../../../domain/calendar-date';
import { cents, ZERO_CENTS } from '../../../domain/cents';
import type { AchBatch, AchEntry, AchFile } from '../../../domain/nacha/ach-file';
import { checkDigit } from '../../../domain/nacha/routing-number';
import { kindOf, type TransactionCode } from '../../../domain/nacha/transaction-codes';

const PRINTABLE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter(
  (letter) => !/[a-z]/.test(letter),
);

/** Text as a file gives it back: upper-case ASCII without space at either end. */
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...PRINTABLE), minLength: 1, maxLength })
    .filter((letters) => letters.trim() === letters);

const DIGITS = Array.from('0123456789');
const MODIFIERS = Array.from('ABCXYZ0189');

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });

const routingNumber = digits(8).map((eight) => `${eight}${checkDigit(eight)}`);

/** Leaves the field out half of the time, because blank is read as absent. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<K, T>>> =>
  fc.record({ [key]: value } as Record<K, fc.Arbitrary<T>>, { requiredKeys: [] });

const bankingDay = fc
  .integer({ min: epochDay(calendarDate('2021-01-04')), max: epochDay(calendarDate('2090-12-01')) })
  .map((day) => onOrNextBankingDay(dateOfEpochDay(day)));

const CREDITS: TransactionCode[] = ['22', '23', '32', '33', '42', '43', '52', '53'];
const DEBITS: TransactionCode[] = ['27', '28', '37', '38', '47', '48', '55'];
const CODES = { 220: CREDITS, 225: DEBITS, 200: [...CREDITS, ...DEBITS] } as const;

/** Without its trace number: that is given when the order of the entries is known. */
const entry = (codes: readonly TransactionCode[]): fc.Arbitrary<Omit<AchEntry, 'traceNumber'>> =>
  fc
    .tuple(
      fc.record({
        transactionCode: fc.constantFrom(...codes),
        routingNumber,
        accountNumber: text(17),
        amountCents: fc.integer({ min: 1, max: 9_999_999_999 }).map(cents),
        identificationNumber: text(15),
        receiverName: text(22),
      }),
      maybe('discretionaryData', text(2)),
      maybe(
        'addenda',
        text(80).map((paymentInformation) => ({ kind: '05' as const, paymentInformation })),
      ),
    )
    .map(([fields, ...more]) => ({
      ...fields,
      ...(kindOf(fields.transactionCode) === 'prenote' ? { amountCents: ZERO_CENTS } : {}),
      ...Object.assign({}, ...more),
    }));

type Untraced = Omit<AchBatch, 'entries'> & { entries: Omit<AchEntry, 'traceNumber'>[] };

function batch(createdOn: CalendarDate): fc.Arbitrary<Untraced> {
  return fc.constantFrom('200' as const, '220' as const, '225' as const).chain((serviceClass) =>
    fc.record({
      header: fc
        .tuple(
          fc.record({
            serviceClass: fc.constant(serviceClass),
            companyName: text(16),
            companyIdentification: text(10),
            entryClass: fc.constantFrom('CCD' as const, 'PPD' as const, 'WEB' as const, 'TEL' as const),
            entryDescription: text(10),
            effectiveOn: fc.constant(addBankingDays(createdOn, 1)),
            originatingBank: digits(8),
            batchNumber: fc.constant(1),
          }),
          maybe('companyDiscretionaryData', text(20)),
          maybe('descriptiveDate', text(6)),
        )
        .map(([fields, ...more]) => ({ ...fields, ...Object.assign({}, ...more) })),
      entries: fc.array(entry(CODES[serviceClass]), { minLength: 1, maxLength: 6 }),
    }),
  );
}

/** Numbers batches and traces upwards through the file, as a run does. */
function numbered(batches: readonly Untraced[]): AchBatch[] {
  let sequence = 0;
  return batches.map(({ header, entries }, at) => ({
    header: { ...header, batchNumber: at + 1 },
    entries: entries.map((each) => ({
      ...each,
      traceNumber: `${header.originatingBank}${String((sequence += 1)).padStart(7, '0')}`,
    })),
  }));
}

/** A file an originator may send on the day it is created. */
export const originatedFile: fc.Arbitrary<AchFile> = bankingDay.chain((createdOn) =>
  fc
    .tuple(
      fc.record({
        immediateDestination: routingNumber,
        immediateOrigin: digits(10),
        createdOn: fc.constant(createdOn),
        createdTime: fc.integer({ min: 0, max: 1439 }).map(timeOfDay),
        fileIdModifier: fc.constantFrom(...MODIFIERS),
        destinationName: text(23),
        originName: text(23),
      }),
      maybe('reference', text(8)),
      fc.array(batch(createdOn), { minLength: 1, maxLength: 3 }),
    )
    .map(([fields, reference, batches]) => ({ header: { ...fields, ...reference }, batches: numbered(batches) })),
);

const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;

const returnAddenda = fc
  .tuple(
    fc.record({
      kind: fc.constant('99' as const),
      returnCode: digits(2).map((two) => `R${two}`),
      originalTraceNumber: digits(15),
      originalReceivingBank: digits(8),
      traceNumber: digits(15),
    }),
    maybe('diedOn', bankingDay),
    maybe('information', text(44)),
  )
  .map(([fields, ...more]) => ({ ...fields, ...Object.assign({}, ...more) }));

const changeAddenda = fc.record({
  kind: fc.constant('98' as const),
  changeCode: digits(2).map((two) => `C${two}`),
  originalTraceNumber: digits(15),
  originalReceivingBank: digits(8),
  correctedData: text(29),
  traceNumber: digits(15),
});

const RETURN_CODES: TransactionCode[] = ['21', '26', '31', '36'];

/** A file the bank may send: each batch turned into returns, or into notifications of change. */
export const returnedFile: fc.Arbitrary<AchFile> = fc
  .tuple(
    originatedFile,
    fc.array(fc.tuple(fc.boolean(), returnAddenda, changeAddenda, fc.constantFrom(...RETURN_CODES)), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(([{ header, batches }, turns]) => ({
    header,
    batches: batches.map(({ header: { effectiveOn, ...rest }, entries }, at): AchBatch => {
      const [isChange = false, returned, change, transactionCode = '21' as const] = turns[at] ?? [];
      const addenda = isChange ? change : returned;
      return {
        header: isChange
          ? { ...rest, entryClass: 'COR' }
          : { ...rest, settlementDay: '187', ...(effectiveOn && { effectiveOn }) },
        entries: entries.map((each) => ({ ...each, transactionCode, ...(addenda && { addenda }) })),
      };
    }),
  }));
