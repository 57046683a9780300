import { describeActivities } from '../support/activity-suite';
import { postgresLedger } from '../support/ledger-database';

describeActivities('PostgreSQL', postgresLedger);
