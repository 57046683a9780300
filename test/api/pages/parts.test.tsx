import { renderToStaticMarkup } from 'preact-render-to-string';
import { Choices, Field } from '../../../api/pages/field';
import { Form } from '../../../api/pages/form';
import { Table } from '../../../api/pages/table';

const HOSTILE = `"><script>alert(1)</script>`;

describe('parts of pages', () => {
  it('tell a screen reader what a field is, what helps and what is wrong with it', () => {
    const problems = [{ field: 'url', text: HOSTILE }];
    const html = renderToStaticMarkup(
      <Form action="/x" csrfToken="token" language="es" problems={problems}>
        <Field name="url" label="Address" hint="https" value={HOSTILE} problems={problems} isRequired />
        <Choices name="all" legend="Which" kind="radio" options={[{ value: '1', text: 'One' }]} />
      </Form>,
    );
    expect(html).toContain('<label for="field-url">Address</label>');
    expect(html).toContain('id="field-url" name="url" aria-describedby="hint-url error-url" aria-invalid="true"');
    expect(html).toContain('<h2 id="problems-title">Revise lo siguiente</h2>');
    expect(html).toContain('<a href="#field-url">');
    expect(html).toContain('<legend>Which</legend>');
    expect(html).toContain('name="csrf" value="token"');
    expect(html).not.toContain('<script>');
  });

  it('keep a table a table for a screen reader, and leave out of a card what does not apply', () => {
    const columns = [
      { title: 'Amount', isNumber: true, cell: (row: { amount: string | null }) => row.amount },
      { title: 'Lease', isCode: true, cell: () => '4821907735' },
    ];
    const rows = [{ amount: null }];
    const html = renderToStaticMarkup(<Table caption="All" columns={columns} rows={rows} keyOf={() => 1} />);
    expect(html).toContain('<th scope="col" role="columnheader" class="number">Amount</th>');
    expect(html).toContain(
      '<td role="cell" data-title="Amount" class="number empty"><span class="value">–</span></td>',
    );
    expect(html).toContain(
      '<td role="cell" data-title="Lease" class="code"><span class="value">4821907735</span></td>',
    );
  });
});
