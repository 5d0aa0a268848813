import type { Filter } from '../../../query/query';
import { MOST_TIES, type SpellsResult } from '../../../query/result';
import type { IncidentId } from '../../../series/model';
import { byCodePoint } from '../../../text/order';
import { type Day, type DaySpan, MIN_DAY } from '../../../time/day';
import { listRows, noRows } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { BEST, type Selection } from '../selection/selection';
import { eachMatchSince, zonesOf } from '../selection/window';

/** Disjoint spans of days, ascending. */
export interface Busy {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Which of the possible spans of a series are of the dates of some rows, ascending. */
function spansOf(columns: Columns, rows: Uint32Array): Uint32Array {
  const { column, possible } = columns.dates;
  const ofDates = columns.postings('possible spans', { codes: possible.codes, values: column.values });
  const held = noRows(possible.codes.length);
  const { codes } = column;
  for (let at = 0; at < rows.length; at++) {
    const code = codes[rows[at]!]!;
    for (let i = ofDates.starts[code]!; i < ofDates.starts[code + 1]!; i++) {
      const span = ofDates.rows[i]!;
      held[span >>> 5]! |= 1 << (span & 31);
    }
  }
  return listRows(held);
}

/** The days on which any dated row of a selection may have begun, whatever the window. */
export function busyDays(columns: Columns, { rows }: Selection): Busy {
  const { from: begins, to: ends } = columns.dates.possible;
  const spans = rows === null ? null : spansOf(columns, rows);
  const count = spans === null ? begins.length : spans.length;
  const [from, to] = [new Int32Array(count), new Int32Array(count)];
  let last = -1;
  for (let i = 0; i < count; i++) {
    const at = spans === null ? i : spans[i]!;
    const [begin, end] = [begins[at]!, ends[at]!];
    if (last < 0 || begin > to[last]! + 1) {
      from[++last] = begin;
      to[last] = end;
    } else if (end > to[last]!) to[last] = end;
  }
  // Of their own, for most spans touch the one before.
  return { from: from.slice(0, last + 1), to: to.slice(0, last + 1) };
}

/** The longest runs of days of the window outside the busy ones, the earliest of equals and some more; none where none is busy. */
function longestQuiet(busy: Busy, window: Pick<Filter, 'from' | 'to'>): readonly DaySpan[] {
  let longest: { from: number; to: number }[] = [];
  let most = 0;
  let free: number = window.from;
  let isBusy = false;
  const look = (to: number) => {
    const days = to - free + 1;
    if (days <= 0 || days < most) return;
    if (days > most) longest = [];
    most = days;
    if (longest.length <= MOST_TIES) longest.push({ from: free, to });
  };
  for (let at = 0; at < busy.from.length; at++) {
    if (busy.to[at]! < window.from || busy.from[at]! > window.to) continue;
    isBusy = true;
    look(Math.max(busy.from[at]!, window.from) - 1);
    free = busy.to[at]! + 1;
  }
  look(window.to);
  return isBusy ? (longest as DaySpan[]) : [];
}

/** Days of a window on which a date may lie. */
interface Ends {
  readonly earliest: Day;
  readonly latest: Day;
}

/** An incident that may be the last, and when it may have begun. */
interface Found {
  readonly row: number;
  readonly own: Ends;
}

/** The first and the last day of the window on which a date may lie. The date itself is asked only where there are gaps in it: it may have to be read. */
function endsIn({ dates }: Columns, date: number, { from, to }: Pick<Filter, 'from' | 'to'>): Ends {
  const { first, last, gaps } = dates.spans;
  const possible =
    gaps[date] === 0 ? [{ from: first[date]!, to: last[date]! }] : dates.column.values.at(date)!.possible;
  const inside = possible.filter((span) => span.from <= to && span.to >= from);
  return {
    earliest: Math.max(inside[0]?.from ?? from, from) as Day,
    latest: Math.min(inside.at(-1)?.to ?? to, to) as Day,
  };
}

/** The last day of the window on which an incident in best surely began; before all days where there is none. */
function lastPlainDay(
  columns: Columns,
  selection: Selection,
  { from, to }: Pick<Filter, 'from' | 'to'>,
): number {
  const { codes } = columns.dates.column;
  const [plain] = zonesOf(columns, selection, from, to);
  if (plain === undefined) return MIN_DAY;
  for (let at = plain.sure.to - 1; at >= plain.sure.from; at--) {
    const row = selection.rows === null ? at : selection.rows[at]!;
    if ((selection.firm[columns.linkLists.codes[row]!]! & BEST) !== 0) {
      return columns.dates.spans.first[codes[row]!]!;
    }
  }
  return MIN_DAY;
}

interface Last {
  readonly id: IncidentId;
  readonly own: Ends;
}

/** Which of two incidents is later: above 0 where it is the first. */
function byEnds(a: Ends, b: Ends): number {
  return a.latest - b.latest || a.earliest - b.earliest;
}

/** The latest of some incidents, of those that are as late the one whose id comes last. Ids are texts, of which as few as can be are read. */
function latestOf({ incidentIds }: Columns, found: readonly Found[]): Last | null {
  const [first] = found;
  if (first === undefined) return null;
  let { own } = first;
  for (const one of found) if (byEnds(one.own, own) > 0) own = one.own;
  let last: IncidentId | null = null;
  for (const one of found) {
    if (one.own !== own && byEnds(one.own, own) !== 0) continue;
    const id = incidentIds.at(one.row)!;
    if (last === null || byCodePoint(id, last) > 0) last = id;
  }
  return { id: last!, own };
}

/** The last incident in best; see `SpellsResult`. */
function lastOf(
  columns: Columns,
  selection: Selection,
  window: Pick<Filter, 'from' | 'to'>,
): SpellsResult['last'] {
  const { codes } = columns.dates.column;
  const lists = columns.linkLists.codes;
  const { last: lastDays } = columns.dates.spans;
  const ends = new Map<number, Ends>();
  const found: Found[] = [];
  let earliest = lastPlainDay(columns, selection, window);
  eachMatchSince(columns, selection, [window.from, window.to], earliest, (row, share) => {
    const date = codes[row]!;
    if (lastDays[date]! < earliest) return;
    if (share === 0 || (selection.firm[lists[row]!]! & BEST) === 0) return;
    let own = ends.get(date);
    if (own === undefined) {
      own = endsIn(columns, date, window);
      ends.set(date, own);
    }
    if (own.earliest > earliest) earliest = own.earliest;
    if (own.latest >= earliest) found.push({ row, own });
  });
  const candidates = found.filter(({ own }) => own.latest >= earliest);
  const last = latestOf(columns, candidates);
  if (last === null) return null;
  return { id: last.id, latest: last.own.latest, earliest: earliest as Day, candidates: candidates.length };
}

/** The longest quiet span and the last incident; `busy` are the busy days of the selection. */
export function answerSpells(
  columns: Columns,
  selection: Selection,
  busy: Busy,
  filter: Filter,
): SpellsResult {
  if (filter.from > filter.to) return { quiet: null, ties: [], last: null };
  const [quiet = null, ...ties] = longestQuiet(busy, filter);
  return { quiet, ties, last: lastOf(columns, selection, filter) };
}
