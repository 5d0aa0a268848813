import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE, exampleReference } from '../../../testing/series/example-guide';
import type { ReferenceCount } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../parse';
import { matchingReferences } from './reference';

function matches(count: ReferenceCount, query: string): boolean {
  const guide = { ...EXAMPLE_GUIDE, referenceCounts: [count] };
  const { view } = parseView(guide.meta.id, new URLSearchParams(query));
  return matchingReferences(view, guide).includes(count);
}

describe('a published count', () => {
  it.each([
    ['actor=islamic-state&relation=claimed', true],
    ['relation=claimed&actor=islamic-state&to=2024-03', true],
    ['actor=islamic-state&relation=claimed&from=2017&to=2024', true],
    ['actor=islamic-state&relation=claimed&bin=year&split=none&sort=title&measure=injured', true],
    ['actor=islamic-state&relation=claimed&to=2024-03-30', false],
    ['actor=islamic-state&relation=claimed&from=2017-01-02', false],
    ['actor=islamic-state&relation=claimed&from=2016', false],
    ['actor=islamic-state', false],
    ['actor=iskp,islamic-state&relation=claimed', false],
    ['actor=islamic-state&relation=claimed&type=bombing', false],
    ['actor=islamic-state&relation=claimed&disputed=no', false],
    ['actor=islamic-state&relation=claimed&certainty=certain', false],
    ['actor=islamic-state&relation=claimed&scope=out', false],
    ['actor=islamic-state&relation=claimed&q=church', false],
    ['actor=islamic-state&relation=claimed&series=iscp', false],
    ['actor=islamic-state&relation=claimed&disputed=maybe', false],
  ])('since 2017, taken to run to March 2024, stands beside %s: %s', (query, expected) => {
    expect(matches(exampleReference(), query)).toBe(expected);
  });

  it('with a closed end matches that end only', () => {
    const closed = exampleReference({ openEnd: false });
    expect(matches(closed, 'actor=islamic-state&relation=claimed&to=2024-03')).toBe(true);
    expect(matches(closed, 'actor=islamic-state&relation=claimed')).toBe(false);
  });

  it('reads its scope as an address: order and spelling of lists do not matter', () => {
    const scope = 'region=dagestan,chechnya&actor=iskp&actor=iscp';
    expect(matches(exampleReference({ scope }), 'actor=iscp,iskp&region=chechnya,dagestan')).toBe(true);
  });

  it('whose scope cannot be read matches nothing', () => {
    expect(matches(exampleReference({ scope: 'disputed=perhaps' }), '')).toBe(false);
  });

  it('that begins before the coverage matches no view', () => {
    const early = exampleReference({ from: toDay(2015, 1, 1) });
    expect(matches(early, 'actor=islamic-state&relation=claimed&from=2015')).toBe(false);
  });
});
