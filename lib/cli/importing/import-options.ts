import type { WantedReading } from '../../formats/reading';
import type { Command, Values } from '../commands/command';
import { textOf, textsOf } from '../commands/command';
import { usageError } from '../terminal/exit';

/** The options that say how a file is read; `import` and `check` share them. */
export const READING_OPTIONS: Command['options'] = {
  mapping: { type: 'string' },
  drop: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  'regions-by-point': { type: 'string' },
  sheet: { type: 'string' },
  entry: { type: 'string' },
  path: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  header: { type: 'string' },
  limit: { type: 'string', multiple: true },
  name: { type: 'string' },
  json: { type: 'boolean' },
  'progress-lines': { type: 'boolean' },
};

export const READING_HELP: readonly string[] = [
  '--mapping M.json     use this mapping; “none” passes over one that was saved for the same header',
  '--drop COLUMN        leave a column out that would be kept as a field of its own; as often as needed',
  '--answer Q=V         answer a question, such as date-order=day-first; as often as needed',
  '--regions-by-point natural-earth     give incidents whose rows name no region the one in which their point lies',
  '--sheet, --entry, --path     the sheet of a workbook (“all”: those of one shape), the file in an archive, the place in JSON',
  '--encoding, --delimiter, --header     how text is read; a header of 0 means that there is none',
  '--limit name=value   set a limit; “annals help” lists them',
  '--name N             what the file is called, where FILE does not say; its ending is a hint of the format',
  '--json               exactly one line of JSON on standard output',
];

function headerOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw usageError(`--header is the number of a line, from 1, or 0 for none; “${text}” is neither.`);
}

function delimiterOf(text: string): string {
  const one = text === '\\t' || text === 'tab' ? '\t' : text;
  if (one.length === 1) return one;
  throw usageError(`--delimiter is one character, or “tab”; “${text}” is neither.`);
}

/** What a command line wants of the reading; what it does not name is found. */
export function readingOf(values: Values): WantedReading {
  const texts = ['sheet', 'entry', 'path', 'encoding'].map((name) => [name, textOf(values, name)] as const);
  const [delimiter, header] = [textOf(values, 'delimiter'), textOf(values, 'header')];
  return {
    ...Object.fromEntries(texts.filter(([, text]) => text !== null)),
    ...(delimiter === null ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(header === null ? {} : { header: headerOf(header) }),
  };
}

/** The answers of a command line, by question. */
export function answersOf(values: Values): ReadonlyMap<string, string> {
  const answers = textsOf(values, 'answer').map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
    throw usageError(`--answer is written question=value, such as date-order=day-first; “${text}” is not.`);
  });
  return new Map(answers);
}
