import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { changeView, clearFilters, clearKey } from './change';
import type { TickKey } from './keys';
import { defaultView } from './keys';
import { parseView } from './parse';
import { serializeView } from './serialize';
import { toggleActor, toggleValue } from './toggle';
import type { OwnClause } from './view';

const read = (query: string) => parseView('example' as DatasetId, new URLSearchParams(query)).view;

describe('ticking a value', () => {
  it.each<[string, TickKey, string, string]>([
    ['', 'actor', 'iskp', 'actor=iskp'],
    ['actor=iskp', 'actor', 'iscp', 'actor=iscp,iskp'],
    ['actor=iscp,iskp', 'actor', 'iskp', 'actor=iscp'],
    ['q=church', 'relation', 'claimed', 'relation=claimed&q=church'],
    ['', 'certainty', 'certain', 'certainty=certain'],
    ['', 'region', 'none', 'region=none'],
    ['type=bombing', 'type', 'bombing', ''],
    ['', 'initiator', 'state', 'initiator=state'],
    ['initiator=mixed,unclear', 'initiator', 'state', 'initiator=state'],
    ['initiator=state', 'initiator', 'mixed', 'initiator=mixed'],
    ['initiator=state', 'initiator', 'state', ''],
    ['initiator=foreign-state,mixed,non-state', 'initiator', 'unclear', ''],
  ])('from “%s”, %s %s gives “%s”', (query, key, id, expected) => {
    expect(serializeView(toggleValue(read(query), key, id))).toBe(expected);
  });

  it('mends a list that could not be read', () => {
    expect(serializeView(toggleValue(read('initiator=state,mixed'), 'initiator', 'state'))).toBe(
      'initiator=state',
    );
  });

  it('mends of the fields of the series that could not be read none but its own', () => {
    const view = read('.a=..&.b=..&.c=1');
    const step = (own: OwnClause[]) => serializeView(changeView(view, { own }));
    const c = { key: '.c', values: ['1'], range: null } as const;
    expect(step([])).toBe('.a=..&.b=..');
    expect(step([{ key: '.a', values: ['x'], range: null }, c])).toBe('.a=x&.b=..&.c=1');
    expect(serializeView(clearKey(view, '.a'))).toBe('.b=..&.c=1');
    expect(serializeView(clearFilters(view))).toBe('');
  });

  it('sets and lifts the switches', () => {
    expect(serializeView(changeView(read('disputed=x'), { disputed: 'only' }))).toBe('disputed=only');
    expect(serializeView(changeView(read('disputed=no'), { disputed: null }))).toBe('');
    expect(serializeView(changeView(read(''), { scope: 'out' }))).toBe('scope=out');
    expect(serializeView(changeView(read('scope=out'), { scope: 'in' }))).toBe('');
  });
});

describe('ticking an actor', () => {
  const part = (child: string, parent: string) => ({ child, parent, kind: 'part' }) as never;
  const relations = [part('iscp', 'is'), part('group', 'iscp'), part('obon', 'chri'), part('obon', 'legion')];
  it.each([
    ['a part of what is ticked narrows to it', ['is'], 'group', ['group']],
    ['a parent takes its parts in', ['group', 'rdk'], 'is', ['is', 'rdk']],
    ['a part of two parents takes both off', ['chri', 'legion'], 'obon', ['obon']],
    ['what is ticked is cleared', ['iscp', 'rdk'], 'iscp', ['rdk']],
    ['what is not related stands beside it', ['rdk'], 'iscp', ['iscp', 'rdk']],
  ] as const)('%s', (_, actors, id, next) => {
    const view = { ...defaultView('a-series' as DatasetId), actors };
    expect(toggleActor(view, relations, id).actors).toEqual(next);
  });

  it('counts no tie as a part', () => {
    const view = { ...defaultView('a-series' as DatasetId), actors: ['gur'] };
    const tie = [{ child: 'rdk', parent: 'gur', kind: 'tie' } as never];
    expect(toggleActor(view, tie, 'rdk').actors).toEqual(['gur', 'rdk']);
  });
});
