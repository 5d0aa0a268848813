import { quantity } from '../importers/left-out-words';
import type { ColumnReport } from '../importers/mapping/column-report';

/** A column that is used, by the fields that read it: `date ← when: The date of the incident. (certain: …)` */
function usedLine({ column, fields, meaning, why, certainty }: ColumnReport): string {
  const sure = certainty === null ? '' : `${certainty}: `;
  return `  ${fields.join(', ')} ← ${column}: ${meaning} (${sure}${why})`;
}

/** Columns that are not used, by name, in a line for each reason. */
function unusedLines(columns: readonly ColumnReport[]): readonly string[] {
  const unused = columns.filter(({ outcome }) => outcome === 'unused');
  return [...new Set(unused.map(({ why }) => why))].map((why) => {
    const names = unused.filter((one) => one.why === why).map(({ column }) => column);
    return `  not used: ${names.join(', ')} (${why})`;
  });
}

/** Every column by name and what became of it, the used ones first. `samplesOf` gives cells to show below them. */
export function columnLines(
  columns: readonly ColumnReport[] | null,
  samplesOf: (column: string) => readonly string[] = () => [],
): readonly string[] {
  if (columns === null) return ['A Data Package, which says itself what its columns mean.'];
  const used = columns.filter(({ outcome }) => outcome === 'used');
  return [
    `What became of the ${quantity(columns.length, 'column')}:`,
    ...used.flatMap((one) => {
      const samples = samplesOf(one.column);
      return samples.length === 0 ? [usedLine(one)] : [usedLine(one), `      ${samples.join(' · ')}`];
    }),
    ...unusedLines(columns),
  ];
}
