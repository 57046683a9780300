import { describeBooks } from '../support/books-suite';
import { postgresLedger } from '../support/ledger-database';

describeBooks('a PostgreSQL server', postgresLedger);
