import { ISO_DATES } from '../../dates/date-rule';
import type { Reading } from '../../formats/reading';
import { emptyMapping } from '../empty-mapping';
import { dateColumns, mappedColumns } from '../mapped-columns';
import type { DateMapping, Mapping, MappingField } from '../mapping';
import { recogniseLayout } from '../presets/known-layouts';
import { ANNALS_LAYOUT } from '../presets/layouts/annals';
import type { FieldReason, Proposal, Question } from '../proposal';
import { shapeOf } from '../shape';
import type { ColumnProfile, Survey } from '../survey/survey';
import { readActorNames } from './actors/actor-names';
import { groupActors } from './actors/group-actors';
import { guessActors, guessTargets } from './actors/guess-actors';
import { guessRelation, guessRowOfClaim } from './actors/guess-claims';
import { numericShare } from './columns/content';
import { type GuessedDate, guessDate, settleDate, withAside } from './dates/guess-date';
import { datedByYear } from './dates/part-candidates';
import { knownSurvey } from './fields/known-columns';
import { guessLiterals } from './fields/literals';
import { guessCasualties } from './figures/guess-casualties';
import { because, type Guess, type Guesser, type GuessInput } from './guess';
import { guessId } from './guess-id';
import { guessRules } from './guess-rules';
import { guessSources } from './guess-sources';
import { guessNotes, guessTitle } from './guess-texts';
import { guessType } from './guess-type';
import { guessCoordinates } from './places/guess-coordinates';
import { guessPlace } from './places/guess-place';
import { noDateColumn, refusalOf } from './refuse/refuse';

/** In the order in which they may take columns: what is sure by its content before what rests on names. */
const GUESSERS: readonly Guesser[] = [
  guessId,
  guessCoordinates,
  guessCasualties,
  guessType,
  guessActors,
  guessTargets,
  guessPlace,
  guessRules,
  guessSources,
  guessTitle,
  guessNotes,
];

/** A mapping as far as it was made, with reasons and questions. */
interface Draft {
  readonly mapping: Mapping;
  readonly reasons: readonly FieldReason[];
  readonly questions: readonly Question[];
}

function guessAll(columns: readonly ColumnProfile[], rows: number): readonly Guess[] {
  const taken = new Set<string>();
  const guesses: Guess[] = [];
  for (const guesser of GUESSERS) {
    const input: GuessInput = { rows, free: columns.filter(({ name }) => !taken.has(name)) };
    for (const guess of guesser(input)) {
      guesses.push(guess);
      for (const name of guess.reason.columns) taken.add(name);
    }
  }
  return guesses;
}

function ownMapping(
  survey: Survey,
  reading: Reading,
  { date, columns, reason, questions }: GuessedDate,
): Draft {
  const taken = new Set([...columns.map(({ name }) => name), ...dateColumns(date)]);
  const rest = survey.columns.filter(({ name }) => !taken.has(name));
  const first = guessAll(rest, survey.rows);
  const empty = emptyMapping(date, shapeOf(survey.columns), reading);
  const made = (guesses: readonly Guess[]): Mapping =>
    Object.assign({}, empty, ...guesses.map(({ change }) => change));
  const free = rest.filter(({ name }) => !first.some(({ reason: { columns: used } }) => used.includes(name)));
  const ties = [guessRelation(made(first).actors, free), guessRowOfClaim(survey, made(first))];
  const guesses = [...first, ...ties.filter((guess) => guess !== null)];
  const mapping = made(guesses);
  return {
    mapping,
    reasons: [reason, ...guesses.map((guess) => guess.reason)],
    questions: [...questions, ...guesses.flatMap(({ question }) => question ?? [])],
  };
}

/** A reason for every field of a published layout that reads a column. */
function layoutReasons(
  mapping: Mapping,
  columns: readonly ColumnProfile[],
  layout: string,
): readonly FieldReason[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const entries = Object.entries(mappedColumns(mapping)) as [MappingField, readonly string[]][];
  return entries.flatMap(([field, names]) => {
    const used = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    return used.length === 0 ? [] : [because(field, used, `has this meaning in ${layout}`, 'certain')];
  });
}

function layoutMapping(survey: Survey, reading: Reading): Draft | null {
  const known = recogniseLayout(survey.columns);
  if (!known) return null;
  const { date: given, ...rest } = known.mapping;
  const names = dateColumns(given);
  const mapped = survey.columns.filter(({ name }) => names.includes(name));
  const { date, questions } = settleDate(withAside(given, survey.columns, mapped), survey.columns, survey);
  const mapping: Mapping = {
    ...emptyMapping(date, shapeOf(survey.columns), reading),
    ...rest,
    layout: known.layout.id,
  };
  return { mapping, reasons: layoutReasons(mapping, survey.columns, known.layout.name), questions };
}

