import type { Request, Response } from 'express';
import { LeaseError } from '../../../domain/errors';
import { type StoreId, storeId } from '../../../domain/ids';
import type { FieldProblem } from '../../pages/form';
import { sendPage } from '../../pages/send-page';
import type { Manager, PeopleProblem, Person } from '../accounts';
import { fieldsOf } from '../form-body';
import type { PortalDeps } from '../portal-deps';
import { queryText } from '../query-text';
import type { PortalRoute, Visit } from '../visit';
import { inviteRoutes } from './invite-routes';
import { managerOf } from './manager';
import { PeoplePage } from './people-page';
import { PEOPLE_DONE, PEOPLE_WORDS, type PeopleDone } from './people-words';
import { PersonPage } from './person-page';

/** Whoever manages a retailer's stores manages its people. */
export const peopleRoutes = (deps: PortalDeps): PortalRoute[] => {
  const { accounts } = deps;
  const change = (
    path: string,
    done: PeopleDone,
    make: (by: Manager, userId: string, req: Request) => Promise<PeopleProblem | undefined>,
  ): PortalRoute => ({
    method: 'post',
    path: `/people/:userId/${path}`,
    handle: async (visit, req, res) => {
      const person = await personOf(deps, visit, req);
      const problem = await make(managerOf(visit), person.userId, req);
      if (problem === undefined) return res.redirect(303, `/portal/people?done=${done}`);
      showPerson(visit, person, [{ text: PEOPLE_WORDS[visit.language].problems[problem] }], res);
    },
  });
  const routes: PortalRoute[] = [
    {
      method: 'get',
      path: '/people',
      async handle(visit, req, res) {
        const { merchantId } = managerOf(visit);
        const [people, invitations] = [await accounts.people(merchantId), await accounts.invitations(merchantId)];
        const done = PEOPLE_DONE.find((one) => one === queryText(req, 'done'));
        sendPage(res, <PeoplePage {...{ visit, people, invitations, done }} />);
      },
    },
    ...inviteRoutes(deps),
    {
      method: 'get',
      path: '/people/:userId',
      handle: async (visit, req, res) => showPerson(visit, await personOf(deps, visit, req), [], res, 200),
    },
    change('deactivation', 'deactivated', (by, userId) => accounts.setActive(by, userId, false)),
    change('activation', 'activated', (by, userId) => accounts.setActive(by, userId, true)),
    change('sessions', 'sessions', (by, userId) => accounts.endSessions(by, userId)),
    change('stores', 'stores', (by, userId, req) => accounts.setStores(by, userId, storesIn(req))),
  ];
  return routes.map((route) => ({ ...route, roles: ['manager'] }));
};

const storesIn = (req: Request): StoreId[] => fieldsOf(req).all('stores').map(storeId);

/** @throws LeaseError NOT_FOUND, also for another retailer's person */
async function personOf({ accounts }: PortalDeps, visit: Visit, req: Request): Promise<Person> {
  const people = await accounts.people(managerOf(visit).merchantId);
  const person = people.find(({ userId }) => userId === req.params['userId']);
  if (!person) throw new LeaseError('NOT_FOUND', 'no such person');
  return person;
}

function showPerson(
  visit: Visit,
  person: Person,
  problems: readonly FieldProblem[],
  res: Response,
  status = 422,
): void {
  sendPage(res, <PersonPage visit={visit} person={person} problems={problems} />, { status });
}
