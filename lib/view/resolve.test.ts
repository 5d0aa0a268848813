import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { formatDay, parseDay } from '../time/day';
import { parseRolling } from '../time/rolling';
import { parseView } from './parse';
import { freezeView, liveView, resolveWindow } from './resolve';
import { serializeView } from './serialize';

const parse = (query: string) => parseView('a-series' as DatasetId, new URLSearchParams(query)).view;
const cover = (from: string, to: string) => ({ from: parseDay(from)!, to: parseDay(to)! });
const COVERAGE = cover('2017-01-01', '2024-06-24');
const REVISION = '0123456789abcdef'.repeat(4);

describe('resolveWindow', () => {
  it.each([
    ['', '2017-01-01', '2024-06-24'],
    ['to=latest', '2017-01-01', '2024-06-24'],
    ['from=-12m', '2023-06-25', '2024-06-24'],
    ['from=-12m&to=2023', '2023-01-01', '2023-12-31'],
    ['from=-12m&to=-1y', '2022-06-25', '2023-06-24'],
    ['from=2020&to=-1m', '2020-01-01', '2024-05-24'],
    ['from=-9999y', '-7975-06-25', '2024-06-24'],
  ])('takes ?%s to mean %s to %s', (query, from, to) => {
    const window = resolveWindow(parse(query), COVERAGE);
    expect([window.from, window.to].map(formatDay)).toEqual([from, to]);
  });

  it.each([
    ['to=-3m', '2024-03-31'],
    ['to=-16m', '2023-02-28'],
    ['from=-12m&to=-1m', '2024-05-31'],
  ])('keeps the end of the month where the coverage ends with one: ?%s ends on %s', (query, to) => {
    expect(formatDay(resolveWindow(parse(query), cover('2017-01-01', '2024-06-30')).to)).toBe(to);
  });

  it('is never coarser than what it was asked for by year, however long', () => {
    const long = cover('-0500-01-01', '2024-12-31');
    expect(resolveWindow(parse('bin=year'), long)).toMatchObject({ bin: 'year', coarsened: false });
    expect(resolveWindow(parse(''), long)).toMatchObject({ bin: 'year', coarsened: false });
    expect(resolveWindow(parse('bin=quarter'), long)).toMatchObject({ bin: 'year', coarsened: true });
  });

  it('moves a rolling window with the coverage', () => {
    const later = cover('2017-01-01', '2024-09-30');
    const { from, to } = resolveWindow(parse('from=-3m'), later);
    expect([from, to].map(formatDay)).toEqual(['2024-07-01', '2024-09-30']);
  });
});

describe('freezeView', () => {
  it('writes out the days of a rolling window and the revision', () => {
    const frozen = freezeView(parse('from=-12m&actor=iskp'), COVERAGE, REVISION);
    expect(serializeView(frozen)).toBe('from=2023-06-25&to=2024-06-24&actor=iskp&r=0123456789ab');
  });

  it('leaves the ends that are written as they are', () => {
    expect(serializeView(freezeView(parse('from=2023&to=2024-03'), COVERAGE, REVISION))).toBe(
      'from=2023&to=2024-03&r=0123456789ab',
    );
  });
});

describe('liveView', () => {
  it.each([
    ['from=2022&to=2024-06-24&r=0123456789ab', 'from=2022'],
    ['from=2022&to=2023&r=0123456789ab', 'from=2022&to=2023'],
    ['from=-12m', 'from=-12m'],
    ['actor=iskp&r=0123456789ab', 'actor=iskp'],
  ])('makes ?%s follow the series as ?%s', (query, live) => {
    expect(serializeView(liveView(parse(query), COVERAGE))).toBe(live);
  });

  it('can let the whole window move', () => {
    const view = parse('from=2022&to=2023&actor=iskp&r=0123456789ab');
    expect(serializeView(liveView(view, COVERAGE, parseRolling('-12m')))).toBe('from=-12m&actor=iskp');
  });
});
