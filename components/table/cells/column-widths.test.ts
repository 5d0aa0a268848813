import { describe, expect, it } from 'vitest';
import type { Column } from '@/lib/series/field-table';
import { type ColumnWidth, cssWidths, fittingColumns, leastTogether } from './column-widths';

function widths(
  ...columns: readonly [Column, least: number, most: number][]
): ReadonlyMap<Column, ColumnWidth> {
  return new Map(columns.map(([column, least, most]) => [column, { least, most }]));
}

describe('the widths of columns', () => {
  it('are together no less than what each asks for at least', () => {
    expect(leastTogether(widths(['date', 100, 100], ['title', 140, 300], ['type', 76, 136]))).toBe(316);
  });

  it('give what is left to the title first, then to texts, and leave figures as they are', () => {
    // 316 pixels at least, 90 more until the title is 230 wide. Beyond, it can use 70 and the type 60.
    expect(cssWidths(widths(['date', 100, 100], ['title', 140, 300], ['type', 76, 136]))).toEqual([
      '100px',
      null,
      'clamp(76px, 76px + (100cqi - 406px) * 0.4615, 136px)',
    ]);
  });

  it('share what is beyond by what each can still use, the title among them', () => {
    // Beyond 230 pixels the title can use 60 more, the type 60, the region 120.
    const [, type, region] = cssWidths(widths(['title', 140, 290], ['type', 80, 140], ['region', 80, 200]));
    expect(type).toBe('clamp(80px, 80px + (100cqi - 390px) * 0.2500, 140px)');
    expect(region).toBe('clamp(80px, 80px + (100cqi - 390px) * 0.5000, 200px)');
  });

  it('are those that have room, the last of the others left out first', () => {
    const all = widths(['date', 90, 90], ['title', 150, 300], ['type', 80, 80], ['region', 80, 80]);
    expect([...fittingColumns(all, 400, ['title']).keys()]).toEqual(['date', 'title', 'type', 'region']);
    expect([...fittingColumns(all, 399, ['title']).keys()]).toEqual(['date', 'title', 'type']);
    expect([...fittingColumns(all, 399, ['title', 'region']).keys()]).toEqual(['date', 'title', 'region']);
    expect([...fittingColumns(all, 100, ['title']).keys()]).toEqual(['title']);
  });
});
