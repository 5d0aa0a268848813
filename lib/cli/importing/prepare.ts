import type { ImportLimits } from '../../formats/limits';
import { openFile } from '../../formats/open-file';
import type { WantedReading } from '../../formats/reading';
import { openPackageFolder, PackageFolderError } from '../../importers/datapackage/read-folder';
import {
  type Examined,
  type ExaminedPackage,
  type ExaminedTable,
  examine,
  examinePackage,
} from '../../importers/run/import-file';
import { checkMapping } from '../../mapping/checks/check-mapping';
import { namedDate } from '../../mapping/guess/dates/named-date';
import { proposeWithDate } from '../../mapping/guess/propose';
import { fromElsewhere, whyNotKept } from '../../mapping/kept-mapping';
import type { Mapping } from '../../mapping/mapping';
import type { Question } from '../../mapping/proposal';
import { shapeOf } from '../../mapping/shape';
import type { Problem } from '../../problems/problem';
import type { DatasetId } from '../../series/model';
import { type CommandContext, textOf, textsOf, type Values } from '../commands/command';
import { CommandError, EXIT, usageError } from '../terminal/exit';
import { problemLines, questionLines } from '../terminal/problem-lines';
import type { ProgressView } from '../terminal/progress';
import { ask, confirmMapping } from './ask';
import { checkUndropped, withoutDropped } from './dropped';
import { answersOf, readingOf } from './import-options';
import type { Input } from './input-file';
import { pointRegionsNote, withPointRegions } from './point-regions';
import { readMapping, savedMapping } from './saved-mappings';
import { applyAnswers, mustFit } from './settle';

/** Where a mapping comes from. All but a guess were decided on by somebody, and are kept for the next file. */
export type MappingFrom = 'guessed' | 'answered' | 'confirmed' | 'given' | 'kept';

/** A file that can be imported as it stands. */
export type Prepared =
  | {
      readonly kind: 'table';
      readonly examined: ExaminedTable;
      readonly mapping: Mapping;
      readonly from: MappingFrom;
      /** What there is to say of how it was read, such as that a kept mapping was used. */
      readonly notes: readonly string[];
    }
  | ExaminedPackage;

/** What a file is prepared with. */
export interface Preparation {
  readonly input: Input;
  readonly dataset: DatasetId;
  readonly store: string;
  readonly limits: ImportLimits;
  readonly values: Values;
  readonly context: CommandContext;
  readonly progress: ProgressView;
  /** Whether somebody may be asked; a check of a file never asks. */
  readonly mayAsk: boolean;
}

const CHOOSE =
  'If columns do hold dates, name one, or several: --answer date-column=NAME, --answer date-column=YEAR,MONTH,DAY';

function refusedError(dataset: string, problems: readonly Problem[]): CommandError {
  const hint = problems.some(({ code }) => code === 'no-date-column') ? [CHOOSE] : [];
  const message = ['The file is refused:', ...problemLines(problems), ...hint].join('\n');
  return new CommandError(EXIT.refused, 'refused', message, { dataset, problems: problems.slice(0, 100) });
}

function unsettledError(dataset: string, questions: readonly Question[], note: string | null): CommandError {
  const lines = questions.flatMap(questionLines);
  const what = 'The file does not settle everything. Say which, and import again:';
  const message = [...(note === null ? [] : [note]), what, ...lines].join('\n');
  return new CommandError(EXIT.unsettled, 'unsettled', message, { dataset, questions });
}

/** A Data Package in a folder. */
async function prepareFolder(dir: string, { dataset, context, progress }: Preparation): Promise<Prepared> {
  try {
    const watch = { signal: context.signal, onProgress: progress.onProgress };
    const found = await examinePackage(await openPackageFolder(dir), watch);
    progress.stop();
    if (found.kind === 'refused') throw refusedError(dataset, found.problems);
    if (found.kind === 'table') throw new Error('a package is no table');
    return found;
  } catch (error) {
    if (error instanceof PackageFolderError) throw refusedError(dataset, [error.problem]);
    throw error;
  }
}

/**
 * The reading that a given mapping asks for, where the file read so has the columns of the mapping. One made from CSV
 * serves the same table in a workbook, or with semicolons, too: there the reading is found anew.
 */
