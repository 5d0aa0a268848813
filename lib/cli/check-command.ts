import { entryOf } from '../importers/problem-codes';
import type { DatasetId } from '../series/model';
import { buildPrepared } from './build-prepared';
import { type CheckTally, checkTally } from './check-sink';
import { type Command, textOf, textsOf } from './command';
import { EXIT, type ExitCode } from './exit';
import { histogramLines } from './histogram';
import { READING_HELP, READING_OPTIONS } from './import-options';
import { openInput } from './input-file';
import { readLimits } from './limit-options';
import { type Prepared, prepare } from './prepare';
import { showProgress } from './progress';
import { placeOf, reportLines, reportOf } from './report';
import { storePlace } from './store-place';
import type { Terminal } from './terminal';

/** The id that a checked series goes by; it is not published. */
const CHECKED = 'checked' as DatasetId;

function mappingLines(prepared: Prepared): readonly string[] {
  if (prepared.kind !== 'table') return ['A Data Package.'];
  const { reasons, groups } = prepared.examined.proposal;
  const fields = reasons.map(
    ({ field, columns, certainty, reason }) => `  ${field} ← ${columns.join(', ')} (${certainty}): ${reason}`,
  );
  const spelt = groups.map(({ name, spellings }) => `  ${name}: ${spellings.join(' | ')}`);
  const heading = `Spellings that may be one actor (${groups.length}; kept apart unless a mapping joins them):`;
  return ['Columns:', ...fields, ...(groups.length > 0 ? [heading, ...spelt.slice(0, 20)] : [])];
}

function problemTable(tally: CheckTally): readonly string[] {
  return tally.problems().flatMap(({ code, effect, count, first }) => {
    const { meaning = '', advice = '' } = entryOf(code) ?? {};
    const shown = `first at ${placeOf(first)}: ${first.value ?? ''} ${first.reason}`;
    return [`  ${count.toLocaleString('en')} × ${code} (${effect}): ${meaning} ${advice}`, `      ${shown}`];
  });
}

function tell(terminal: Terminal, prepared: Prepared, tally: CheckTally, rows: readonly string[]): void {
  const problems = problemTable(tally);
  const undated = tally.undated();
  const lines = [
    ...mappingLines(prepared),
    ...rows,
    ...(problems.length > 0 ? ['Problems, warnings and skips by code:', ...problems] : []),
    'Incidents by the day they may have begun first:',
    ...histogramLines(tally.months),
    ...(undated > 0 ? [`and ${undated.toLocaleString('en')} without a known day`] : []),
  ];
  for (const line of lines) terminal.out(line);
}

/** `annals check`: everything an import would find, publishing nothing. */
export const checkCommand: Command = {
  usage: 'check FILE [--mapping M.json] [--json] …',
  summary: 'Look at a file as an import would: what the columns mean, what is wrong, when things happened.',
  details: READING_HELP,
  options: READING_OPTIONS,
  words: [1, 1],
  async run([path = ''], values, around): Promise<ExitCode> {
    const { terminal, env, signal } = around;
    const limits = readLimits(env, textsOf(values, 'limit'));
    const input = await openInput(path, textOf(values, 'name'), limits, signal);
    const progress = showProgress(terminal, values['progress-lines'] === true);
    try {
      const shared = { store: storePlace(env), limits, mayAsk: false, input, progress, values, around };
      const prepared = await prepare({ dataset: CHECKED, ...shared });
      const tally = checkTally();
      const seed = { id: CHECKED, title: 'Checked' };
      const pass = { signal, onProgress: progress.onProgress };
      const built = await buildPrepared(prepared, seed, null, tally.sink, pass);
      progress.stop();
      const report = reportOf(CHECKED, null, built, prepared.kind === 'table' ? prepared.mapping : null);
      const { dataset: _, revision: __, ...counted } = report;
      if (values.json) terminal.out(JSON.stringify({ ...counted, codes: tally.problems() }));
      else tell(terminal, prepared, tally, reportLines(report));
      return built.counts.read > 0 && built.counts.incidents === 0 ? EXIT.unusable : EXIT.done;
    } finally {
      progress.stop();
      await input.dispose();
    }
  },
};
