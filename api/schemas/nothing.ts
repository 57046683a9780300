import { z } from 'zod';

/** No parameter in the path or the query: one that is sent all the same is a mistake to be told of. */
export const Nothing = z.strictObject({});

/** No body; an empty object, which some clients cannot help sending, counts as none. */
export const NoBody = z.strictObject({}).optional();
