/** To be filled by its owner. */
export type OperationsDesk = object;
