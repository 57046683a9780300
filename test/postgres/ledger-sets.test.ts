import { postgresLedger } from '../support/ledger-database';
import { describeLedgerSets } from '../support/ledger-sets-suite';

describeLedgerSets('PostgreSQL', postgresLedger);
