import { embeddedLedger } from '../support/ledger-database';
import { describeRecording } from '../support/recording-suite';

describeRecording('the embedded database', embeddedLedger);
