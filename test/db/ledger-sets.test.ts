import { embeddedLedger } from '../support/ledger-database';
import { describeLedgerSets } from '../support/ledger-sets-suite';

describeLedgerSets('the embedded PostgreSQL', embeddedLedger);