async function mappedReading(json: unknown, preparation: Preparation): Promise<WantedReading> {
  const { input, limits, context } = preparation;
  const reading = (json as { reading?: WantedReading } | null)?.reading;
  if (input.kind !== 'bytes' || !reading || typeof reading !== 'object') return {};
  const opened = await openFile(input.source, reading, limits, context.signal);
  const fits = opened.kind === 'table' && checkMapping(json, opened.table.columns).kind === 'ok';
  return fits ? reading : {};
}

/** A table, what the answers make of its proposal, and the mapping that goes before that. */
interface AnsweredTable {
  readonly examined: ExaminedTable;
  readonly answered: ReturnType<typeof applyAnswers>;
  readonly decided: Decided;
}

/** A mapping that somebody decided on before; null where there is none to use. The note says what became of a kept one. */
interface Decided {
  readonly mapping: Mapping | null;
  readonly from: 'given' | 'kept';
  readonly note: string | null;
}

const MOST_ROUNDS = 8;

function questionsOf({ opened, proposal }: ExaminedTable): readonly Question[] {
  const known = new Set(proposal.questions.map(({ id }) => id));
  return [...opened.questions.filter(({ id }) => !known.has(id)), ...proposal.questions];
}

/**
 * The proposal where a reader names the columns of the date, by an option of the question or by their names, so that what is
 * asked further is asked of these. Throws where there is no such column.
 */
function withDateColumn(examined: ExaminedTable, named: string | null): ExaminedTable {
  const { opened, survey, proposal } = examined;
  const isRefused = proposal.refusal !== null && proposal.refusal.code !== 'no-date-column';
  const asked = proposal.questions.find(({ id }) => id === 'date-column');
  if (named === null || isRefused) return examined;
  const option = asked?.options.find(({ value }) => value === named)?.change;
  const offered = option && 'mapping' in option ? option.mapping.date : undefined;
  const found = offered
    ? ({ kind: 'date', date: offered } as const)
    : namedDate(named, survey.columns, survey.rows);
  if (found.kind === 'unknown') {
    const names = survey.columns.map(({ name }) => name).join(', ');
    throw usageError(`The file has no column “${found.name}”. Its columns: ${names}.`, 'bad-answer');
  }
  return { ...examined, proposal: proposeWithDate(survey, opened.reading, found.date) };
}

/** What must still be said: with a mapping only what the bytes do not settle, such as which sheet. */
function stillOpen({ examined, answered, decided }: AnsweredTable): readonly Question[] {
  if (decided.mapping === null) return answered.open;
  const ofBytes = new Set(examined.opened.questions.map(({ id }) => id));
  return answered.open.filter(({ id }) => ofBytes.has(id));
}

/** Refuses an answer that the file never asked for: it cannot be obeyed, and passing over it might mislead. */
function checkUnused(values: Values, asked: ReadonlySet<string>): void {
  const unused = [...answersOf(values).keys()].filter((id) => !asked.has(id));
  if (unused.length === 0) return;
  const names = unused.map((id) => `“${id}”`).join(', ');
  throw usageError(`The file does not ask ${names}; leave --answer for it out.`, 'bad-answer');
}

/** Looks at the file again for each answer that changes how it is read, and asks where somebody can be asked. */
async function seek(
  preparation: Preparation,
  given: WantedReading,
  json: unknown,
): Promise<Examined | AnsweredTable> {
  const { input, limits, values, context, progress, mayAsk, dataset } = preparation;
  if (input.kind !== 'bytes') throw new Error('a folder has no bytes');
  const answers = new Map(answersOf(values));
  const watch = { limits, signal: context.signal, onProgress: progress.onProgress };
  const asked = new Set<string>();
  let wanted = { ...given, ...readingOf(values) };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await examine(input.source, { wanted, ...watch });
    progress.stop();
    if (found.kind !== 'table') return found;
    const examined = withDateColumn(found, answers.get('date-column') ?? null);
    for (const { id } of questionsOf(found)) asked.add(id);
    for (const { id } of questionsOf(examined)) asked.add(id);
    if (examined !== found) asked.add('date-column');
    const answered = applyAnswers(examined.proposal, questionsOf(examined), answers);
    const other = { ...wanted, ...answered.reading };
    if (JSON.stringify(other) !== JSON.stringify(wanted)) {
      wanted = other;
      continue;
    }
    const decided = await decide(preparation, examined, answered.mapping, json);
    const open = stillOpen({ examined, answered, decided });
    if (open.length === 0) {
      checkUnused(values, asked);
      return { examined, answered, decided };
    }
    if (!mayAsk) throw unsettledError(dataset, open, decided.note);
    for (const question of open) answers.set(question.id, await ask(question));
  }
  throw new CommandError(EXIT.unsettled, 'unsettled', 'The answers lead to ever new questions.', { dataset });
}

