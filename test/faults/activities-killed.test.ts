import { describeActivities } from '../support/activity-suite';
import { embeddedLedger } from '../support/ledger-database';

describeActivities('the embedded database', embeddedLedger);
