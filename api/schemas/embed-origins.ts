import { z } from 'zod';

/** Retailers have one shop and some to try things out. */
const ORIGINS_MAX_COUNT = 20;

/** A host name and nothing else: what stands here goes into a header of the page as it is. */
const ORIGIN = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?$/;

const Origin = z
  .string()
  .max(255)
  .regex(ORIGIN, 'must be an https origin in lower case, https://shop.example.com, without a path or wildcard')
  .refine((text) => !ORIGIN.test(text) || URL.parse(text)?.origin === text, {
    params: { code: 'wrong_format' },
    message: 'must be an origin as browsers write it: no default port, a real host',
  });

const embedOrigins = z
  .array(Origin)
  .max(ORIGINS_MAX_COUNT)
  .refine((origins) => new Set(origins).size === origins.length, {
    params: { code: 'duplicate' },
    message: 'must not name an origin twice',
  });

export const EmbedOriginsBody = z.strictObject({ embedOrigins });

export const EmbedOrigins = z.strictObject({ merchantId: z.string(), embedOrigins: z.array(z.string()) });
