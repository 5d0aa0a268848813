import type { Relation } from '../../series/model';
import type { ActorMapping } from '../mapping/mapping';
import { hasPhrase, nameWords } from '../survey/name-words';
import type { ColumnProfile } from '../survey/survey';
import { rankedColumns } from './best-column';
import { isWordy, shareOf, uniqueness } from './content';
import {
  ATTRIBUTED_ACTOR,
  CLAIMED_ACTOR,
  INVOLVED_ACTOR,
  NOT_AN_ACTOR,
  SUSPECTED_ACTOR,
  TARGETS,
} from './field-names';
import { findSeparator } from './find-separator';
import { because, type Ground, type Guess, type Guesser } from './guess';
import { type NameList, rankInWords } from './name-list';

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
  return rows < FEW || uniqueness(column) < MOST_UNIQUE;
}

const isNoCode = (column: ColumnProfile) => !hasPhrase(nameWords(column.name), NOT_AN_ACTOR.words);

function actorOf(column: ColumnProfile, relation: Relation): ActorMapping {
  return {
    column: column.name,
    separator: findSeparator(column),
    relation: { fixed: relation },
    certainty: { fixed: 'certain' },
  };
}

/** Columns named in full are taken all (actor 1, actor 2); of those that only speak of actors, the best alone. */
function actorColumns({ free, rows }: Ground) {
  const ranked = NAMES.flatMap(({ list, relation, meaning }) =>
    rankedColumns(free, list, (column) => isNoCode(column) && isOfNames(column, rows)).map((one) => ({
      ...one,
      relation,
      meaning,
    })),
  );
  const plain = ranked.filter(({ rank }) => rank >= 2);
  return plain.length > 0 ? plain : ranked.slice(0, 1);
}

/** Finds who did it or took part: one or several columns, each with its relation and what parts names in a cell. */
export const guessActors: Guesser = (ground) => {
  const found = actorColumns(ground).filter(
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

/** Finds who or what was struck. */
export const guessTargets: Guesser = ({ free }): readonly Guess[] => {
  const ranked = rankedColumns(free, TARGETS, (column) => isWordy(column) && column.longest <= LONGEST);
  const [first] = ranked;
  if (!first) return [];
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
