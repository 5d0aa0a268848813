import type { Relation } from '../../../series/model';
import { hasPhrase, nameWords } from '../../../text/name-words';
import type { ActorMapping } from '../../mapping';
import type { ColumnProfile } from '../../survey/survey';
import { rankedColumns } from '../columns/best-column';
import { isWordy, shareOf, uniqueness } from '../columns/content';
import {
  ATTRIBUTED_ACTOR,
  CLAIMED_ACTOR,
  INVOLVED_ACTOR,
  LATITUDE,
  NOT_AN_ACTOR,
  PLACE,
  REGION,
  SUSPECTED_ACTOR,
  TARGETS,
} from '../columns/field-names';
import { findSeparator } from '../columns/find-separator';
import { type NameList, nameRank, rankInWords } from '../columns/name-list';
import { because, type Guess, type Guesser, type GuessInput } from '../guess';
import { areaShare, placeShare } from '../places/place-content';
import { dyadActors } from './dyads';

const NAMES: readonly { readonly list: NameList; readonly relation: Relation; readonly meaning: string }[] = [
  { list: CLAIMED_ACTOR, relation: 'claimed', meaning: 'those who claimed it' },
  { list: SUSPECTED_ACTOR, relation: 'suspected', meaning: 'suspects' },
  { list: ATTRIBUTED_ACTOR, relation: 'attributed', meaning: 'perpetrators' },
  { list: INVOLVED_ACTOR, relation: 'involved', meaning: 'those who took part' },
];

const LONGEST = 400;
/** With fewer rows than this every row may have an actor of its own. */
const FEW = 30;
/** Persons and offices seldom come again; a column in which hardly any does tells nothing by its actors. */
const MOST_UNIQUE = 0.9;

/** Names, not sentences, and not a new one in every row. */
function isOfNames(column: ColumnProfile, rows: number): boolean {
  if (!isWordy(column) || column.longest > LONGEST) return false;
  if (shareOf(column, (text) => text.length > 150) > 0.1) return false;
  const known = column.distinct === null ? uniqueness(column) : column.distinct / rows;
  return rows < FEW || known < MOST_UNIQUE;
}

/** Not a code, kind or country of an actor by its name, unless it is named in full; and no list of areas. */
const isNoCode = (column: ColumnProfile, list: NameList) =>
  (nameRank(column, list) >= 2 || !hasPhrase(nameWords(column.name), NOT_AN_ACTOR.words)) &&
  areaShare(column) < 0.5;

function actorOf(column: ColumnProfile, relation: Relation): ActorMapping {
  return {
    column: column.name,
    separator: findSeparator(column),
    relation: { fixed: relation },
    certainty: { fixed: 'certain' },
  };
}

/** Columns named in full are taken all (actor 1, actor 2); of those that only speak of actors, the best alone. */
function actorColumns({ free, rows }: GuessInput) {
  const ranked = NAMES.flatMap(({ list, relation, meaning }) =>
    rankedColumns(free, list, (column) => isNoCode(column, list) && isOfNames(column, rows), rows).map(
      (one) => ({
        ...one,
        relation,
        meaning,
      }),
    ),
  );
  const plain = ranked.filter(({ rank }) => rank >= 2);
  if (plain.length > 0) return plain;
  const dyad = dyadActors(free).filter((column) => isOfNames(column, rows));
  const taken = dyad.map((column) => ({
    column,
    rank: 2,
    relation: 'involved' as const,
    meaning: 'those who acted',
  }));
  return taken.length > 0 ? taken : ranked.slice(0, 1);
}

/** Finds who did it or took part: one or several columns, each with its relation and what parts names in a cell. */
export const guessActors: Guesser = (input) => {
  const found = actorColumns(input).filter(
    ({ column }, at, all) => all.findIndex((one) => one.column === column) === at,
  );
  const [first] = found;
  if (!first) return [];
  const actors = found.map(({ column, relation }) => actorOf(column, relation));
  const parted = actors.find(({ separator }) => separator !== null);
  const words = `${rankInWords(first.rank, first.meaning)}, and holds names${
    parted ? `; “${parted.separator}” parts several in a cell, as they stand alone elsewhere` : ''
  }`;
  const columns = found.map(({ column }) => column);
  return [
    { change: { actors }, reason: because('actors', columns, words, first.rank >= 2 ? 'likely' : 'guess') },
  ];
};

const saysWhere = (column: ColumnProfile) =>
  column.filled > 0 && [PLACE, REGION, LATITUDE].some((list) => nameRank(column, list) > 0);

/** A column of targets that names places, in a table that has no other place, says where it happened. */
function targetAsPlace(free: readonly ColumnProfile[], column: ColumnProfile): readonly Guess[] {
  if (free.some(saysWhere) || placeShare(column) < 0.5) return [];
  const reason = 'named like targets, and holds places, of which the table has no others';
  return [{ change: { place: column.name }, reason: because('place', [column], reason, 'guess') }];
}

/** Finds who or what was struck. */
export const guessTargets: Guesser = ({ free, rows }): readonly Guess[] => {
  const ranked = rankedColumns(free, TARGETS, (column) => isWordy(column) && column.longest <= LONGEST, rows);
  const [first] = ranked;
  if (!first) return [];
  const asPlace = targetAsPlace(free, first.column);
  if (asPlace.length > 0) return asPlace;
  const columns = ranked.filter(({ rank }) => rank >= 2 && first.rank >= 2).map(({ column }) => column);
  const used = columns.length > 0 ? columns : [first.column];
  const change = {
    targets: { columns: used.map(({ name }) => name), separator: findSeparator(first.column) },
  };
  return [
    {
      change,
      reason: because(
        'targets',
        used,
        rankInWords(first.rank, 'targets'),
        first.rank >= 2 ? 'likely' : 'guess',
      ),
    },
  ];
};
