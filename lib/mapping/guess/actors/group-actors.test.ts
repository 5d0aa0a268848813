import { describe, expect, it } from 'vitest';
import { cpuTime } from '@/testing/cpu-time';
import { groupActors } from './group-actors';

const grouped = (names: Readonly<Record<string, number>>) => groupActors(new Map(Object.entries(names)));

describe('spellings of one name', () => {
  it.each([
    ['case', { 'Al Shabaab': 3, 'AL SHABAAB': 1 }, ['case']],
    ['spacing', { 'Al Shabaab': 3, 'Al  Shabaab': 1, AlShabaab: 1 }, ['spacing']],
    ['punctuation', { 'Al-Shabaab': 3, 'Al Shabaab': 1 }, ['punctuation']],
    ['punctuation', { 'Dept, NY': 1, 'Dept NY': 1 }, ['punctuation']],
    ['an acronym in brackets', { 'Islamic State (IS)': 2, 'Islamic State': 5 }, ['acronym in brackets']],
    ['case and spacing', { 'Boko Haram': 2, bokoharam: 1 }, ['case', 'spacing']],
  ])('that differ in %s are proposed as a group', (_, names, differ) => {
    const groups = grouped(names);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.differ).toEqual(differ);
    const sorted = Object.entries(names).sort((a, b) => b[1] - a[1]);
    expect(groups[0]?.spellings).toEqual(sorted.map(([name]) => name));
    expect(groups[0]?.counts).toEqual(sorted.map(([, count]) => count));
    expect(groups[0]?.name).toBe(sorted[0]?.[0]);
  });

  it.each([
    ['letters', { Taliban: 2, Taleban: 1 }],
    ['diacritics', { 'Bogotá Police': 2, 'Bogota Police': 1 }],
    ['years in brackets', { 'Military Forces (2010-2014)': 2, 'Military Forces (2014-)': 1 }],
    ['a country in brackets', { 'Police (Kenya)': 2, 'Police (Uganda)': 2 }],
    ['two acronyms', { 'Police (UK)': 2, 'Police (US)': 1 }],
    ['numbers', { 'Brigade 1': 2, 'Brigade 2': 1 }],
  ])('that differ in %s are two names', (_, names) => {
    expect(grouped(names)).toEqual([]);
  });

  it('is quick with thousands of names', () => {
    const names = new Map(
      Array.from({ length: 20_000 }, (_, at) => [`Police Department of Town ${at}, NY`, 1]),
    );
    expect(cpuTime(() => expect(groupActors(names)).toEqual([]))).toBeLessThan(5_000);
  });
});
