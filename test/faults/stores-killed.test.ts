import { SEEDS } from '../support/seeds';
import { describeStoresKilled } from '../support/stores-killed-suite';

describeStoresKilled(SEEDS);
