import { z } from 'zod';
import { CardToken } from './one-time-payment';
import { code } from './text';

/** The customer buys the goods at the price of a quote that is still good. */
export const PurchaseAcceptanceBody = z.strictObject({ quoteId: code(64), cardToken: CardToken });
