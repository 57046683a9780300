import type { FrameMessage } from '../embedding';

interface EmbeddingProps {
  /** whom `sign.js` may speak to; the browser lets nobody else show the page */
  frameAncestors: readonly string[];
  /** what is said as soon as the page is there */
  says?: readonly FrameMessage[];
}

export function Embedding({ frameAncestors, says = [] }: EmbeddingProps) {
  return <div id="embedding" hidden data-origins={JSON.stringify(frameAncestors)} data-says={JSON.stringify(says)} />;
}
