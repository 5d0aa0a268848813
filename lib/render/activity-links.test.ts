import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { toDay } from '../time/day';
import { serializeView } from '../view/serialize';
import { defaultView, type View } from '../view/view';
import { binView, markView, toggleView } from './activity-links';

const view = (change: Partial<View> = {}): View => ({ ...defaultView('sample' as DatasetId), ...change });

describe('the view behind a bin', () => {
  it.each([
    ['a year', toDay(2024, 1, 1), toDay(2024, 12, 31), 'from=2024&to=2024'],
    ['a month', toDay(2024, 2, 1), toDay(2024, 2, 29), 'from=2024-02&to=2024-02'],
    ['a day', toDay(2024, 2, 1), toDay(2024, 2, 1), 'from=2024-02-01&to=2024-02-01'],
    ['a quarter', toDay(2024, 1, 1), toDay(2024, 3, 31), 'from=2024-01-01&to=2024-03-31'],
    ['a month cut by the window', toDay(2024, 2, 5), toDay(2024, 2, 29), 'from=2024-02-05&to=2024-02-29'],
    ['a month before our era', toDay(-43, 3, 1), toDay(-43, 3, 31), 'from=-0043-03&to=-0043-03'],
  ])('has the days of %s as its window', (_, from, to, query) => {
    expect(serializeView(binView(view(), { from, to }))).toBe(query);
  });
});

describe('the view behind a mark', () => {
  const march = { from: toDay(2024, 3, 1), to: toDay(2024, 3, 31) };
  it.each([
    ['actor', ['iskp'], 'from=2024-03&to=2024-03&actor=iskp'],
    ['actor', ['none'], 'from=2024-03&to=2024-03&actor=none'],
    ['actor', [], 'from=2024-03&to=2024-03'],
    ['type', ['raid'], 'from=2024-03&to=2024-03&type=raid&split=type'],
    ['region', ['ru-da'], 'from=2024-03&to=2024-03&region=ru-da&split=region'],
    ['relation', ['claimed'], 'from=2024-03&to=2024-03&relation=claimed&split=relation'],
    ['initiator', ['mixed'], 'from=2024-03&to=2024-03&initiator=mixed&split=initiator'],
    ['none', [], 'from=2024-03&to=2024-03&split=none'],
  ] as const)('narrows a split by %s to %s', (split, members, query) => {
    expect(serializeView(markView(view({ split }), { split }, march, { members }))).toBe(query);
  });

  it('leaves many members alone', () => {
    const members = Array.from({ length: 13 }, (_, n) => `a${n}`);
    expect(markView(view(), { split: 'actor' }, march, { members }).actors).toEqual([]);
  });
});

describe('a click on a legend entry', () => {
  it('selects only it where nothing is selected, then adds and takes out', () => {
    const one = toggleView(view(), 'actor', 'iskp');
    expect(one.actors).toEqual(['iskp']);
    const two = toggleView(one, 'actor', 'is');
    expect(two.actors).toEqual(['is', 'iskp']);
    expect(toggleView(two, 'actor', 'iskp').actors).toEqual(['is']);
  });

  it('never joins operations of the state with attacks', () => {
    const state = toggleView(view({ initiators: ['mixed'] }), 'initiator', 'state');
    expect(state.initiators).toEqual(['state']);
    expect(toggleView(state, 'initiator', 'mixed').initiators).toEqual(['mixed']);
    expect(toggleView(state, 'initiator', 'state').initiators).toEqual([]);
  });
});
