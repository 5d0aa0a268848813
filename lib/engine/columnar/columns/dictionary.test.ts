import { describe, expect, it } from 'vitest';
import { countPosted, postingsOf, rowsOf, rowsPosted, rowsWhere } from './bits';
import { ColumnBuilder, inOrderOfRows, recoded } from './dictionary';

describe('a column of codes', () => {
  it('holds what each row was given, however many values there are', () => {
    const builder = new ColumnBuilder<string>();
    const size = 70_000;
    for (let row = 0; row < size; row++) builder.set(row, `v${row}`);
    const { codes, values } = builder.unordered(size);
    expect(Array.from(codes, (code) => values.at(code))).toEqual(
      Array.from({ length: size }, (_, row) => `v${row}`),
    );
  });

  it('holds what each row was given where values come again after all', () => {
    const builder = new ColumnBuilder<string>();
    const value = (row: number) => (row < 40_000 ? `v${row}` : `w${row % 7}`);
    for (let row = 0; row < 50_000; row++) builder.set(row, value(row));
    const { codes, values } = builder.unordered(50_000);
    expect(Array.from(codes, (code) => values.at(code))).toEqual(
      Array.from({ length: 50_000 }, (_, row) => value(row)),
    );
  });

  it('gives back any value that it has packed, wherever it lies', () => {
    type Held = string | null | undefined | readonly string[];
    const odd: readonly Held[] = ['', null, undefined, '\u0001x', '\ud83d half', 'é “ü” 💥\0', ['a', '']];
    const long = 'x'.repeat(5_000_000);
    const value = (row: number): Held => {
      if (row < 60_000) return `v${row}`;
      return row === 60_100 ? long : row % 50 === 0 ? odd[(row / 50) % odd.length] : `w${row} ü`;
    };
    const builder = new ColumnBuilder<Held>();
    const size = 61_000;
    for (let row = 0; row < size; row++) builder.set(row, value(row));
    const { codes, values } = builder.finish(Uint32Array.from({ length: size }, (_, row) => size - 1 - row));
    const expected = Array.from({ length: size }, (_, row) => value(size - 1 - row));
    expect(Array.from(codes, (code) => values.at(code))).toEqual(expected);
    expect(values.at(values.length)).toBeUndefined();
    const all = [...values];
    expect(all).toHaveLength(values.length);
    expect(values.map((one) => one)).toEqual(all);
    expect(Array.from(codes, (code) => all[code])).toEqual(expected);
  });

  it('takes values of one key for one, and has the first value where none was given', () => {
    const builder = new ColumnBuilder<string | null>((value) => value?.toLowerCase() ?? null);
    builder.set(0, null);
    builder.set(2, 'a');
    builder.set(3, 'A');
    builder.set(5, 'c');
    const { codes, values } = builder.finish(Uint32Array.of(5, 4, 3, 2, 1, 0));
    expect(Array.from(codes, (code) => values.at(code))).toEqual(['c', null, 'a', 'a', null, null]);
  });

  it('holds what the texts of rows say, reads equal ones once, and goes on where none comes again', () => {
    const builder = new ColumnBuilder<number | null>();
    let read = 0;
    const say = (row: number, text: string) =>
      builder.setText(row, text, (json) => {
        read++;
        return JSON.parse(json);
      });
    builder.set(0, 7);
    ['8', '7', 'null', '8', '8.0'].forEach((text, at) => void say(at + 1, text));
    builder.set(6, 7);
    expect(read).toBe(4);
    for (let row = 7; row < 80_000; row++) say(row, String(row % 70_000));
    const { codes, values } = builder.unordered(80_000);
    const expected = [7, 8, 7, null, 8, 8, 7];
    for (let row = 7; row < 80_000; row++) expected.push(row % 70_000);
    expect(Array.from(codes, (code) => values.at(code))).toEqual(expected);
  });

  it('has a code for each of the values that others are turned into', () => {
    const { codes, values } = recoded({ codes: Uint8Array.of(0, 1, 2, 1), values: [1, 2, 3] }, (n) => n % 2);
    expect(Array.from(codes, (code) => values.at(code))).toEqual([1, 0, 1, 0]);
    expect(values).toHaveLength(2);
  });

  it('finds the rows of the values that are wanted, beyond the first thirty-two', () => {
    const values = [0, 1, 2];
    const codes = Uint8Array.from({ length: 71 }, (_, row) => row % 3);
    const bits = rowsWhere({ codes, values }, (value) => value === 2);
    const found = Array.from({ length: 96 }, (_, row) => row).filter(
      (row) => ((bits[row >> 5] ?? 0) >>> (row & 31)) & 1,
    );
    expect(found).toEqual(Array.from({ length: 23 }, (_, at) => at * 3 + 2));
  });

  it('finds the rows of codes by a list of them as by a look at each row', () => {
    const codes = Uint8Array.from({ length: 1000 }, (_, row) => (row * row) % 7);
    const postings = postingsOf(codes, 8);
    for (const wanted of [[0], [1, 4], [3], [7], [], [0, 1, 2, 3, 4, 5, 6, 7]]) {
      const flags = Uint8Array.from({ length: 8 }, (_, code) => (wanted.includes(code) ? 1 : 0));
      expect(rowsPosted(postings, flags)).toEqual(rowsOf(codes, flags));
      expect(countPosted(postings, flags)).toBe(codes.filter((code) => wanted.includes(code)).length);
    }
  });
});

describe('codes in the order of rows', () => {
  it('ascend with the first row that has each, but for those that are fixed', () => {
    const codes = Uint8Array.of(5, 2, 5, 0, 1);
    expect([...inOrderOfRows(codes, 6, codes, 1)]).toEqual([0, 5, 2, 1]);
    expect([...codes]).toEqual([1, 2, 1, 0, 3]);
  });

  it('leave out values that no row has', () => {
    const into = new Uint8Array(2);
    expect([...inOrderOfRows(Uint8Array.of(3, 1), 4, into)]).toEqual([3, 1]);
    expect([...into]).toEqual([0, 1]);
  });
});
