import type { Request } from 'express';
import { Choices, Select } from '../../../pages/field';
import { type FieldProblem, Form } from '../../../pages/form';
import { isLanguage, LANGUAGES } from '../../../pages/language';
import { sendPage } from '../../../pages/send-page';
import { fieldsOf } from '../../form-body';
import { PortalPage } from '../../portal-page';
import type { PortalRoute, Visit } from '../../visit';
import type { PageTools } from '../deps';
import { APPLICATIONS_PATH, applyPath } from '../paths';
import { START_WORDS } from './words';

/** A clerk begins an application, and gives the device to the customer without a session on it. */
export const applicationRoutes = (tools: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: '/applications',
    handle: async (visit, _req, res) => sendPage(res, <StartPage visit={visit} problems={[]} />),
  },
  {
    method: 'post',
    path: '/applications',
    async handle(visit, req, res) {
      const chosen = chosenIn(req, visit);
      if (!chosen) {
        const problems = [{ field: 'storeId', text: START_WORDS[visit.language].noStore }];
        return sendPage(res, <StartPage {...{ visit, problems }} />, { status: 400 });
      }
      const token = await tools.handovers.start(visit.caller, chosen);
      await tools.signOut(req, res);
      res.redirect(303, applyPath(token));
    },
  },
];

function chosenIn(req: Request, { stores }: Visit) {
  const fields = fieldsOf(req);
  const store = stores.find(({ storeId }) => storeId === fields.text('storeId'));
  const language = fields.text('language');
  return store && isLanguage(language) ? { storeId: store.storeId, language } : undefined;
}

function StartPage({ visit, problems }: { visit: Visit; problems: readonly FieldProblem[] }) {
  const { language, csrfToken, stores } = visit;
  const words = START_WORDS[language];
  const options = stores.map(({ storeId, name }) => ({ value: storeId, text: name }));
  const languages = LANGUAGES.map((value) => ({ value, text: words.languages[value] }));
  return (
    <PortalPage visit={visit} title={words.title} place="application">
      <p>{words.explanation}</p>
      <Form action={APPLICATIONS_PATH} {...{ csrfToken, language, problems }}>
        <Select name="storeId" label={words.store} {...{ options, problems }} isRequired />
        <Choices kind="radio" name="language" legend={words.language} options={languages} chosen={[language]} />
        <button type="submit" class="main">
          {words.start}
        </button>
      </Form>
    </PortalPage>
  );
}
