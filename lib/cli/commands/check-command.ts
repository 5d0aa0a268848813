import { entryOf, leavesOut } from '../../importers/import-codes';
import type { DatasetId } from '../../series/model';
import { buildPrepared } from '../importing/build-prepared';
import { columnsOf } from '../importing/columns-of';
import { READING_HELP, READING_OPTIONS } from '../importing/import-options';
import { openInput } from '../importing/input-file';
import { readLimits } from '../importing/limit-options';
import { type MappingFrom, type Prepared, prepare } from '../importing/prepare';
import { columnLines } from '../terminal/column-lines';
import { EXIT, type ExitCode } from '../terminal/exit';
import { histogramLines } from '../terminal/histogram';
import { placeOf } from '../terminal/problem-lines';
import { showProgress } from '../terminal/progress';
import { fileReport, rowLines } from '../terminal/report';
import type { Terminal } from '../terminal/terminal';
import { type CheckTally, type CodeCount, checkTally } from './check-sink';
import { type Command, textOf, textsOf } from './command';
import { readDatasetId, storePlace } from './store-place';

/** The id that a checked series goes by; it is not published. */
const CHECKED = 'checked' as DatasetId;

const MAPPING_WORDS: Readonly<Record<MappingFrom, string>> = {
  guessed: 'The mapping is guessed from names and cells.',
  answered: 'The mapping is guessed from names and cells, with your answers.',
  confirmed: 'The mapping, as it was confirmed.',
  given: 'The mapping that was given.',
  kept: 'The mapping that was kept for this header.',
};

function mappingLines(prepared: Prepared): readonly string[] {
  if (prepared.kind !== 'table') return columnLines(null);
  const { groups } = prepared.examined.proposal;
  const spelt = groups.map(({ name, spellings }) => `  ${name}: ${spellings.join(' | ')}`);
  const heading = `Spellings that may be one actor (${groups.length}; kept apart unless a mapping joins them):`;
  return [
    MAPPING_WORDS[prepared.from],
    ...columnLines(columnsOf(prepared)),
    ...(groups.length > 0 ? [heading, ...spelt.slice(0, 20)] : []),
  ];
}

function problemLines(heading: string, codes: readonly CodeCount[]): readonly string[] {
  if (codes.length === 0) return [];
  const lines = codes.flatMap(({ code, effect, count, first }) => {
    const { meaning = '', advice = '' } = entryOf(code) ?? {};
    const shown = `first at ${placeOf(first)}: ${first.value ?? ''} ${first.reason}`;
    return [`  ${count.toLocaleString('en')} × ${code} (${effect}): ${meaning} ${advice}`, `      ${shown}`];
  });
  return [heading, ...lines];
}

function tell(terminal: Terminal, prepared: Prepared, tally: CheckTally, rows: readonly string[]): void {
  const problems = tally.problems();
  const undated = tally.undated();
  const lines = [
    ...mappingLines(prepared),
    ...rows,
    ...problemLines(
      'Left out, by code:',
      problems.filter(({ code }) => leavesOut(code)),
    ),
    ...problemLines(
      'Warnings, for which nothing is left out, by code:',
      problems.filter(({ code }) => !leavesOut(code)),
    ),
    'Incidents by the day they may have begun first:',
    ...histogramLines(tally.months),
    ...(undated > 0 ? [`and ${undated.toLocaleString('en')} without a known day`] : []),
  ];
  for (const line of lines) terminal.out(line);
}

/** `annals check`: everything an import would find, publishing nothing. */
export const checkCommand: Command = {
  usage: 'check FILE [--as ID] [--mapping M.json] [--json] …',
  summary: 'Look at a file as an import would: what the columns mean, what is wrong, when things happened.',
  details: [
    '--as ID              the dataset it is meant for: a mapping that was kept for that is used',
    ...READING_HELP,
  ],
  options: { ...READING_OPTIONS, as: { type: 'string' } },
  words: [1, 1],
  async run([path = ''], values, context): Promise<ExitCode> {
    const { terminal, env, signal } = context;
    const limits = readLimits(env, textsOf(values, 'limit'));
    const input = await openInput(path, textOf(values, 'name'), limits, signal);
    const progress = showProgress(terminal, values['progress-lines'] === true);
    try {
      const shared = { store: storePlace(env), limits, mayAsk: false, input, progress, values, context };
      const as = textOf(values, 'as');
      const prepared = await prepare({ dataset: as === null ? CHECKED : readDatasetId(as), ...shared });
      const tally = checkTally();
      const seed = { id: CHECKED, title: 'Checked' };
      const pass = { signal, onProgress: progress.onProgress };
      const built = await buildPrepared(prepared, seed, null, tally.sink, pass);
      progress.stop();
      const report = fileReport(built, prepared);
      if (values.json) terminal.out(JSON.stringify({ ...report, codes: tally.problems() }));
      else tell(terminal, prepared, tally, rowLines(report));
      return built.counts.read > 0 && built.counts.incidents === 0 ? EXIT.unusable : EXIT.done;
    } finally {
      progress.stop();
      await input.dispose();
    }
  },
};
