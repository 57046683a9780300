import { describeFundingRuns } from '../support/funding-suite';
import { embeddedLedger } from '../support/ledger-database';

describeFundingRuns('the embedded database', embeddedLedger);
