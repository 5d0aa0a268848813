import prose from '@/components/page/prose.module.css';
import type { FieldFact } from '@/lib/query/info/field-facts';
import { aggregateInWords, kindInWords } from '@/lib/series/field-words';
import { type OwnField, ownKey } from '@/lib/series/fields';
import type { Noun } from '@/lib/series/measures';
import { formatNumber } from '@/lib/words/figures';
import { columnLabel } from '@/lib/words/labels';
import { FileName } from './file-name';

/** How many incidents state a field, and its value where they all state the same. */
function statedBy({ stated, only }: FieldFact, incidents: number, { many }: Noun): string {
  const who = stated === incidents ? `all ${many}` : `${formatNumber(stated)} of ${formatNumber(incidents)}`;
  return only === null ? who : `${who}, the same throughout: “${only}”`;
}

/** The series' own fields: what each holds, how it adds up, which column it was, and how many incidents state it. */
export function FieldTable(props: {
  readonly fields: readonly OwnField[];
  readonly facts: readonly FieldFact[];
  readonly incidents: number;
  readonly noun: Noun;
}) {
  const { fields, facts, incidents, noun } = props;
  if (fields.length === 0) return null;
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return (
    <>
      <h3 id="own-fields">Fields of this series alone</h3>
      <table className={prose.stacked} aria-labelledby="own-fields">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">What it holds</th>
            <th scope="col">Column of the source</th>
            <th scope="col">Stated by</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const fact = byId.get(field.id);
            const what = [kindInWords(field), aggregateInWords(field)].filter((part) => part !== null);
            return (
              <tr key={field.id} id={`field-${field.id}`}>
                <th scope="row">
                  {columnLabel({ fields: [field] }, ownKey(field))}
                  <div className="muted">
                    <code>{ownKey(field)}</code>
                  </div>
                </th>
                <td>
                  {what.join(', ')}
                  {field.description !== null && <div className="muted">{field.description}</div>}
                </td>
                <td data-label="Column of the source">
                  {field.column === null ? 'none' : <FileName text={field.column} />}
                </td>
                <td data-label="Stated by">{fact && statedBy(fact, incidents, noun)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
