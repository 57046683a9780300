import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import { askEngine } from '../../workflows/lease/ask-engine';
import { hear, openDesk } from '../../workflows/lease/desk';
import type { LeaseApplication, Message } from '../../workflows/lease/messages';
import { allRecorded, keepRecords } from '../../workflows/lease/records';

export const submitInvoice = defineUpdate<string, [Message<'invoiceSubmitted'>]>('submitInvoice');

/** The same judgement and the same recording activity, behind the Update a caller would send without our API. */
export async function direct(application: LeaseApplication): Promise<void> {
  const desk = openDesk(application, undefined);
  setHandler(submitInvoice, async ({ invoice, ...by }) => {
    hear(desk, by, { event: 'invoiceSubmitted', invoice });
    await allRecorded(desk);
    return desk.verdicts.find(({ messageId }) => messageId === by.messageId)?.outcome ?? 'unheard';
  });
  void keepRecords(desk);
  await askEngine(desk);
  await condition(() => false);
}
