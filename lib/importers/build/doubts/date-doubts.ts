import { momentOf } from '../../../dates/local-day';
import type { RawColumn, RawRow } from '../../../formats/raw-table';
import { ownDateColumns } from '../../../mapping/mapped-columns';
import type { DateMapping } from '../../../mapping/mapping';
import type { Problem } from '../../../problems/problem';
import { parseDay } from '../../../time/day';
import type { EventDate } from '../../../time/event-date';
import { problemAt } from '../../import-codes';
import { cellOf } from '../cells/cell-reader';
import { ExchangedDays, type ExchangedDaysPart, exchanged } from './exchanged-days';
import { daySpan, FarDates, type FarDatesPart } from './far-dates';

/** What was seen of the dates of some rows, as it can be sent to another thread. */
export interface DatesPart {
  readonly far: FarDatesPart;
  readonly exchanged: ExchangedDaysPart;
  readonly offsets: ReadonlyMap<string, number>;
}

/** Watches the dates of a file for what only all of them together show. */
export interface DateDoubts {
  readonly observe: (row: RawRow, date: EventDate) => void;
  readonly part: () => DatesPart;
  /** Adds what was seen of the rows that follow. */
  readonly absorb: (part: DatesPart) => void;
  /** What is to be said of them, once all rows have gone by. */
  readonly conclude: () => readonly Problem[];
}

/** Years up to this are likelier days or counts. */
const EARLY = 99;

const inYears = (from: number, to: number) => (from === to ? `of ${from}` : `of ${from} to ${to}`);
const yearOf = (day: string) => Number(/^-?\d+/.exec(day)?.[0]);

/** The offsets from UTC with which the moments of a column are written. */
class Offsets {
  readonly seen = new Map<string, number>();

  absorb(seen: ReadonlyMap<string, number>): void {
    for (const [offset, count] of seen) this.seen.set(offset, (this.seen.get(offset) ?? 0) + count);
  }

  observe(text: string): void {
    if (text.length < 16 || momentOf(text) === null) return;
    const end = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d?)\s*$/i.exec(text)?.[0].trim() ?? '';
    const offset = /^(?:z|utc|gmt|[+-]00:?00)$/i.test(end) ? 'UTC' : end;
    this.seen.set(offset, (this.seen.get(offset) ?? 0) + 1);
  }

  /** A sentence about whose days count; null where the file does not write moments. */
  sentence(isLocal: boolean): string | null {
    if (this.seen.size === 0) return null;
    if (isLocal) return 'each moment counts on its day in the zone that its row names';
    const [[only] = ['']] = this.seen;
    if (this.seen.size > 1)
      return 'each moment counts on the day that it is written with, at the offset beside it';
    return only === 'UTC'
      ? 'the times are in UTC, and each counts on its day in UTC, which may be another than the day on the spot'
      : `the times are at ${only} from UTC, and each counts on its day there`;
  }
}

/** Watches the dates of a table as they are read. */
export function dateDoubts(file: string, columns: readonly RawColumn[], mapping: DateMapping): DateDoubts {
  const own = ownDateColumns(mapping);
  const names = mapping.kind === 'parts' ? own : own.slice(0, mapping.kind === 'one' ? 1 : 2);
  const cells = names.map((name) => cellOf(columns, name));
  const [first] = cells;
  const [column = null] = names;
  const [far, exchange, offsets] = [new FarDates(), new ExchangedDays(), new Offsets()];
  const isOrdered = mapping.kind !== 'parts' && mapping.rule.order !== null;
  const isText = mapping.kind !== 'parts';
  const textOf = (row: RawRow) =>
    cells
      .map((cell) => cell(row.cells))
      .filter((text) => text !== '')
      .join(isText ? '/' : '-');
  const at = (row: number | null, value: string, where: string = file) => ({
    file: where,
    row,
    column,
    value,
  });

  const farProblems = (): Problem[] => {
    const found = far.conclude();
    if (found === null) return [];
    const others = daySpan(found.from, found.to);
    const [from = '', to = ''] = others.split(/(?<=\d)\//);
    const all = inYears(yearOf(from), yearOf(to));
    const rows = found.rows.map(({ line, text, file: where, year, away }) =>
      problemAt(
        at(line, text, where),
        'far-date',
        `the year ${year} lies ${away} years from all others, which are ${all}`,
      ),
    );
    const lines = [...new Set(found.rows.map(({ line }) => line))];
    const reason = `${lines.length === 1 ? 'one date lies' : `${lines.length} dates lie`} far from all others, which are ${all}: row ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ' …' : ''}`;
    return [...rows, problemAt(at(null, others), 'far-dates', reason)];
  };

  const exchangedProblems = (): Problem[] => {
    const found = exchange.conclude();
    if (found === null) return [];
    return found.rows.map(({ line, text, file: where }) => {
      const meant = exchanged(text);
      const other = parseDay(meant) === null ? '' : `; it may be ${meant}`;
      const reason = `all ${found.written} dates that are text have a day over 12, and all ${found.count} real dates one up to 12, as when a spreadsheet takes the month for the day${other}`;
      return problemAt(at(line, text, where), 'exchanged-day', reason);
    });
  };

  const earlyProblems = (): Problem[] => {
    const span = far.span();
    if (span === null || span[0] < 0 || span[1] > EARLY) return [];
    const reason = `all dates are in the years ${span[0]} to ${span[1]}, which may be days or counts`;
    return [problemAt(at(null, ''), 'early-years', reason)];
  };

  const zoneNotes = (): Problem[] => {
    const sentence = offsets.sentence(mapping.zone !== undefined);
    return sentence === null ? [] : [problemAt(at(null, ''), 'days-of-zone', sentence)];
  };

  return {
    observe(row, date) {
      far.observe(row, date, textOf);
      if (!first || !isText) return;
      const text = first(row.cells);
      if (isOrdered) exchange.observe(row, text);
      offsets.observe(text);
    },
    part: () => ({ far: far.part, exchanged: exchange.part, offsets: offsets.seen }),
    absorb(part) {
      far.absorb(part.far);
      exchange.absorb(part.exchanged);
      offsets.absorb(part.offsets);
    },
    conclude: () => [...farProblems(), ...exchangedProblems(), ...earlyProblems(), ...zoneNotes()],
  };
}
