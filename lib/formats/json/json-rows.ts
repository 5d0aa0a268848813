import type { Problem } from '../../problems/problem';
import { formatProblem } from '../errors/format-codes';
import type { ImportLimits } from '../limits';
import type { RawRow } from '../raw-table';
import type { ColumnTree } from './column-tree';
import { type ElementKind, membersOf } from './json-outline';
import type { JsonElement } from './json-walker';
import { countMembers, parseRecord } from './parse-record';

const WHY: Readonly<Record<'too-deep' | 'too-long', (limits: ImportLimits) => string>> = {
  'too-deep': ({ depth }) => `the record is nested deeper than ${depth}`,
  'too-long': ({ recordCharacters }) => `the record has more than ${recordCharacters} characters`,
};

/** Makes rows, or problems, of the elements of one array. */
export class JsonRows {
  rows: RawRow[] = [];
  problems: Problem[] = [];
  private torn = false;

  constructor(
    private readonly file: string,
    private readonly tree: ColumnTree,
    private readonly width: number,
    private readonly kind: ElementKind,
    private readonly limits: ImportLimits,
  ) {}

  /** Takes the record that begins on this line, or has this number. */
  take(line: number, element: JsonElement): void {
    if (element.state === 'whole') this.read(line, element);
    else if (element.state === 'torn') this.tear(line, element.text);
    else this.reject(line, element, element.state, WHY[element.state](this.limits));
  }

  private read(line: number, element: JsonElement): void {
    const parsed = parseRecord(element.text);
    const members = parsed.kind === 'broken' ? null : membersOf(this.kind, parsed.value);
    if (parsed.kind === 'broken' || members === null) {
      const reason = parsed.kind === 'broken' ? parsed.reason : 'it is not like the other records';
      this.reject(line, element, 'broken-record', reason);
      return;
    }
    this.rows.push({ line, cells: this.tree.cells(members, this.width) });
    if (parsed.notANumber) this.warn(line, 'not-finite', 'NaN or Infinity stands where a number should');
    if (countMembers(parsed.value) !== element.members) {
      this.warn(line, 'repeated-key', 'a key stands twice in one object; the last value is used');
    }
  }

  /** Says that the file ends too early, unless it has been said of a record. */
  tear(line: number | null, text: string | null): void {
    if (this.torn) return;
    this.torn = true;
    const place = { file: this.file, row: line, column: null, value: text };
    this.problems.push(
      formatProblem(place, 'truncated-file', 'the file ends, or cannot be followed further, here'),
    );
  }

  private reject(
    line: number,
    { text }: JsonElement,
    code: 'too-deep' | 'too-long' | 'broken-record',
    reason: string,
  ): void {
    this.problems.push(
      formatProblem({ file: this.file, row: line, column: null, value: text }, code, reason),
    );
  }

  private warn(line: number, code: 'not-finite' | 'repeated-key', reason: string): void {
    this.problems.push(
      formatProblem({ file: this.file, row: line, column: null, value: null }, code, reason),
    );
  }

  /** What has come since it was last asked. */
  drain(): { rows: RawRow[]; problems: Problem[] } {
    const { rows, problems } = this;
    this.rows = [];
    this.problems = [];
    return { rows, problems };
  }
}
