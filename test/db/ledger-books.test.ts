import { describeBooks } from '../support/books-suite';
import { embeddedLedger } from '../support/ledger-database';

describeBooks('the embedded PostgreSQL', embeddedLedger);
