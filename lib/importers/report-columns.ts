import type { Relation } from '../series/model';
import { codebookOf } from './build/codebook';
import type { ColumnReport } from './mapping/column-report';
import { mappedColumns } from './mapping/mapped-columns';
import type { ActorMapping, Mapping, MappingField } from './mapping/mapping';
import type { FieldReason } from './mapping/proposal';
import type { ColumnProfile } from './survey/survey';

/** Why actors of a column are tied to incidents as they are: a figure by relation hangs on it. */
const RELATION_WHY: Readonly<Record<Relation, string>> = {
  claimed: 'the column says who said that they did it',
  attributed: 'the column says who did it, not that they said so themselves',
  suspected: 'the column names suspects',
  involved: 'the column says who took part, not who did it to whom',
};

function relationWords({ relation }: ActorMapping): string {
  if ('fixed' in relation) return `read as “${relation.fixed}”: ${RELATION_WHY[relation.fixed]}`;
  const all = [...new Set([...Object.values(relation.values), relation.otherwise])];
  return `read as ${all.map((one) => `“${one}”`).join(' or ')}, as the column “${relation.column}” says`;
}

/** The fields that read each column. */
function fieldsByColumn(mapping: Mapping): ReadonlyMap<string, readonly MappingField[]> {
  const found = new Map<string, MappingField[]>();
  for (const [field, columns] of Object.entries(mappedColumns(mapping)) as [MappingField, string[]][]) {
    for (const column of new Set(columns)) found.set(column, [...(found.get(column) ?? []), field]);
  }
  return found;
}

/** How a mapping came about: guessed, with a reason for each field, or said by somebody. */
export type MappingGrounds =
  | { readonly kind: 'guessed'; readonly reasons: readonly FieldReason[] }
  | { readonly kind: 'said' };

const SAID = 'as the mapping says';
const CERTAINTIES = ['guess', 'likely', 'certain'] as const;

/** The reasons of a guess for the fields that read a column. */
function reasonsFor(
  column: string,
  fields: readonly MappingField[],
  grounds: MappingGrounds,
): readonly FieldReason[] {
  if (grounds.kind === 'said') return [];
  return grounds.reasons.filter((one) => fields.includes(one.field) && one.columns.includes(column));
}

function whyUsed(
  column: string,
  reasons: readonly FieldReason[],
  actors: readonly ActorMapping[],
): Pick<ColumnReport, 'why' | 'certainty'> {
  const given = reasons.length === 0 ? [SAID] : reasons.map(({ reason }) => reason);
  const ties = actors.filter((actor) => actor.column === column).map(relationWords);
  const certainty = CERTAINTIES.find((one) => reasons.some((reason) => reason.certainty === one)) ?? null;
  return { why: [...new Set([...given, ...ties])].join('; '), certainty };
}

function whyUnused(
  { name, filled }: ColumnProfile,
  { layout, date }: Mapping,
  grounds: MappingGrounds,
): string {
  if (filled === 0) return 'no filled cell was seen';
  if (date.check === name) return 'the year of each date is checked by it, and a row that differs is told of';
  if (grounds.kind === 'said') return 'the mapping does not name it';
  if (layout !== null) return `a file of the layout “${layout}” is read without it`;
  return 'neither name nor cells say that it is one of the fields that are read';
}

/**
 * What a mapping does with each column of a table, in the order of the table. The words of what a column means are those of
 * the codebook, so that a reader finds the same ones on the page of the series.
 */
export function reportColumns(
  columns: readonly ColumnProfile[],
  mapping: Mapping,
  grounds: MappingGrounds,
): readonly ColumnReport[] {
  const fields = fieldsByColumn(mapping);
  const meanings = new Map(codebookOf(mapping).map(({ field, meaning }) => [field, meaning]));
  return columns.map((profile) => {
    const { name: column } = profile;
    const used = fields.get(column) ?? [];
    if (used.length === 0) {
      const why = whyUnused(profile, mapping, grounds);
      return { column, outcome: 'unused', fields: [], meaning: 'Not used.', why, certainty: null };
    }
    const reasons = whyUsed(column, reasonsFor(column, used, grounds), mapping.actors);
    return { column, outcome: 'used', fields: used, meaning: meanings.get(column) ?? '', ...reasons };
  });
}
