// Tells the page around the signing page what happens in it (domain.md 2.4). Nothing here is needed to sign.
'use strict';

(() => {
  const embedding = document.getElementById('embedding');
  if (!embedding || window.parent === window) return;

  const allowed = JSON.parse(embedding.dataset.origins);
  const exact = allowed.filter((origin) => !origin.endsWith(':*'));
  const isAllowed = (origin) =>
    allowed.some((one) => (one.endsWith(':*') ? origin.replace(/:\d+$/, '') + ':*' === one : origin === one));

  // Who shows us: some browsers say it outright, the others by where the first page of the frame was asked from. Later
  // pages of the frame are asked from ours, so the first one's answer is kept; a frame without storage goes without.
  const known = () => {
    if (window.location.ancestorOrigins?.length) return window.location.ancestorOrigins[0];
    const referrer = document.referrer && new URL(document.referrer).origin;
    const first = referrer && referrer !== window.location.origin ? referrer : undefined;
    try {
      if (first) window.sessionStorage.setItem('embeddedBy', first);
      return first ?? window.sessionStorage.getItem('embeddedBy') ?? undefined;
    } catch {
      return first;
    }
  };

  // Never to "*". To an origin that is not the parent's the browser delivers nothing, so where it is not known each of
  // the retailer's own may be tried.
  const parent = known();
  const targets = parent === undefined ? exact : isAllowed(parent) ? [parent] : [];
  const said = new Set();
  const say = (message) => {
    if (said.has(message)) return;
    said.add(message);
    for (const origin of targets) window.parent.postMessage(message, origin);
  };

  for (const message of JSON.parse(embedding.dataset.says)) say(message);

  const form = document.querySelector('form.sign');
  if (!form) return;
  const tell = () => {
    for (const box of form.querySelectorAll('[data-tells]:checked')) say(box.dataset.tells);
    const isSigned = form.elements.signedName.value.trim() !== '' && form.elements.electronicSignature.checked;
    if (!isSigned) return;
    say('Signature: 1 of 1');
    say('Signature: All completed');
  };
  form.addEventListener('change', tell);
  form.addEventListener('submit', tell);
})();
