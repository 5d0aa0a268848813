import type { ColumnProfile } from '../../survey/survey';
import { type LayoutColumns, layoutColumns } from '../layout';
import { namedByPlace } from '../layouts/gdelt';
import { ACLED_FIELDS } from './acled';
import { AWSD_FIELDS } from './awsd';
import { EM_DAT_FIELDS } from './em-dat';
import { GDELT_FIELDS } from './gdelt';
import { GTD_FIELDS } from './gtd';
import { GUN_VIOLENCE_FIELDS } from './gun-violence-archive';
import type { KnownField, LayoutFields } from './known-field';
import { ICEWS_FIELDS, POLECAT_FIELDS } from './news-events';
import { UCDP_GED_FIELDS } from './ucdp-ged';

/** What a layout knows of one column. `at` is its place among the fields. */
export type NamedColumn =
  | { readonly kind: 'field'; readonly at: number; readonly field: KnownField }
  | { readonly kind: 'repeats'; readonly column: string }
  | { readonly kind: 'last' };

const FIELDS: Readonly<Record<string, LayoutFields>> = {
  acled: ACLED_FIELDS,
  awsd: AWSD_FIELDS,
  'em-dat': EM_DAT_FIELDS,
  gdelt: GDELT_FIELDS,
  gtd: GTD_FIELDS,
  'gun-violence-archive': GUN_VIOLENCE_FIELDS,
  icews: ICEWS_FIELDS,
  polecat: POLECAT_FIELDS,
  'ucdp-ged': UCDP_GED_FIELDS,
};

function columnsOf(columns: readonly ColumnProfile[], layout: string): LayoutColumns {
  const known = layoutColumns(columns);
  return layout === 'gdelt' ? namedByPlace(known) : known;
}

/** What a published layout knows of the columns of a table, by the name that they have there; nothing of other files. */
export function knownFields(
  columns: readonly ColumnProfile[],
  layout: string | null,
): ReadonlyMap<string, NamedColumn> {
  const known = layout === null || !Object.hasOwn(FIELDS, layout) ? undefined : FIELDS[layout];
  const found = new Map<string, NamedColumn>();
  if (layout === null || known === undefined) return found;
  const { name, names } = columnsOf(columns, layout);
  for (const column of names(...known.last)) found.set(column, { kind: 'last' });
  for (const [code, words] of known.repeats) {
    const [column, other] = [name(code), name(words)];
    if (column !== null && other !== null) found.set(column, { kind: 'repeats', column: other });
  }
  known.fields.forEach((field, at) => {
    const column = name(...field.names);
    if (column !== null && found.get(column)?.kind !== 'repeats')
      found.set(column, { kind: 'field', at, field });
  });
  return found;
}
