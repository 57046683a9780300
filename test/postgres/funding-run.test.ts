import { describeFundingRuns } from '../support/funding-suite';
import { postgresLedger } from '../support/ledger-database';

describeFundingRuns('PostgreSQL', postgresLedger);
