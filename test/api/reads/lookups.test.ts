import { embeddedLedger } from '../../support/ledger-database';
import { describeLookups } from '../../support/lookup-suite';

describeLookups('the embedded PostgreSQL', embeddedLedger);
