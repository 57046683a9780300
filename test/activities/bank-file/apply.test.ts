import { describeBankFiles } from '../../support/bank-file-suite';
import { embeddedLedger } from '../../support/ledger-database';

describeBankFiles('the embedded database', embeddedLedger);
