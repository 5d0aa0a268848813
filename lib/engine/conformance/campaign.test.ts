import { describe, expect, it } from 'vitest';
import type { Engine } from '../../query/engine';
import { meaningEngine } from '../../query/meaning/evaluate';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { runCampaign } from './campaign';
import { departures } from './check';

const CAMPAIGN = { seed: 5, pairs: 60, incidents: 20 };

/** The meaning, but for what is done to its answers. */
function spoiled(spoil: (query: Query, result: ResultOf<Query>) => ResultOf<Query>) {
  return async (series: Parameters<typeof meaningEngine>[0]): Promise<Engine> => {
    const engine = meaningEngine(series);
    const run = async (query: Query) => spoil(query, await engine.run(query));
    return { ...engine, run: run as Engine['run'] };
  };
}

describe('a campaign', () => {
  it('says how many pairs it has compared, no fewer and no more than were asked', async () => {
    const reached = await runCampaign(async (series) => meaningEngine(series), CAMPAIGN);
    expect(reached).toEqual({ series: 3, pairs: 60 });
  });

  it('fails where an engine answers otherwise, with a case that is small and can be repeated', async () => {
    const open = spoiled((query, result) =>
      query.kind === 'total' && 'matched' in result && result.matched > 1
        ? { ...result, matched: result.matched + 1 }
        : result,
    );
    const error = await runCampaign(open, CAMPAIGN).catch((cause: Error) => cause);
    expect(String(error)).toContain('total.matched is');
    const pair = JSON.parse(String(error).split('The case: ')[1] ?? '');
    expect(pair.series.incidents).toHaveLength(2);
    expect(await departures(await open(pair.series), pair)).not.toEqual([]);
  });

  it('fails where an engine throws', async () => {
    const open = spoiled((query, result) => {
      if (query.kind === 'spells') throw new Error('broken');
      return result;
    });
    await expect(runCampaign(open, CAMPAIGN)).rejects.toThrow('spells is not answered: Error: broken');
  });

  it('fails where an engine is wrong only after other queries', async () => {
    let asked = 0;
    const open = spoiled((_, result) => {
      asked += 1;
      return asked === 10 ? ({ ...result, more: true } as never) : result;
    });
    await expect(runCampaign(open, CAMPAIGN)).rejects.toThrow('only after other queries');
  });

  it('fails where it is stopped short, and says how far it came', async () => {
    const controller = new AbortController();
    const stopped = runCampaign(async (series) => meaningEngine(series), {
      ...CAMPAIGN,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toThrow('Stopped after 25 of 60 pairs.');
  });

  it('is stopped by a time limit although its engine never waits', async () => {
    const limited = { ...CAMPAIGN, pairs: 1_000_000, signal: AbortSignal.timeout(200) };
    await expect(runCampaign(async (series) => meaningEngine(series), limited)).rejects.toThrow(
      'Stopped after',
    );
  });
});
