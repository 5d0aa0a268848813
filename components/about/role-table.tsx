import type { SeriesInfo } from '@/lib/query/info/series-info';
import { fieldsOf } from '@/lib/series/field-table';
import { aggregateInWords, kindInWords } from '@/lib/series/field-words';
import { DERIVED } from '@/lib/series/measures';
import { wholeNoun } from '@/lib/words/headline/headline';
import { inNoun, measureWords } from '@/lib/words/labels';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly what: string;
  readonly description: string | null;
}

/** What an address can name in a series besides fields of its own: roles that it has values of, and derived measures. */
function linesOf({ guide, offers }: Pick<SeriesInfo, 'guide' | 'offers'>): readonly Line[] {
  const offered: readonly string[] = [...offers.columns, ...offers.facets, ...offers.measures];
  const roles = fieldsOf(guide).filter(({ key, role }) => role !== null && offered.includes(key));
  const derived = DERIVED.filter(({ key }) => offered.includes(key));
  return [
    ...roles.map((field) => ({
      ...{ key: field.key, label: field.label, description: field.description },
      what: [kindInWords(field), aggregateInWords(field)].filter((part) => part !== null).join(', '),
    })),
    ...derived.map(({ key, description }) => ({
      ...{ key, label: measureWords(guide, key).label, description },
      what: 'number, worked out of others',
    })),
  ];
}

/** What a field of the model holds, with what the series calls its incidents. */
function inItsNoun({ description }: Line, info: Pick<SeriesInfo, 'guide' | 'offers'>): string | null {
  return description === null ? null : inNoun(description, wholeNoun(info));
}

/** The fields that the model knows and this series has values of, by the names that an address gives them. */
export function RoleTable({ info }: { readonly info: Pick<SeriesInfo, 'guide' | 'offers'> }) {
  return (
    <details>
      <summary>Names in addresses ({linesOf(info).length} fields)</summary>
      <table aria-label="Fields of the model">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">What it holds</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(info).map((line) => (
            <tr key={line.key}>
              <th scope="row">
                {line.label}
                <div className="muted">
                  <code>{line.key}</code>
                </div>
              </th>
              <td>
                {line.what}
                <div className="muted">{inItsNoun(line, info)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
