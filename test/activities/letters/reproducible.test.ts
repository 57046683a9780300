import { createHash } from 'node:crypto';
import { renderPdf } from '../../../activities/pdf/render-pdf';
import { LANGUAGES } from '../../../domain/agreement/agreement-document';
import { TEMPLATE_VERSION } from '../../../domain/letters/template-version';
import { writeLetter } from '../../../domain/letters/write-letter';
import { everyFacts } from '../../domain/letters/letter-fixture';

/**
 * The first 16 digits of the SHA-256 of each kind in each language. They change only together with `TEMPLATE_VERSION`:
 * whoever changes words or drawing raises it and writes down the new ones.
 */
const BYTES_OF_VERSION: Readonly<Record<number, Record<string, string>>> = {
  1: {
    'buyout_notice en': 'e94908a17c6dd9cd',
    'buyout_notice es': '6230b898b949d60c',
    'cancellation_letter en': '8360ac5522bf5684',
    'cancellation_letter es': '9a4e6a99b3d8c1cd',
    'expiry_warning en': 'f318f949c3097915',
    'expiry_warning es': '207f6d8286a13046',
    'funded_notice en': 'ebd8be7b9a31bc56',
    'funded_notice es': 'c1c8aa0ac4acb533',
    'initial_payment_receipt en': 'c34974903dcdb24b',
    'initial_payment_receipt es': 'f64b3c026c603b58',
    'ownership_letter en': '4a31d914ccd31c67',
    'ownership_letter es': 'c2449a168e965e15',
    'return_receipt en': 'b315684ba4e37f27',
    'return_receipt es': '7d61bdda0118b2cb',
    'signed_agreement en': 'c381aaa9b61f852f',
    'signed_agreement es': '2706e5e5571c20b8',
  },
};

describe('the bytes of documents', () => {
  it('are those of the template’s version, on every machine and day', async () => {
    const made: Record<string, string> = {};
    for (const language of LANGUAGES) {
      for (const facts of everyFacts({ language, governingState: 'NY' })) {
        const bytes = await renderPdf(writeLetter(facts));
        made[`${facts.kind} ${language}`] = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      }
    }
    expect(made).toEqual(BYTES_OF_VERSION[TEMPLATE_VERSION]);
  });
});
