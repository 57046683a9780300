/**
 * Of the words and the drawing of all documents. The same facts under the same version are the same bytes, so a change
 * of either raises it; test/activities/letters/reproducible.test.ts knows the bytes of this one.
 */
export const TEMPLATE_VERSION = 1;
