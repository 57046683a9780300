import { describeStoresKilled } from '../support/stores-killed-suite';

const SEEDS_COUNT = 25;

describeStoresKilled(Array.from({ length: SEEDS_COUNT }, (_, index) => 100 + index));
