import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress, OnProgress } from '../../formats/progress';
import { formatBytes } from '../../words/figures';
import type { Terminal } from './terminal';

/** Shows how far an import is, as a bar, as lines for another program, or not at all. */
export interface ProgressView {
  readonly onProgress: OnProgress;
  /** Takes the bar off the screen. */
  stop(): void;
}

const WORDS: Readonly<Record<ImportProgress['step'], string>> = {
  survey: 'Looking through the file',
  build: 'Importing',
};
const EVERY_MS = 200;

function barOn(stream: NodeJS.WriteStream): ProgressView {
  const format = '{step} {bar} {percentage} % | {rows} rows | {size}';
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true }, Presets.shades_grey);
  let started = false;
  return {
    onProgress: ({ step, bytes, ofBytes, rows }) => {
      const more = { step: WORDS[step], rows: rows.toLocaleString('en'), size: formatBytes(bytes) };
      if (started) bar.update(Math.min(bytes, ofBytes), more);
      else bar.start(Math.max(ofBytes, 1), bytes, more);
      started = true;
    },
    stop: () => bar.stop(),
  };
}

/** One line of JSON for each step and a few a second within it. */
function linesOn(terminal: Terminal): ProgressView {
  let last = { at: 0, step: '' };
  return {
    onProgress: (progress) => {
      const now = Date.now();
      if (progress.step === last.step && now - last.at < EVERY_MS) return;
      last = { at: now, step: progress.step };
      terminal.err(JSON.stringify({ progress }));
    },
    stop: () => {},
  };
}

/** The view that fits: lines where a program asked for them, a bar on a screen, nothing elsewhere. */
export function showProgress(terminal: Terminal, asLines: boolean): ProgressView {
  if (asLines) return linesOn(terminal);
  return terminal.isScreen ? barOn(process.stderr) : { onProgress: () => {}, stop: () => {} };
}
