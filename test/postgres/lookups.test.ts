import { postgresLedger } from '../support/ledger-database';
import { describeLookups } from '../support/lookup-suite';

describeLookups('a PostgreSQL server', postgresLedger);
