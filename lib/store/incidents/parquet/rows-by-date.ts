import { byCodePoint } from '../../../text/order';
import type { EventDate } from '../../../time/event-date';
import type { IncidentTable } from '../incident-table';

/** Behind every day that is known. */
const UNKNOWN = 2 ** 31 - 1;

/** The rank of each date by its first and last day as written, what is not known last; dates of the same days share one. */
function ranksOf(dates: readonly EventDate[]): Uint32Array {
  const days = dates.map(({ earliest, latest }) => [earliest ?? UNKNOWN, latest ?? UNKNOWN] as const);
  const order = days
    .map((_, at) => at)
    .sort((a, b) => days[a]![0] - days[b]![0] || days[a]![1] - days[b]![1]);
  const ranks = new Uint32Array(dates.length);
  let rank = 0;
  order.forEach((at, place) => {
    const before = days[order[Math.max(0, place - 1)]!]!;
    if (before[0] !== days[at]![0] || before[1] !== days[at]![1]) rank++;
    ranks[at] = rank;
  });
  return ranks;
}

/** The rows of a table by the first and last day of their dates, then by id. */
export function rowsByDate(table: IncidentTable): Uint32Array {
  const { ids } = table;
  const { codes, values } = table.part('date');
  const dates = Array.from({ length: values.length }, (_, code) => values.at(code) as EventDate);
  const ranks = ranksOf(dates);
  const rankOf = (row: number) => ranks[codes[row] ?? 0]!;
  const most = ranks.reduce((sum, rank) => Math.max(sum, rank), 0);
  const starts = new Uint32Array(most + 2);
  for (let row = 0; row < ids.length; row++) starts[rankOf(row) + 1]! += 1;
  for (let rank = 0; rank <= most; rank++) starts[rank + 1]! += starts[rank]!;
  const [next, rows] = [starts.slice(), new Uint32Array(ids.length)];
  for (let row = 0; row < ids.length; row++) rows[next[rankOf(row)]!++] = row;
  for (let rank = 0; rank <= most; rank++) {
    const some = rows.subarray(starts[rank], starts[rank + 1]);
    const named = Array.from(some, (row) => ({ row, id: ids.at(row) as string }));
    named.sort((a, b) => byCodePoint(a.id, b.id));
    for (let at = 0; at < some.length; at++) some[at] = named[at]!.row;
  }
  return rows;
}
