import type { Question } from '../../mapping/proposal';
import type { Problem } from '../../problems/problem';

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
  return all > lines.length ? [...lines, `  … and ${(all - lines.length).toLocaleString('en')} more`] : lines;
}

/** A question with the exact answers to give. */
export function questionLines({ id, text, options }: Question): readonly string[] {
  return [`  ${text}`, ...options.map(({ value, label }) => `    --answer ${id}=${value}   ${label}`)];
}
