import type { ReadingQuestion } from '../reading';
import type { JsonTable } from './json-outline';

/** An array with this many times the rows of any other is the table. */
const CLEARLY = 10;
const MOST_OPTIONS = 20;

/** Which array of a document is the table; `question` where that is not clear, and the largest is taken for now. */
export function choosePath(
  tables: readonly JsonTable[],
  wanted: string | undefined | null,
): { table: JsonTable | null; question: ReadingQuestion | null } {
  const [first, second] = tables;
  if (typeof wanted === 'string')
    return { table: tables.find(({ path }) => path === wanted) ?? null, question: null };
  if (first === undefined || second === undefined) return { table: first ?? null, question: null };
  const features = tables.find(({ path, kind }) => path === '/features' && kind === 'features');
  if (features !== undefined) return { table: features, question: null };
  const events = tables.find(
    ({ path, columns }) => path === '/events' && isTimeline(columns.map(({ name }) => name)),
  );
  if (events !== undefined) return { table: events, question: null };
  if (first.rows >= second.rows * CLEARLY) return { table: first, question: null };
  return { table: first, question: askPath(tables) };
}

/** Whether these are the events of a TimelineJS document, beside which stand its eras. */
function isTimeline(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('start_date.'));
}

function askPath(tables: readonly JsonTable[]): ReadingQuestion {
  return {
    id: 'path',
    text: `The document holds ${tables.length} lists of records. Which are the events?`,
    options: tables.slice(0, MOST_OPTIONS).map(({ path, rows, columns }) => ({
      value: path,
      label: `${path || 'the document itself'}: ${rows} records with ${columns.length} columns`,
      change: { reading: { path } },
    })),
  };
}
