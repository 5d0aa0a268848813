import { describe, expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import type { Incident } from '../../../series/model';
import type { SeriesFrame } from './columns';
import { ColumnsBuilder } from './columns-builder';

const FRAME = { actors: [], actorRelations: [], sources: [], fields: [] } as unknown as SeriesFrame;

async function columnsOf(incidents: readonly Incident[], manyIds?: number) {
  const builder = new ColumnsBuilder(undefined, manyIds);
  for (const one of incidents) builder.add(one);
  return builder.finish(FRAME);
}

async function givenBack(incidents: readonly Incident[], manyIds?: number) {
  const columns = await columnsOf(incidents, manyIds);
  return incidents.map(({ id }) => columns.incident(columns.rowOf(id)!));
}

describe('columns made of incidents', () => {
  it('give them back as they were added', async () => {
    const all = [
      incident('a', '2020-03-02', ['red involved certain']),
      incident('b', '2020-03-02', ['red involved possible'], { own: { weapon: 'knife', dead: 0 } }),
      incident('c', '2020-03-01', ['red claimed certain!'], { own: { dead: 2, of: ['x', 'y'] } }),
      incident('d', '2020-03', ['red involved certain', 'blue involved certain'], {
        title: 'a',
        targets: ['x', 'y'],
        own: { weapon: '["x","y"]', of: ['x'] },
      }),
      incident('e', '2020-03', [], { targets: ['x'], subtypes: ['x' as never], natureDisputed: true }),
      incident('f', '2020-03', [], { targets: ['["x","y"]'], notes: 'a', own: { of: [] } }),
    ];
    expect(await givenBack(all)).toEqual(all);
    // Ids are packed where they are many.
    expect(await givenBack(all, 0)).toEqual(all);
  });

  it('give back places of which each incident has its own', async () => {
    const { place, ...rest } = incident('x', '2020', []);
    const all = Array.from({ length: 33_000 }, (_, at) => {
      const note = at % 3 === 0 ? null : `Straße ${at}`;
      return { ...rest, id: `i${at}`, place: { ...place, lat: at / 1000, lon: -at / 500, note } } as Incident;
    });
    const columns = await columnsOf(all);
    const { codes, values } = columns.parts.place;
    // All are of one day, so their rows stand as they came.
    const back = Array.from(codes, (code) => values.at(code));
    expect(JSON.stringify(back)).toBe(JSON.stringify(all.map((one) => one.place)));
  });

  it('give incidents the same date, links, place and figures where they are equal', async () => {
    const [a, b] = await givenBack(
      ['a', 'b'].map((id) => incident(id, '2020-03-02', ['red involved certain'], { targets: ['x', 'y'] })),
    );
    expect(a!.date).toBe(b!.date);
    expect(a!.links).toBe(b!.links);
    expect(a!.place).toBe(b!.place);
    expect(a!.targets).toBe(b!.targets);
    expect(a!.fatalities).toBe(b!.fatalities);
  });

  it('keep apart what differs in one value only', async () => {
    const place = { name: 'A', country: null, lat: 1, lon: 2, precision: null, note: null };
    const places = [
      place,
      { ...place, lon: 3 },
      { ...place, name: 'AB' },
      { ...place, country: 'B' },
      { ...place, note: 'B' },
      { ...place, name: 'Anull' },
      { ...place, name: null, country: 'A' },
    ];
    const found = await givenBack(
      places.map((one, at) => incident(`i${at}`, '2020-03-02', [], { place: one })),
    );
    expect(found.map((one) => one.place)).toEqual(places);
  });

  it('keep apart lists of links that differ in a tie, a doubt or a dispute of the nature', async () => {
    const { linkLists } = await columnsOf([
      incident('a', '2020-03-02', ['red involved certain']),
      incident('b', '2020-03-02', ['red involved certain'], { natureDisputed: true }),
      incident('c', '2020-03-02', ['red involved possible']),
      incident('d', '2020-03-02', ['red claimed certain']),
      incident('e', '2020-03-02', ['red involved certain']),
      incident('f', '2020-03-02', []),
    ]);
    expect(linkLists.values).toHaveLength(5);
    expect(Array.from(linkLists.codes)).toEqual([0, 1, 2, 3, 0, 4]);
  });
});
