/** An effect in name only: what is measured is its weight in Temporal. */
export function paymentActivities(collected: number[]) {
  return {
    collectPayment: async ({ number }: { leaseId: string; number: number; amountCents: number }): Promise<void> => {
      collected.push(number);
    },
  };
}

export type PaymentActivities = ReturnType<typeof paymentActivities>;
