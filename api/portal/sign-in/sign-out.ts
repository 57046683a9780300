import type { PortalDeps } from '../portal-deps';
import { endVisit } from '../sessions';
import type { PortalRoute } from '../visit';

export const signOutRoute = (deps: PortalDeps): PortalRoute => ({
  method: 'post',
  path: '/sign-out',
  async handle(_visit, req, res) {
    await endVisit(deps, req, res);
    res.redirect(303, '/portal/sign-in?reason=signedOut');
  },
});
