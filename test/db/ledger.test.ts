import { embeddedLedger } from '../support/ledger-database';
import { describeLedger } from '../support/ledger-suite';

describeLedger('the embedded PostgreSQL', embeddedLedger);
