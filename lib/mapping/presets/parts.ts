import type { Certainty, Relation } from '../../series/model';
import type { ActorMapping, EstimateMapping, ListMapping, MetaMapping, ValueRule } from '../mapping';
import type { ColumnProfile } from '../survey/survey';
import type { LayoutColumns } from './layout';

/** A column of actors with one relation and no doubt; nothing where the column is not there. */
export function actorIn(
  column: string | null,
  relation: Relation | ValueRule<Relation> = 'involved',
  separator: string | null = null,
  certainty: ValueRule<Certainty> = { fixed: 'certain' },
): readonly ActorMapping[] {
  if (column === null) return [];
  return [
    {
      column,
      separator,
      relation: typeof relation === 'string' ? { fixed: relation } : relation,
      certainty,
    },
  ];
}

/** One figure that serves as best; low and high where they are there. */
export const figure = (
  best: string | null,
  low: string | null = null,
  high: string | null = null,
): EstimateMapping => ({
  low,
  best,
  high,
});

/** A list made of columns; null where none is there. */
export const listIn = (columns: readonly string[], separator: string | null = null): ListMapping | null =>
  columns.length > 0 ? { columns, separator } : null;

/** More parts of regions than this are too many for a tree that every page holds; such a column stays a field. */
export const MOST_DISTRICTS = 2000;

/** Whether a column can name the parts of regions. */
export function canBeDistricts({ filled, distinct }: Pick<ColumnProfile, 'filled' | 'distinct'>): boolean {
  return filled > 0 && distinct !== null && distinct <= MOST_DISTRICTS;
}

/** The columns of parts of regions, from the larger to the smaller, up to the first that has too many. */
export function districtsIn({ all, names }: LayoutColumns, ...levels: readonly string[]): readonly string[] {
  const found = names(...levels);
  const isFit = (name: string) => all.some((column) => column.name === name && canBeDistricts(column));
  const end = found.findIndex((name) => !isFit(name));
  return end < 0 ? found : found.slice(0, end);
}

/** A rule by the cells of a column; the fixed value where the column is not there. */
export function ruleBy<T>(
  column: string | null,
  values: Readonly<Record<string, T>>,
  otherwise: T,
  without: T = otherwise,
): ValueRule<T> {
  return column === null ? { fixed: without } : { column, values, otherwise };
}

/** A title made of columns, `{type} in {place}`; null unless all are there and can stand in braces. */
export function titleOf(
  text: (...names: string[]) => string,
  ...names: readonly (string | null)[]
): string | null {
  const present = names.filter((name) => name !== null && !/[{}]/.test(name)) as string[];
  return present.length === names.length ? text(...present.map((name) => `{${name}}`)) : null;
}

/** What a publisher says of a layout's series; title and places are the file's own. */
export const published = (
  about: Pick<MetaMapping, 'description' | 'publisher' | 'licence' | 'noun'> & { readonly killed?: string },
): MetaMapping => ({ title: null, places: null, killed: null, ...about });
