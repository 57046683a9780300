/** What a page says to the page around it, word for word as retailers know it (domain.md 2.4). */
export type FrameMessage =
  | 'Initialize: App loaded'
  | 'Lease Summary loaded'
  | 'Consent: Initial Payment'
  | 'Consent: Recurring Payment'
  | `Signature: ${number} of ${number}`
  | 'Signature: All completed'
  | 'Credit Card Collection'
  | 'Post Process: Complete';

/** Any page of a developer's own machine; `*` stands for its port. Nobody else can serve a page from there. */
const DEVELOPERS_OWN = 'http://127.0.0.1:*';

/** Who may show the page inside its own: those the retailer has named, and in the sandbox whoever develops against it. */
export function frameAncestors(embedOrigins: readonly string[], isSandbox: boolean): readonly string[] {
  return isSandbox ? [...embedOrigins, DEVELOPERS_OWN] : embedOrigins;
}
