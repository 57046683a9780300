import type { ReturnFiles } from '../../../api/money/returns-port';

export const fakeReturnFiles = (): ReturnFiles => ({});
