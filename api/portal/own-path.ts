/** Letters that mean nothing but themselves in a path and its query; no `//`, no backslash, no other host. */
const OWN_PATH = /^\/portal(?:[/?](?!\/)[A-Za-z0-9_./?=&%:+-]*)?$/;

/** Where to go next, as a form says it: one of our own pages, or the start. Nobody is sent anywhere else from here. */
export const ownPath = (text: string): string => (OWN_PATH.test(text) && !text.includes('//') ? text : '/portal');
