import { day, money } from '../../pages/formatting';
import type { ShownAgreement } from '../agreement-shape';
import type { AgreementLabels } from '../words';

interface PaymentsProps {
  agreement: ShownAgreement;
  labels: AgreementLabels;
}

/** A year of payments is up to 52 rows: a plain table, which stays one where the screen is narrow. */
export function Payments({ agreement: { amounts, payments, language }, labels }: PaymentsProps) {
  const totalToOwn = money(amounts.totalToOwnCents);
  const rows = [
    { number: '–', due: labels.atSigning, amount: money(amounts.initialPaymentCents) },
    ...payments.estimated.map(({ number, dueOn, amountCents }) => ({
      number: String(number),
      due: day(dueOn, language),
      amount: money(amountCents),
    })),
  ];
  return (
    <table class="tight">
      <caption class="hidden">{labels.payments}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.paymentNumber}</th>
          <th scope="col">{labels.dueOn}</th>
          <th scope="col" class="number">
            {labels.amount}
          </th>
          <th scope="col" class="number">
            {labels.totalToOwn}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, due, amount }) => (
          <tr key={number}>
            <td>{number}</td>
            <td>{due}</td>
            <td class="number">{amount}</td>
            <td class="number">{totalToOwn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
