import { cellText, numberText } from './cell-text';
import type { MergedCells } from './merged-cells';
import type { CellNumberKind } from './number-format';
import { serialText } from './serial-date';
import type { Workbook } from './workbook';
import { attribute, eachAttribute, type XmlVisitor } from './xml-reader';

/** A row of a sheet, its cells up to the last that is filled. */
export interface SheetRow {
  /** Its number in the sheet. */
  readonly line: number;
  readonly cells: string[];
  /** Cells that hold an error, such as `#N/A`, or name a text that is not there: `#MISSING!`. */
  readonly errors: readonly { readonly at: number; readonly value: string }[];
}

/** Columns of a sheet that Excel can have. */
const MOST_COLUMNS = 16_384;
/** Names of the attributes of a cell: its place, its style and its type. */
const [R, S, T] = [114, 115, 116];
const NO_ERRORS: SheetRow['errors'] = [];

/**
 * Makes rows of the cells of a sheet. A formula counts as the value that was kept with it and is never computed; the value of
 * a merged cell holds for all of its rows, in its first column. Rows without a filled cell of their own are none.
 */
export class SheetReader implements XmlVisitor {
  rows: SheetRow[] = [];
  /** Whether the end of the cells was reached. */
  ended = false;
  private line = 0;
  private cells: string[] = [];
  private errors: { at: number; value: string }[] = [];
  private at = -1;
  private type = '';
  private kind: CellNumberKind = 'number';
  private value = '';
  private inValue = false;
  private phonetic = false;
  /** Merged cells that reach below the row in which they began, by column. */
  private readonly held = new Map<number, { readonly last: number; readonly text: string }>();

  constructor(
    private readonly book: Pick<Workbook, 'texts' | 'kinds' | 'is1904'>,
    private readonly merged: MergedCells = new Map(),
  ) {}

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = !this.phonetic;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.phonetic = true;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'sheetData') this.ended = true;
  }

  text(text: string): void {
    if (this.inValue) this.value = this.value === '' ? text : this.value + text;
  }

  private openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? 0);
    this.line = Number.isSafeInteger(number) && number > 0 ? number : this.line + 1;
    this.cells = [];
    this.errors = [];
    this.at = -1;
  }

  private openCell(attributes: string): void {
    this.at += 1;
    this.type = '';
    this.kind = 'number';
    this.value = '';
    eachAttribute(attributes, (start, equals, from, end) => {
      if (equals !== start + 1) return;
      const name = attributes.charCodeAt(start);
      if (name === R) this.at = columnOf(attributes, from) ?? this.at;
      else if (name === T) this.type = attributes.slice(from, end);
      else if (name === S) this.kind = this.book.kinds[Number(attributes.slice(from, end))] ?? 'number';
    });
  }

  private closeCell(): void {
    if (this.value === '' || this.at >= MOST_COLUMNS) return;
    const text = this.cellValue();
    if (text === '') return;
    while (this.cells.length < this.at) this.cells.push('');
    this.cells[this.at] = text;
  }

  private cellValue(): string {
    const { type, value, kind } = this;
    if (type === 's') return this.book.texts[Number(value)] ?? this.error('#MISSING!');
    if (type === 'b') return value.trim() === '1' ? 'true' : 'false';
    if (type === 'e') return this.error(cellText(value));
    if (type === 'd') return isoText(value);
    if (type === '' || type === 'n') {
      return kind === 'number' ? numberText(value) : serialText(value, kind, this.book.is1904);
    }
    return cellText(value);
  }

  private error(value: string): '' {
    this.errors.push({ at: this.at, value });
    return '';
  }

  private closeRow(): void {
    if (this.cells.length === 0 && this.errors.length === 0) return;
    const errors = this.errors.length === 0 ? NO_ERRORS : this.errors;
    if (this.merged.size > 0) this.fillMerged();
    this.rows.push({ line: this.line, cells: this.cells, errors });
  }

  private fillMerged(): void {
    for (const [column, { last, text }] of this.held) {
      if (last < this.line) this.held.delete(column);
      else if ((this.cells[column] ?? '') === '') this.put(column, text);
    }
    for (const { column, last } of this.merged.get(this.line) ?? []) {
      this.held.set(column, { last, text: this.cells[column] ?? '' });
    }
  }

  private put(column: number, text: string): void {
    if (text === '') return;
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = text;
  }
}

/** The column of `AB12` as it stands at `from`, counted from 0; null where there are no letters. */
function columnOf(attributes: string, from: number): number | null {
  let column = 0;
  for (let at = from; ; at++) {
    const code = attributes.charCodeAt(at) & ~32;
    if (!(code >= 65 && code <= 90)) return column === 0 ? null : column - 1;
    column = Math.min(column * 26 + code - 64, MOST_COLUMNS + 1);
  }
}

/** A date that is written out, as some programs do: without the time where that is midnight exactly. */
function isoText(value: string): string {
  return cellText(value.trim()).replace(/T00:00:00(?:\.0+)?Z?$/, '');
}
