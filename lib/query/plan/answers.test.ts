import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { toDay } from '../../time/day';
import { defaultView } from '../../view/keys';
import { answerPlan } from './answers';
import { planView } from './plan';

describe('the answers to a plan', () => {
  it('fail once where the engine fails for every query, and leave no failure unheard', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', listen);
    const run = () => Promise.reject(new Error('gone'));
    const plan = planView(defaultView('test' as DatasetId), {
      guide: {
        meta: { coverage: { from: toDay(2020, 1, 1), to: toDay(2020, 12, 31) } },
        fields: [],
        coverageNotes: [],
        namedViews: [],
        actors: [],
        actorRelations: [],
        regions: [],
      },
      ranking: { actor: [], type: [], region: [] },
    });
    await expect(answerPlan({ name: 'broken', run, close: async () => {} }, plan)).rejects.toThrow('gone');
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.off('unhandledRejection', listen);
    expect(unheard).toEqual([]);
  });
});
