import { describeBankFiles } from '../support/bank-file-suite';
import { postgresLedger } from '../support/ledger-database';

describeBankFiles('PostgreSQL', postgresLedger);
