import type { RawTable } from '../../lib/formats/raw-table';
import { NO_READING, type Reading } from '../../lib/formats/reading';
import { proposeMapping } from '../../lib/mapping/guess/propose';
import type { Mapping } from '../../lib/mapping/mapping';
import type { Proposal } from '../../lib/mapping/proposal';
import { surveyTable } from '../../lib/mapping/survey/survey-table';

/** A reading of comma-separated text, for tests. */
export const SAMPLE_READING: Reading = { ...NO_READING, format: 'delimited' };

/** A table written as lines with cells parted by `|`, the first of them its header; `#` in the second are HXL tags. */
export function linesTable(text: string): RawTable {
  const [header = [], ...records] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const tagged = records[0]?.some((cell) => cell.startsWith('#')) ? records.shift() : undefined;
  const rows = records.map((cells, at) => ({ line: at + 2, cells: header.map((_, i) => cells[i] ?? '') }));
  return {
    file: 'sample.csv',
    columns: header.map((name, at) => ({ name: name || `column ${at + 1}`, hxl: tagged?.[at] || null })),
    size: rows.length,
    async *batches() {
      yield { rows, problems: [], bytes: rows.length };
    },
  };
}

/** What is proposed for a table. */
export async function propose(table: RawTable): Promise<Proposal> {
  return proposeMapping(await surveyTable(table), SAMPLE_READING, table.file);
}

/** What is proposed for a table written as lines. */
export const proposalOf = (text: string) => propose(linesTable(text));

/** The mapping proposed for a table written as lines; throws where it is refused. */
export async function mappingOf(text: string): Promise<Mapping> {
  const { mapping, refusal } = await proposalOf(text);
  if (!mapping) throw new Error(refusal?.reason ?? 'refused without a reason');
  return mapping;
}
