import { sendPage } from '../../pages/send-page';
import { rememberSearch, searchTextOf } from '../cookies';
import { fieldsOf } from '../form-body';
import { isSecure } from '../is-secure';
import type { PortalDeps } from '../portal-deps';
import type { PortalRoute, Visit } from '../visit';
import { FOUND_MAX } from '../work-lists';
import { listChoice } from './list-choice';
import { FoundPage, TodayPage } from './today-page';

/** Longer than any number or name that could be found. */
const TEXT_MAX = 100;

const storesOf = ({ stores }: Visit) => stores.map(({ storeId }) => storeId);

export const todayRoutes = ({ lists, ...deps }: PortalDeps): PortalRoute[] => [
  {
    method: 'get',
    path: '/',
    async handle(visit, req, res) {
      const choice = listChoice(req, visit.stores);
      const storeIds = choice.storeId === undefined ? storesOf(visit) : [choice.storeId];
      const today = await lists.today(visit.caller, storeIds, choice.shown);
      sendPage(res, <TodayPage visit={visit} today={today} choice={choice} />);
    },
  },
  {
    method: 'get',
    path: '/search',
    async handle(visit, req, res) {
      const text = searchTextOf(req);
      const rows = text === '' ? [] : await lists.search(visit.caller, storesOf(visit), text);
      sendPage(res, <FoundPage visit={visit} text={text} rows={rows} max={FOUND_MAX} />);
    },
  },
  {
    method: 'post',
    path: '/search',
    async handle(_visit, req, res) {
      rememberSearch(res, fieldsOf(req).text('text').slice(0, TEXT_MAX), isSecure(deps, req));
      res.redirect(303, '/portal/search');
    },
  },
];
