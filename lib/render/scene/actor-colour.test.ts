import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import { dateOf } from '../../../testing/series/tiny-series';
import type { ActorId, ActorRelation } from '../../series/model';
import { actorColour } from './actor-colour';

const id = (name: string) => name as ActorId;
const actor = (name: string) => ({ ...EXAMPLE_GUIDE.actors[0]!, id: id(name), name, shortName: name });

/** Part was part of whole to the end of 2020, and stood for itself after. */
const PART: ActorRelation = {
  ...{ child: id('part'), parent: id('whole'), kind: 'part', note: null },
  ...{ from: null, to: dateOf('2020-12-31') },
};
const GUIDE = { ...EXAMPLE_GUIDE, actors: ['whole', 'part', 'other'].map(actor), actorRelations: [PART] };
const drawn = (...ids: string[]) => ({ guide: GUIDE, ranking: { type: [], region: [], actor: ids } });
const up = { roll: 'up', actors: [] } as const;
const own = { roll: 'own', actors: [] } as const;

describe('the colour of an actor', () => {
  it.each([
    ['of the whole, rolled up', drawn('whole', 'part'), up, 'part', '2020-05-01', '--group-1'],
    [
      'of its own, once it is no part any more',
      drawn('whole', 'part'),
      up,
      'part',
      '2021-05-01',
      '--group-2',
    ],
    ['of its own, each by itself', drawn('whole', 'part'), own, 'part', '2020-05-01', '--group-2'],
    ['of the whole where it has none of its own', drawn('whole'), own, 'part', '2020-05-01', '--group-1'],
    [
      'of the chosen part, rolled up under that',
      drawn('whole', 'part'),
      { roll: 'up', actors: ['part'] } as const,
      'part',
      '2020-05-01',
      '--group-2',
    ],
    ['of all others where nobody has one', drawn('whole'), up, 'other', '2020-05-01', '--group-other'],
  ])('is that %s', (_, info, by, name, date, colour) => {
    expect(actorColour(info as never, by, name, dateOf(date))).toBe(colour);
  });
});
