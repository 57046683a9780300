/** To be filled by its owner. */
export type ReturnFiles = object;
