import type { Built } from '../importers/build/sink';
import type { Mapping } from '../importers/mapping/mapping';
import type { Question } from '../importers/mapping/proposal';
import type { Problem } from '../series/model';
import { type Day, formatDay } from '../time/day';

const dayText = (day: Day | null) => (day === null ? null : formatDay(day));

/** What `import --json` prints. */
export interface ImportReport {
  readonly dataset: string;
  readonly revision: string | null;
  readonly read: number;
  readonly incidents: number;
  readonly problems: number;
  readonly skipped: number;
  readonly warnings: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly actors: number;
  readonly mapping: Mapping | null;
}

/** Lays out what came of an import. */
export function reportOf(
  dataset: string,
  revision: string | null,
  { counts, first, last, rest }: Built,
  mapping: Mapping | null,
): ImportReport {
  const { read, incidents, problems, skipped, warnings } = counts;
  const span = { first: dayText(first), last: dayText(last) };
  const rows = { read, incidents, problems, skipped, warnings };
  return { dataset, revision, ...rows, ...span, actors: rest.actors.length, mapping };
}

const count = (number: number) => number.toLocaleString('en');
const counted = (number: number, one: string) => `${count(number)} ${one}${number === 1 ? '' : 's'}`;

/** The same for people. */
export function reportLines({ first, last, actors, ...rows }: ImportReport): readonly string[] {
  const { read, incidents, problems, skipped, warnings } = rows;
  return [
    `${counted(read, 'row')} read = ${counted(incidents, 'incident')} + ${counted(problems, 'problem')} + ${count(skipped)} skipped`,
    `${first ?? 'no known day'} to ${last ?? 'no known day'}, ${counted(actors, 'actor')}, ${counted(warnings, 'warning')}`,
  ];
}

/** Where a problem stands: `events.csv:12:date`. */
export function placeOf({ file, row, column }: Problem): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}

/** Problems, one a line: the first of them, and how many of `all` are left. */
export function problemLines(
  problems: readonly Problem[],
  most = 20,
  all = problems.length,
): readonly string[] {
  const lines = problems.slice(0, most).map((problem) => {
    const value = !problem.value ? '' : ` “${problem.value}”`;
    return `  ${placeOf(problem)}:${value} ${problem.reason} (${problem.code})`;
  });
  return all > lines.length ? [...lines, `  … and ${count(all - lines.length)} more`] : lines;
}

/** A question with the exact answers to give. */
export function questionLines({ id, text, options }: Question): readonly string[] {
  return [`  ${text}`, ...options.map(({ value, label }) => `    --answer ${id}=${value}   ${label}`)];
}