/** A refusal stands, but for the one that a reader can overrule: that no column was found to hold dates. */
function checkRefusal(dataset: string, { proposal }: ExaminedTable, isMapped: boolean): void {
  const { refusal } = proposal;
  if (refusal && !(isMapped && refusal.code === 'no-date-column')) throw refusedError(dataset, [refusal]);
}

const ANSWERED = 'the answers that were given hold for the guess';

/** The mapping that was given; else the one that was kept for a file with this header, where it may be used. */
async function decide(
  { store, values, dataset }: Preparation,
  examined: ExaminedTable,
  guess: Mapping | null,
  json: unknown,
): Promise<Decided> {
  const { columns } = examined.opened.table;
  const path = textOf(values, 'mapping');
  if (json !== null) return { mapping: mustFit(json, columns, `“${path}”`), from: 'given', note: null };
  const none = { mapping: null, from: 'kept', note: null } as const;
  if (path !== null) return none;
  const saved = await savedMapping(store, shapeOf(columns), dataset);
  const checked = saved === null ? null : checkMapping(saved.json, columns);
  if (saved === null || checked?.kind !== 'ok') return none;
  const [kept, isOwn] = [checked.mapping, saved.dataset === dataset];
  const isAnswered = answersOf(values).size > 0;
  const reason = isAnswered ? ANSWERED : whyNotKept(kept, isOwn, guess, questionsOf(examined));
  const which = `A mapping is kept for this header from “${saved.dataset}”`;
  if (reason !== null) return { ...none, note: `${which}; it is not used: ${reason}.` };
  const settled = isOwn ? '' : ', with dates as the cells of this file settle them';
  const note = `${which}; it is used${settled} (--mapping none passes over it).`;
  return { mapping: isOwn || guess === null ? kept : fromElsewhere(kept, guess), from: 'kept', note };
}

async function settle(preparation: Preparation, sought: AnsweredTable, isGiven: boolean): Promise<Prepared> {
  const { values, context, mayAsk, dataset } = preparation;
  const { examined, answered, decided } = sought;
  const { reading, notes: ofReading } = examined.opened;
  const notes = [...ofReading, ...(decided.note === null ? [] : [decided.note])];
  for (const note of notes) context.terminal.err(note);
  checkRefusal(dataset, examined, isGiven || decided.mapping !== null);
  const mapping = decided.mapping ?? answered.mapping;
  if (mapping === null) throw unsettledError(dataset, answered.open, decided.note);
  const placed = withPointRegions({ ...mapping, reading }, values);
  const proposed = pointRegionsNote(placed);
  if (proposed !== null) context.terminal.err(proposed);
  const whole = withoutDropped(placed, examined.survey.columns, values);
  const isPlaced = placed.regionsByPoint !== mapping.regionsByPoint;
  const isTold = isPlaced || answersOf(values).size > 0 || textsOf(values, 'drop').length > 0;
  const told = isTold ? 'answered' : 'guessed';
  const from = decided.mapping === null || (decided.from === 'kept' && isTold) ? told : decided.from;
  if (!mayAsk || values.yes || from !== 'guessed')
    return { kind: 'table', examined, mapping: whole, from, notes };
  return {
    ...{ kind: 'table', examined, from: 'confirmed', notes },
    mapping: await confirmMapping(examined, whole),
  };
}

/** Looks at a file and settles how it is to be read and mapped. Throws a CommandError where that cannot be. */
export async function prepare(preparation: Preparation): Promise<Prepared> {
  const { input, values, dataset } = preparation;
  if (input.kind === 'folder') {
    checkUndropped(values);
    return prepareFolder(input.dir, preparation);
  }
  const path = textOf(values, 'mapping');
  const json = path === null || path === 'none' ? null : await readMapping(path);
  const found = await seek(preparation, await mappedReading(json, preparation), json);
  if (!('kind' in found)) return settle(preparation, found, json !== null);
  if (found.kind === 'refused') throw refusedError(dataset, found.problems);
  if (found.kind === 'package') {
    checkUndropped(values);
    return found;
  }
  throw new Error('an examined table was not settled');
}
