import { postgresLedger } from '../support/ledger-database';
import { describeLedger } from '../support/ledger-suite';

describeLedger('a PostgreSQL server', postgresLedger);
