import { Form, type FieldProblem } from '../../../pages/form';
import type { Visit } from '../../visit';
import { ActionPage } from '../action-page';
import { OrderList } from '../order-list';
import { actionPath, leasePath } from '../paths';
import type { Situation } from '../situation';
import { CANCELLATION_WORDS } from './words';

interface CancellationPageProps {
  visit: Visit;
  situation: Situation;
  problems: readonly FieldProblem[];
}

/** Asked once more, because nothing brings the order back. */
export function CancellationPage({ visit, situation, problems }: CancellationPageProps) {
  const { language, csrfToken } = visit;
  const { lease, desk } = situation;
  const words = CANCELLATION_WORDS[language];
  return (
    <ActionPage visit={visit} situation={situation} action="cancel" title={words.title} problems={problems}>
      <p>{words.explanation}</p>
      <p>{lease.status === 'contracts' ? words.noPayment : words.refund}</p>
      <OrderList lines={desk.lines} language={language} />
      <Form action={actionPath(lease.leaseId, 'cancel')} {...{ csrfToken, language, problems }}>
        <div class="actions">
          <button type="submit" class="grave">
            {words.confirm}
          </button>
          <a class="button" href={leasePath(lease.leaseId)}>
            {words.keep}
          </a>
        </div>
      </Form>
    </ActionPage>
  );
}
