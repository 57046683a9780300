import { LeaseError } from '../../domain/errors';
import { answersUpTo, firstAnswerOn } from '../../domain/simulated-bank/answer-file';
import { type Bank, BankRefusedFile } from '../ports';
import type { SandboxBankStore } from './sandbox-bank-store';

/**
 * The simulated bank of the sandbox: reads what it is handed with its own reader, settles on banking days, and answers
 * by the receiver's account (api.md "simulated bank"). A day it has spoken for stays as it is, however often it is asked.
 */
export function sandboxBank(store: SandboxBankStore): Bank {
  return {
    async deliver(file) {
      if ((await store.keep(file, answeredFrom(file.text))) === 'taken') {
        throw new BankRefusedFile('bank: refused in the sandbox: the name was used for another file');
      }
    },
    async collect(businessOn) {
      await store.close(businessOn, (pending) => answersUpTo(businessOn, pending));
      return await store.said(businessOn);
    },
  };
}

function answeredFrom(text: string) {
  try {
    return firstAnswerOn(text);
  } catch (error) {
    if (error instanceof LeaseError) throw new BankRefusedFile(error.message);
    throw error;
  }
}
