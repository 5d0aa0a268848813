import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { parseView } from './parse';
import { serializeView } from './serialize';
import { type TickKey, toggleValue, withDisputed, withScope } from './toggle';

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

  it('sets and lifts the switches', () => {
    expect(serializeView(withDisputed(read('disputed=x'), 'only'))).toBe('disputed=only');
    expect(serializeView(withDisputed(read('disputed=no'), null))).toBe('');
    expect(serializeView(withScope(read(''), 'out'))).toBe('scope=out');
    expect(serializeView(withScope(read('scope=out'), 'in'))).toBe('');
  });
});
