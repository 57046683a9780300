import type { Request } from 'express';

/** Live is served over https, whatever a proxy forgets to say; the sandbox on this machine need not be. */
export const isSecure = ({ isSandbox }: { isSandbox: boolean }, req: Request): boolean => !isSandbox || req.secure;
