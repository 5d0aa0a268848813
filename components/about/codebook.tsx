import { group } from 'd3-array';
import { Fragment } from 'react';
import { quantity } from '@/lib/importers/report/left-out-words';
import type { FieldFact } from '@/lib/query/info/field-facts';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Noun } from '@/lib/series/measures';
import { statedText } from '@/lib/series/stated';
import { sitePath } from '@/lib/text/site-path';
import { wholeNoun } from '@/lib/words/headline/headline';
import { meaningInNoun } from '@/lib/words/labels';
import { FieldTable } from './field-table';
import { RoleTable } from './role-table';
import { Section } from './section';

interface Entry {
  readonly field: string;
  readonly meaning: string;
}

/** What the columns of a file stand under, which has one table; fields of a package stand under their tables. */
const OF_FILE = 'Columns of the file';

/** Whether fields are those of the tables of a package; a column of a file may have a point in its name, too. */
function areOfPackage(entries: readonly Entry[]): boolean {
  return (
    entries.every(({ field }) => field.includes('.')) &&
    entries.some(({ field }) => field.startsWith('incidents.'))
  );
}

function tableOf({ field }: Entry): string {
  return field.slice(0, field.indexOf('.'));
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

/**
 * What each field means, a fold for each table; that of the incidents is open. What an import wrote of a file calls its rows incidents, and so
 * takes the noun of the series; what the makers of a package wrote stands as they wrote it.
 */
function Codebook({ entries, noun }: { readonly entries: readonly Entry[]; readonly noun: Noun }) {
  const tables = areOfPackage(entries) ? group(entries, tableOf) : new Map([[OF_FILE, entries]]);
  return [...tables].map(([table, fields]) => (
    <details key={table} open={table === 'incidents' || table === OF_FILE}>
      <summary>
        {table === OF_FILE ? `${table} (${fields.length})` : `${table} (${quantity(fields.length, 'field')})`}
      </summary>
      <table aria-label={table}>
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
                  <Breakable name={table === OF_FILE ? field : field.slice(field.indexOf('.') + 1)} />
                </code>
              </td>
              <td>{table === OF_FILE ? meaningInNoun(meaning, noun) : meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ));
}

/** The types with what each means; names alone where nobody said what they mean. */
function TypeList({ types }: { readonly types: SeriesInfo['guide']['types'] }) {
  if (types.every(({ description }) => description === null || statedText(description) === null))
    return <p>{types.map(({ label }) => label).join(', ')}.</p>;
  return (
    <table aria-label="Types">
      <tbody>
        {types.map(({ id, label, description }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the fields, the names in addresses and the types of a series mean. */
export function CodebookSection({
  info,
  facts,
}: {
  readonly info: SeriesInfo;
  readonly facts: readonly FieldFact[];
}) {
  const { meta, types, fields } = info.guide;
  return (
    <Section id="codebook" title="Codebook">
      <p>
        What counts as low, best and high, and how links, dates and casualties are read, is the same for every
        series: see <a href={sitePath('/methods')}>methods</a>. The fields of this one:
      </p>
      <Codebook entries={meta.codebook} noun={wholeNoun(info)} />
      <RoleTable info={info} />
      <FieldTable fields={fields} facts={facts} incidents={info.incidents} noun={wholeNoun(info)} />
      {types.length > 0 && (
        <>
          <h3>Types of {wholeNoun(info).one}</h3>
          <TypeList types={types} />
        </>
      )}
    </Section>
  );
}
