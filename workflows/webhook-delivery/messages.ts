export interface FailedDelivery {
  deliveryId: string;
}

/** One per delivery whose first attempt failed. */
export const webhookDeliveryId = (deliveryId: string): string => `webhook:${deliveryId}`;
