/**
 * How a card gets onto the page. Live: fields that the processor's script draws, so that the number goes from the
 * browser to the processor and only a token comes to us. Sandbox: a choice of tokens.
 */
export type CardEntry = { kind: 'sandbox' } | { kind: 'hosted'; scriptUrl: string };

export const SANDBOX_CARDS = ['tok_ok', 'tok_declined', 'tok_prepaid', 'tok_error'] as const;
export type SandboxCard = (typeof SANDBOX_CARDS)[number];
