import { group } from 'd3-array';
import { Fragment } from 'react';

interface Entry {
  readonly field: string;
  readonly meaning: string;
}

function tableOf({ field }: Entry): string {
  return field.includes('.') ? field.slice(0, field.indexOf('.')) : 'fields';
}

/** A name of a field, which a narrow line may break behind an underscore and nowhere else. */
function Breakable({ name }: { readonly name: string }) {
  return name.split(/(?<=_)/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name are a fixed list, and two may be alike
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** What each field means, a fold for each table; that of the incidents is open. */
export function Codebook({ entries }: { readonly entries: readonly Entry[] }) {
  return [...group(entries, tableOf)].map(([table, fields]) => (
    <details key={table} open={table === 'incidents' || table === 'fields'}>
      <summary>
        {table} ({fields.length} {fields.length === 1 ? 'field' : 'fields'})
      </summary>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, meaning }) => (
            <tr key={field}>
              <td>
                <code>
                  <Breakable name={field.slice(field.indexOf('.') + 1)} />
                </code>
              </td>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ));
}
