import type { Relation } from '../../../series/model';
import { dateColumns } from '../../mapped-columns';
import type { ActorMapping, Mapping, ValueRule } from '../../mapping';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { bestColumn } from '../columns/best-column';
import { shareOf, uniqueness } from '../columns/content';
import { ID, RELATION } from '../columns/field-names';
import { nameRank } from '../columns/name-list';
import { because, type Guess } from '../guess';

const RELATIONS: Readonly<Record<Relation, RegExp>> = {
  suspected:
    /^(?:(?:is |was )?suspected|suspicion|alleged|presumed|possible|probable|подозрева|предположительн|presunt|sospecha|présumé|mutmaßlich|vermutet|مشتبه)/iu,
  claimed:
    /^(?:(?:was |is )?claimed|claim|claims? (?:of )?responsibility|claimed responsibility|self[- ]claimed|reivindicad|revendiqué|взял|заявлен|bekannt|متبن|تبن)/iu,
  attributed:
    /^(?:attributed|confirmed|blamed|attribution|accused|atribuid|attribué|приписыва|zugeschrieben|منسوب)/iu,
  involved: /^(?:involved|participant|party|participó|impliqué|участ)/iu,
};

const relationOf = (text: string): Relation | null =>
  (Object.keys(RELATIONS) as Relation[]).find((relation) => RELATIONS[relation].test(text.trim())) ?? null;

const YES = /^(?:yes|y|true|1|si|sí|oui|ja|да|так|نعم)$/iu;
const NO = /^(?:no|n|false|0|non|nein|нет|ні|لا)$/iu;
const isFlag = (column: ColumnProfile) =>
  /claim|reivindic|revendi/i.test(column.name) &&
  shareOf(column, (text) => YES.test(text) || NO.test(text)) === 1;

const isOfRelations = (column: ColumnProfile) =>
  (column.distinct ?? 99) <= 12 &&
  (isFlag(column) || shareOf(column, (text) => relationOf(text) !== null) >= 0.8);

/** What the cells of a column say of the tie: by their words, or yes for a claim. */
function ruleOf(column: ColumnProfile, otherwise: Relation): ValueRule<Relation> {
  const values = column.values.flatMap(([text]): (readonly [string, Relation])[] => {
    const relation = isFlag(column) ? (YES.test(text) ? 'claimed' : null) : relationOf(text);
    return relation === null ? [] : [[text, relation]];
  });
  return { column: column.name, values: Object.fromEntries(values), otherwise };
}

/** Whether a column says of each row how its one column of actors is tied to it. */
export function guessRelation(actors: readonly ActorMapping[], free: readonly ColumnProfile[]): Guess | null {
  const [only] = actors;
  if (!only || actors.length > 1 || !('fixed' in only.relation) || only.relation.fixed === 'claimed')
    return null;
  const found = bestColumn(free, RELATION, isOfRelations);
  if (!found) return null;
  const relation = ruleOf(found.column, only.relation.fixed);
  const reason = because('actors', [found.column], 'says of each row how its actor is tied to it', 'likely');
  return { change: { actors: [{ ...only, relation }] }, reason };
}

/** Rows of the preview by the id in a column, where it stands more than once. */
function groupsBy({ preview }: Survey, { at }: ColumnProfile): readonly (readonly (readonly string[])[])[] {
  const groups = new Map<string, (readonly string[])[]>();
  for (const { cells } of preview) {
    const id = cells[at]?.trim() ?? '';
    if (id !== '') groups.set(id, [...(groups.get(id) ?? []), cells]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}

const differ = (rows: readonly (readonly string[])[], at: number) =>
  new Set(rows.map((cells) => cells[at]?.trim() ?? '')).size > 1;

/**
 * Whether rows that share an id are claims of one event: they have one date and place, and name different actors. Looked
 * for among the first rows.
 */
export function guessRowOfClaim(survey: Survey, mapping: Mapping): Guess | null {
  const at = new Map(survey.columns.map((column) => [column.name, column.at]));
  const placesOf = (names: readonly (string | null)[]) =>
    names.flatMap((name) => (name === null ? [] : (at.get(name) ?? [])));
  const same = placesOf([...dateColumns(mapping.date), mapping.place, mapping.lat, mapping.lon]);
  const named = placesOf(mapping.actors.map(({ column }) => column));
  if (named.length === 0) return null;
  const fits = (column: ColumnProfile) => {
    const groups = groupsBy(survey, column);
    const isClaims = (rows: readonly (readonly string[])[]) =>
      same.every((one) => !differ(rows, one)) && named.some((one) => differ(rows, one));
    return groups.length > 0 && groups.filter(isClaims).length >= groups.length * 0.8;
  };
  const found = survey.columns.find(
    (column) =>
      nameRank(column, ID) > 0 && uniqueness(column) < 1 && !named.includes(column.at) && fits(column),
  );
  if (!found) return null;
  const words =
    'rows that share it have one date and different actors, so each row is a claim of one incident';
  return { change: { row: 'claim', id: found.name }, reason: because('row', [found], words, 'likely') };
}