function draftOf(survey: Survey, reading: Reading): Draft | null {
  const known = layoutMapping(survey, reading);
  if (known) return known;
  const date = guessDate(survey);
  return date ? ownMapping(survey, reading, date) : null;
}

/** The draft with its placeholders in the mapping, and the groups that a reader may accept. */
function withActors({ mapping, reasons, questions }: Draft, survey: Survey): Proposal {
  // Ids are no names that somebody spelt.
  const spelt = mapping.layout === ANNALS_LAYOUT ? [] : mapping.actors;
  const { names, placeholders } = readActorNames(spelt, survey.columns);
  const texts = placeholders.map(({ text }) => text);
  const columns = survey.columns.filter(({ name }) => mapping.actors.some(({ column }) => column === name));
  const decided: FieldReason[] =
    texts.length > 0
      ? [
          {
            ...because('actorDecisions', columns, 'these texts mean that nobody knows', 'likely'),
            samples: texts.slice(0, 5),
          },
        ]
      : [];
  return {
    mapping: {
      ...mapping,
      literals: guessLiterals(survey.columns),
      actorDecisions: { groups: [], placeholders: texts },
    },
    reasons: [...reasons, ...decided],
    questions,
    groups: groupActors(names),
    placeholders,
    refusal: null,
  };
}

const refused = (refusal: NonNullable<Proposal['refusal']>): Proposal => ({
  mapping: null,
  reasons: [],
  questions: [],
  groups: [],
  placeholders: [],
  refusal,
});

/**
 * Proposes which columns mean what, with a reason for each, what only a reader can say, and why the file is no series of
 * events where it is none. It goes by what the cells hold as much as by names: a name alone decides nothing.
 */
export function proposeMapping(survey: Survey, reading: Reading, file: string): Proposal {
  const known = knownSurvey(survey);
  const draft = draftOf(known, reading);
  if (!draft) return refused(noDateColumn(known, file));
  // A column of running totals has no gaps, so it is told by all cells.
  const refusal = refusalOf(survey, draft.mapping, file);
  return refusal ? refused(refusal) : withActors(draft, survey);
}

/** Bare numbers that show no dates by themselves are years, −9 and 0 among them not known. */
function yearsOf(date: DateMapping, columns: readonly ColumnProfile[]): DateMapping {
  const [column] = columns;
  if (date.kind !== 'one' || !column || column.dates?.rules.length || numericShare(column) < 0.6) return date;
  if (date.rule.numbers !== null || (column.least ?? 0) < -9999 || (column.greatest ?? 0) > 9999) return date;
  return { kind: 'parts', year: column.name, month: null, day: null, text: null, rule: ISO_DATES };
}

/** The proposal where a reader has said which column is the date: nothing is refused then, and no other date sought. */
export function proposeWithDate(survey: Survey, reading: Reading, date: DateMapping): Proposal {
  const names = dateColumns(date);
  const known = knownSurvey(survey);
  const columns = known.columns.filter(({ name }) => names.includes(name));
  const settled = settleDate(yearsOf(date, columns), datedByYear(columns, date));
  const reason = because('date', columns, 'chosen by a reader', 'certain');
  const questions = [...settled.questions, ...earlyYears(settled.date, columns)];
  return withActors(ownMapping(known, reading, { ...settled, questions, columns, reason }), survey);
}

/** Years up to this are likelier days or counts. */
const EARLY = 99;

/** Asks whether small numbers are meant as years of the first century, before a series is made of them. */
function earlyYears(date: DateMapping, columns: readonly ColumnProfile[]): readonly Question[] {
  const year = columns.find(({ name }) => date.kind === 'parts' && name === date.year);
  const [least, greatest] = [year?.least ?? null, year?.greatest ?? null];
  if (!year || least === null || greatest === null || greatest < 1 || greatest > EARLY) return [];
  return [
    {
      id: 'early-years',
      text: `By this answer the numbers of “${year.name}”, ${least} to ${greatest}, are years: all rows would lie in the first century. Is that meant? If not, name the column that holds the year, or several: date-column=YEAR,MONTH,DAY.`,
      options: [
        {
          value: 'meant',
          label: `yes, the years ${least} to ${greatest} are meant`,
          change: { mapping: {} },
        },
      ],
    },
  ];
}
