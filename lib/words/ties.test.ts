import { describe, expect, it } from 'vitest';
import type { TieShown } from '../query/info/shown-columns';
import type { Link } from '../series/model';
import { actorWithTie } from './ties';

const certain = { relation: 'claimed', certainty: 'certain', disputedBy: [] as readonly string[] } as Link;
const doubtful = { ...certain, relation: 'suspected', certainty: 'probable' } as Link;
const disputed = { ...certain, disputedBy: ['officials'] } as Link;

describe('an actor with its tie', () => {
  it.each<[TieShown, Link, string]>([
    ['whole', certain, 'ISKP (claimed)'],
    ['whole', doubtful, 'ISKP (suspected, probable)'],
    ['whole', disputed, 'ISKP (claimed, disputed)'],
    ['certainty', certain, 'ISKP'],
    ['certainty', doubtful, 'ISKP (probable)'],
    ['certainty', disputed, 'ISKP (disputed)'],
    ['apart', doubtful, 'ISKP'],
    ['apart', disputed, 'ISKP'],
  ])('where the cell says it %s, %o', (shown, link, expected) => {
    expect(actorWithTie('ISKP', link, shown)).toBe(expected);
  });
});
