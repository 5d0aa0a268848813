import { shownColumns } from '../../query/info/shown-columns';
import { NONE } from '../../query/query';
import type { PictureInput } from '../../render/picture/picture-input';
import {
  type BuiltInColumn,
  type BuiltInFacet,
  type Column,
  isNumeric,
  roleOf,
} from '../../series/field-table';
import { isOwnKey, type OwnKey, type OwnValue, ownField, ownValue } from '../../series/fields';
import type { Estimate, Incident, Link, SeriesGuide } from '../../series/model';
import { parseDay } from '../../time/day';
import { formatEventDate } from '../../time/format';
import { formatEstimate, NOT_REPORTED_TEXT } from '../../words/figures';
import { ownInWords } from '../../words/incident';
import { columnLabel, labelOf } from '../../words/labels';
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

function words(text: string): TableCell {
  return { text, key: text.toLocaleLowerCase('en'), beneath: null };
}

function figure(estimate: Estimate): TableCell {
  return { text: formatEstimate(estimate), key: estimate.best ?? estimate.high ?? -1, beneath: null };
}

function relationWords({ relation, certainty, disputedBy }: Link): string {
  const doubt = [certainty === 'certain' ? '' : certainty, disputedBy.length > 0 ? 'disputed' : ''];
  return [relation, ...doubt.filter((note) => note !== '')].join(', ');
}

function listed(texts: readonly string[], nothing = NOT_REPORTED_TEXT): TableCell {
  return words(texts.length === 0 ? nothing : texts.join('; '));
}

function dateCell({ date }: Incident): TableCell {
  return { text: formatEventDate(date), key: date.earliest ?? FIRST, beneath: null };
}

/** The cell of a column of the model, by what it reads of an incident; ties are said with what is in doubt about them. */
function cellOf(incident: Incident, guide: SeriesGuide, column: BuiltInColumn): TableCell {
  const read = roleOf(column)?.read;
  const labels = (ids: readonly string[]) => ids.map((id) => labelOf(guide, column as BuiltInFacet, id));
  switch (read?.as) {
    case 'date':
      return dateCell(incident);
    case 'text':
      return words(read.of(incident) ?? NOT_REPORTED_TEXT);
    case 'number':
      return { text: String(read.of(incident)), key: read.of(incident), beneath: null };
    case 'estimate':
      return figure(incident[read.property]);
    case 'values':
      return listed(labels(read.of(incident)), ...labels([NONE]));
    default:
      if (column === 'relation') return listed(incident.links.map(relationWords), 'none');
      return listed(labels(incident.links.map(({ actor }) => actor)), ...labels([NONE]));
  }
}

function ownKeyOf(value: OwnValue, text: string): string | number {
  if (typeof value === 'number') return value;
  return (typeof value === 'string' ? parseDay(value) : null) ?? text.toLocaleLowerCase('en');
}

function ownCell(incident: Incident, guide: SeriesGuide, column: OwnKey): TableCell {
  const value = ownValue(incident, column.slice(1));
  if (value === undefined) return { text: NOT_REPORTED_TEXT, key: FIRST, beneath: null };
  const text = ownInWords(ownField(guide, column)?.kind ?? 'text', value).join(', ');
  return { text, key: ownKeyOf(value, text), beneath: null };
}

/** The cells of an incident. The place stands beneath the title where it has no column. */
export function tableCells(
  incident: Incident,
  guide: SeriesGuide,
  columns: readonly WordedColumn[],
): readonly TableCell[] {
  const hasPlace = columns.some(({ id }) => id === 'place');
  return columns.map(({ id }) => {
    if (isOwnKey(id)) return ownCell(incident, guide, id);
    const cell = cellOf(incident, guide, id);
    return id === 'title' && !hasPlace ? { ...cell, beneath: incident.place.name } : cell;
  });
}

/** Columns that fit on a sheet of paper at the size of the page. */
const MOST_ON_PAPER = 9;

/** The class of a table: one with many columns is set smaller on paper. */
export function tableClass(columns: readonly WordedColumn[]): string {
  return columns.length > MOST_ON_PAPER ? 'wide' : '';
}

/** The class of a cell: figures flush right, days on one line. */
export function cellClass(column: WordedColumn | undefined): string {
  if (column?.numeric) return 'n';
  return column?.id === 'date' ? 'day' : '';
}

/** The second line of a cell, where there is one. */
export function secondLine(beneath: string | null): Markup | null {
  return beneath === null ? null : html`<div class="note">${beneath}</div>`;
}
