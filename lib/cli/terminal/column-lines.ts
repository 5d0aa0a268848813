import type { ColumnReport } from '../../importers/report/column-report';
import { columnsInShort } from '../../importers/report/column-words';
import { quantity } from '../../importers/report/left-out-words';

/** A column that is used, by the fields that read it: `date ← when: The date of the incident. (certain: …)` */
function usedLine({ column, fields, meaning, why, certainty }: ColumnReport): string {
  const sure = certainty === null ? '' : `${certainty}: `;
  return `  ${fields.join(', ')} ← ${column}: ${meaning} (${sure}${why})`;
}

/** Columns of which nothing is in the series, by name, in a line for each reason. */
function leftLines(columns: readonly ColumnReport[]): readonly string[] {
  const left = columns.filter(({ fields }) => fields.length === 0);
  return [...new Set(left.map(({ why }) => why))].map((why) => {
    const [first, ...more] = left.filter((one) => one.why === why);
    const names = [first, ...more].flatMap((one) => one?.column ?? []);
    return `  ${first?.outcome ?? 'dropped'}: ${names.join(', ')} (${why})`;
  });
}

/** Every column by name and what became of it, the used ones first. `samplesOf` gives cells to show below them. */
export function columnLines(
  columns: readonly ColumnReport[] | null,
  samplesOf: (column: string) => readonly string[] = () => [],
): readonly string[] {
  if (columns === null) return ['A Data Package, which says itself what its columns mean.'];
  const used = columns.filter(({ fields }) => fields.length > 0);
  const sorted = [...used].sort((a, b) => Number(a.outcome === 'kept') - Number(b.outcome === 'kept'));
  return [
    `What became of the ${quantity(columns.length, 'column')}: ${columnsInShort(columns)}.`,
    ...sorted.flatMap((one) => {
      const samples = samplesOf(one.column);
      return samples.length === 0 ? [usedLine(one)] : [usedLine(one), `      ${samples.join(' · ')}`];
    }),
    ...leftLines(columns),
  ];
}
