import { describe, expect, it } from 'vitest';
import type { DatasetId, RegionDef } from '../../series/model';
import { toDay } from '../../time/day';
import { defaultView } from '../../view/keys';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { binView, groupView, markView, toggleView } from './links';

const view = (change: Partial<View> = {}): View => ({ ...defaultView('sample' as DatasetId), ...change });

const GUIDE = { actorRelations: [], regions: [] };

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
  const one = (...members: string[]) => ({ kind: 'one', members }) as const;
  const several = { kind: 'several', members: [] } as const;
  it.each([
    ['stack', 'actor', one('iskp'), 'from=2024-03&to=2024-03&series=only:iskp'],
    ['stack', 'actor', one('none'), 'from=2024-03&to=2024-03&series=only:none'],
    ['stack', 'actor', several, 'from=2024-03&to=2024-03&series=several'],
    ['stack', 'type', one('raid'), 'from=2024-03&to=2024-03&type=raid&split=type'],
    ['stack', 'region', one('ru-da'), 'from=2024-03&to=2024-03&split=region&series=only:ru-da'],
    ['stack', 'initiator', one('mixed'), 'from=2024-03&to=2024-03&initiator=mixed&split=initiator'],
    ['lines', 'actor', one('iskp'), 'from=2024-03&to=2024-03&series=iskp&mode=lines'],
    ['lines', 'region', one('ru-da'), 'from=2024-03&to=2024-03&region=ru-da&split=region&mode=lines'],
    [
      'panels',
      'relation',
      one('claimed'),
      'from=2024-03&to=2024-03&split=relation&series=claimed&mode=panels',
    ],
    ['cumulative', 'actor', one('iskp'), 'to=2024-03&series=iskp&mode=cumulative'],
    ['stack', 'none', { kind: 'all', members: [] } as const, 'from=2024-03&to=2024-03&split=none'],
  ] as const)('in a %s by %s selects what it counts and nothing else', (mode, split, group, query) => {
    const chart = { split, mode, drawn: [] };
    expect(serializeView(markView(view({ split, mode }), chart, march, group))).toBe(query);
  });

  it('names the others by those that are not meant', () => {
    const chart = { split: 'actor', mode: 'stack', drawn: ['is', 'gur'] } as const;
    const other = { kind: 'other', members: ['a', 'b'] } as const;
    expect(markView(view(), chart, march, other).groups).toEqual(['not:gur', 'not:is']);
    const lines = { ...chart, mode: 'lines' } as const;
    expect(markView(view({ mode: 'lines' }), lines, march, other).groups).toEqual([
      'beyond:gur',
      'beyond:is',
    ]);
  });

  it('never widens a clause on groups that is there already', () => {
    const narrowed = view({ groups: ['only:gur'] });
    const chart = { split: 'actor', mode: 'stack', drawn: [] } as const;
    expect(markView(narrowed, chart, march, one('iskp')).groups).toEqual(['only:gur']);
  });
});

describe('a click on a legend entry', () => {
  it.each([
    ['several', [], 'series=several'],
    ['none', ['none'], 'series=only:none'],
    ['other', ['a', 'b'], 'series=not:gur,not:is'],
  ] as const)(
    'opens what %s of a stack counts, and a second click widens it again',
    (kind, members, query) => {
      const chart = { split: 'actor', mode: 'stack', drawn: ['is', 'gur'] } as const;
      const first = groupView(view(), chart, { kind, members });
      expect(first).toMatchObject({ on: false });
      expect(serializeView(first?.view ?? view())).toBe(query);
      const second = groupView(first?.view ?? view(), chart, { kind, members });
      expect(second).toMatchObject({ on: true, view: { groups: [] } });
    },
  );

  it('takes the parts of a region off the list, and the region where a part of it is chosen', () => {
    const region = (id: string, parent?: string) =>
      ({ id, label: id, country: null, ...(parent === undefined ? {} : { parent }) }) as RegionDef;
    const guide = {
      actorRelations: [],
      regions: [region('land'), region('land.north', 'land'), region('sea')],
    };
    const part = toggleView(view(), guide, 'region', 'land.north');
    expect(part.regions).toEqual(['land.north']);
    const whole = toggleView(part, guide, 'region', 'land');
    expect(whole.regions).toEqual(['land']);
    expect(toggleView(whole, guide, 'region', 'sea').regions).toEqual(['land', 'sea']);
  });

  it('selects only it where nothing is selected, then adds and takes out', () => {
    const one = toggleView(view(), GUIDE, 'actor', 'iskp');
    expect(one.actors).toEqual(['iskp']);
    const two = toggleView(one, GUIDE, 'actor', 'is');
    expect(two.actors).toEqual(['is', 'iskp']);
    expect(toggleView(two, GUIDE, 'actor', 'iskp').actors).toEqual(['is']);
  });

  it('never joins operations of the state with attacks', () => {
    const state = toggleView(view({ initiators: ['mixed'] }), GUIDE, 'initiator', 'state');
    expect(state.initiators).toEqual(['state']);
    expect(toggleView(state, GUIDE, 'initiator', 'mixed').initiators).toEqual(['mixed']);
    expect(toggleView(state, GUIDE, 'initiator', 'state').initiators).toEqual([]);
  });
});
