import type { SeriesInfo } from '../../query/info/series-info';
import { shownColumns, tieShown } from '../../query/info/shown-columns';
import type { PictureInput } from '../../render/picture/picture-input';
import { type BuiltInColumn, type Column, isNumeric, roleOf } from '../../series/field-table';
import { isOwnKey, type OwnKey, ownValue } from '../../series/fields';
import type { Incident } from '../../series/model';
import { parseDay } from '../../time/day';
import { besideTitle, cellWords } from '../../words/cells';
import { columnLabel } from '../../words/labels';
import { html, type Markup } from './markup';

/** A column of a table in a page that stands alone; numbers stand to the right. */
export interface WordedColumn {
  readonly id: Column;
  readonly name: string;
  readonly numeric: boolean;
}

/** A cell of it. `key` is what it is sorted by, `beneath` a second line. */
export interface TableCell {
  readonly text: string;
  readonly key: string | number;
  readonly beneath: string | null;
}

/** What is not reported sorts before what is. */
const FIRST = Number.MIN_SAFE_INTEGER;

/** The columns that a view shows, as the table of the dashboard has them. */
export function tableColumns({ info, view }: Pick<PictureInput, 'info' | 'view'>): readonly WordedColumn[] {
  const { guide } = info;
  return shownColumns(info, view).map((id) => ({
    id,
    name: columnLabel(guide, id),
    numeric: isNumeric(guide, id),
  }));
}

/** What a cell of a column of the model is sorted by: figures and days as numbers, all else as its text. */
function roleKey(incident: Incident, column: BuiltInColumn, text: string): string | number {
  const read = roleOf(column)?.read;
  switch (read?.as) {
    case 'date':
      return incident.date.earliest ?? FIRST;
    case 'number':
      return read.of(incident);
    case 'estimate': {
      const { best, high } = incident[read.property];
      return best ?? high ?? -1;
    }
    default:
      return text.toLocaleLowerCase('en');
  }
}

function ownCellKey(incident: Incident, column: OwnKey, text: string): string | number {
  const value = ownValue(incident, column.slice(1));
  if (value === undefined) return FIRST;
  if (typeof value === 'number') return value;
  return (typeof value === 'string' ? parseDay(value) : null) ?? text.toLocaleLowerCase('en');
}

/** The cells of an incident. The place stands beneath the title where it has no column. */
export function tableCells(
  incident: Incident,
  info: Pick<SeriesInfo, 'guide' | 'offers'>,
  columns: readonly WordedColumn[],
): readonly TableCell[] {
  const ids = columns.map(({ id }) => id);
  const ties = tieShown(info, ids);
  return ids.map((id) => {
    const text = cellWords(info.guide, incident, id, ties);
    const key = isOwnKey(id) ? ownCellKey(incident, id, text) : roleKey(incident, id, text);
    const beneath = id === 'title' && !ids.includes('place') ? besideTitle(incident) : null;
    return { text, key, beneath };
  });
}

/** Columns that fit on a sheet of paper at the size of the page. */
const MOST_ON_PAPER = 9;

/** The class of a table: one with many columns is set smaller on paper. */
export function tableClass(columns: readonly WordedColumn[]): string {
  return columns.length > MOST_ON_PAPER ? 'wide' : '';
}

/** The class of a cell: figures flush right, room for days and titles. */
export function cellClass(column: WordedColumn | undefined): string {
  if (column?.numeric) return 'n';
  if (column?.id === 'title') return 'title';
  return column?.id === 'date' ? 'day' : '';
}

/** What a cell is called where a row is a block; days and titles tell themselves. */
export function cellLabel(column: WordedColumn | undefined): Markup | null {
  if (column === undefined || column.id === 'date' || column.id === 'title') return null;
  return html` data-label="${column.name}"`;
}

/** The second line of a cell, where there is one. */
export function secondLine(beneath: string | null): Markup | null {
  return beneath === null ? null : html`<div class="note">${beneath}</div>`;
}
