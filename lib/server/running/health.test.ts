import { describe, expect, it } from 'vitest';
import type { Catalogue, DatasetStatus } from '../catalogue/catalogue';
import { health } from './health';

type Listing = Pick<Catalogue, 'list'>;
const listing = (list: () => Promise<readonly DatasetStatus[]>): Listing => ({ list });
const damaged: DatasetStatus = {
  kind: 'damaged',
  id: 'b',
  problems: [
    { file: 'b', row: null, column: null, value: null, code: 'damaged-revision', reason: 'cannot be read' },
  ],
};

async function asked(ready: boolean, catalogue: Listing) {
  const response = await health(ready, catalogue, 20);
  return [response.status, await response.json()] as const;
}

describe('the health of a server', () => {
  it('is that it lives, whatever the store does', async () => {
    const broken = listing(() => Promise.reject(new Error('no store')));
    expect(await asked(false, broken)).toEqual([200, { live: true }]);
  });

  it('is ready with a damaged dataset, which it names', async () => {
    expect(
      await asked(
        true,
        listing(async () => [damaged]),
      ),
    ).toEqual([
      200,
      {
        live: true,
        ready: true,
        reasons: [],
        notes: [{ code: 'dataset-damaged', detail: 'b: cannot be read' }],
      },
    ]);
  });

  it.each([
    ['store-unreadable', () => Promise.reject(new Error('EACCES'))],
    ['starting', () => new Promise<never>(() => undefined)],
  ] as const)('is not ready with the reason %s', async (code, list) => {
    const [status, body] = await asked(true, listing(list));
    expect([status, body.ready, body.reasons[0].code]).toEqual([503, false, code]);
  });

  it('is not ready once the server stops', async () => {
    const state = globalThis as typeof globalThis & { annalsStopping?: boolean };
    state.annalsStopping = true;
    try {
      const [status, body] = await asked(
        true,
        listing(async () => []),
      );
      expect([status, body.reasons[0].code]).toEqual([503, 'stopping']);
    } finally {
      delete state.annalsStopping;
    }
  });
});
