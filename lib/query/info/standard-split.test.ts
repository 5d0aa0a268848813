import { describe, expect, it } from 'vitest';
import { incident, link, seriesOf, testEngine } from '../../../testing/pages/test-dashboard';
import type { OwnField } from '../../series/fields';
import type { ActorId, ActorRelation, Incident, RegionDef, RegionId, Series } from '../../series/model';
import { standingGroups } from '../plan/drawn-groups';
import { loadInfo } from './load-info';

const category = (id: string, label: string, kind: OwnField['kind'] = 'category'): OwnField => ({
  ...{ id, label, kind, many: false, unit: null, aggregate: 'none', column: label, description: null },
});

/** What is known of a series whose incidents take their own values in turn from some lists. */
async function infoOf(lists: Readonly<Record<string, readonly string[]>>, published?: string) {
  const incidents = Array.from({ length: 48 }, (_, at) => {
    const own = Object.entries(lists).map(([label, values]) => [
      label.toLowerCase().replaceAll(' ', '-'),
      values[at % values.length]!,
    ]);
    return incident(`i${at}`, '2021-05-01', { own: Object.fromEntries(own) });
  });
  const fields = Object.keys(lists).map((label) => category(label.toLowerCase().replaceAll(' ', '-'), label));
  return of(seriesOf(incidents, { fields }), published);
}

async function of(series: Series, published = '2026-12-01') {
  const { incidents, sources: _, ...guide } = series;
  const about = { guide, revision: '', published, incidents: incidents.length };
  return loadInfo(testEngine(series).engine, about);
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

describe('the first split of a series without actors', () => {
  it.each<[string, Readonly<Record<string, readonly string[]>>, string]>([
    ['not the hour where there is a weapon', { Hour: hours, Weapon: ['Knife', 'Gun'] }, '.weapon'],
    ['not the day of the week', { 'Day of week': days, Weapon: ['Knife', 'Gun'] }, '.weapon'],
    ['not days under another name', { Taxon: days, Weapon: ['Knife', 'Gun'] }, '.weapon'],
    [
      'not a code by its name',
      { 'Region code': ['Alpha', 'Beta', 'Gamma'], Weapon: ['Knife', 'Gun'] },
      '.weapon',
    ],
    ['not a zip code', { Zip: ['10115', '10117', '10119'], Weapon: ['Knife', 'Gun'] }, '.weapon'],
    ['not numbers under any name', { Severity: ['1', '2', '3'], Weapon: ['Knife', 'Gun'] }, '.weapon'],
    ['short codes before numbers', { Severity: ['1', '2', '3'], Net: ['ak', 'ci'] }, '.net'],
    [
      'words whose name only has such a word in it',
      { 'Second party': ['Army', 'Police', 'Guard'], Net: ['ak', 'ci'] },
      '.second-party',
    ],
    ['names that only look like days', { Victim: ['Mary', 'Jane', 'Mars'], Net: ['ak', 'ci'] }, '.victim'],
    ['the hour where there is nothing else', { Hour: hours }, '.hour'],
    [
      'the most widely spread of several',
      { Weapon: ['Knife', 'Gun'], Motive: ['Money', 'Anger', 'Fear'] },
      '.motive',
    ],
  ])('is %s', async (_, lists, split) => {
    expect((await infoOf(lists)).standard.split).toBe(split);
  });

  it('is what it was where the series was published when any category could come first', async () => {
    const lists = { Hour: hours, Weapon: ['Knife', 'Gun'] };
    expect((await infoOf(lists, '2026-11-29')).standard.split).toBe('.hour');
    expect((await infoOf(lists, '2026-11-30')).standard.split).toBe('.weapon');
    expect((await infoOf(lists, '')).standard.split).toBe('.weapon');
  });

  it('is the region by what lies in no other, where parts are many', async () => {
    const region = (id: string, parent?: string) =>
      ({ id, label: id, country: null, ...(parent === undefined ? {} : { parent }) }) as unknown as RegionDef;
    const roots = ['North', 'South', 'East'];
    const parts = Array.from({ length: 48 }, (_, at) => region(`p${at}`, roots[at % 3]));
    const incidents = parts.map(({ id }, at) =>
      incident(`i${at}`, '2021-05-01', {
        regions: [id as RegionId],
        own: { level: at % 2 ? 'District' : 'Province' },
      }),
    );
    const series = seriesOf(incidents, {
      fields: [category('level', 'Level')],
      regions: [...roots.map((id) => region(id)), ...parts],
    });
    expect((await of(series)).standard.split).toBe('region');
  });
});

describe('the first split of a series with actors', () => {
  const tied = (actors: number): readonly Incident[] =>
    Array.from({ length: 80 }, (_, at) =>
      incident(`i${at}`, '2021-05-01', {
        links: [link(`a${at % actors}`)],
        own: { weapon: at % 2 ? 'Knife' : 'Gun', hour: String(at % 24) },
      }),
    );
  const first = async (actors: number, fields: readonly OwnField[]) =>
    (await of(seriesOf(tied(actors), { fields, actors: [] }))).standard.split;

  it('is the actors, but where nearly every incident has one of its own and a category has words', async () => {
    expect(await first(20, [category('weapon', 'Weapon')])).toBe('actor');
    expect(await first(40, [category('weapon', 'Weapon')])).toBe('actor');
    expect(await first(80, [category('weapon', 'Weapon')])).toBe('.weapon');
    expect(await first(80, [category('hour', 'Hour')])).toBe('actor');
  });
});

describe('the order of groups', () => {
  const part = (child: string, parent: string) =>
    ({
      child,
      parent,
      kind: 'part',
      from: null,
      to: null,
      note: null,
      sources: [],
    }) as unknown as ActorRelation;
  const counts = { one: 3, two: 3, other: 4, whole: 1 };
  const incidents = Object.entries(counts).flatMap(([actor, count]) =>
    Array.from({ length: count }, (_, at) =>
      incident(`${actor}-${at}`, '2021-05-01', { links: [link(actor)] }),
    ),
  );
  const [known] = seriesOf([]).actors;
  const series = seriesOf(incidents, {
    actors: Object.keys(counts).map((id) => ({ ...known!, id: id as ActorId })),
    actorRelations: [part('one', 'whole'), part('two', 'whole')],
  });

  it('is by what they hold with their parts where they are rolled up, and by their own else', async () => {
    const info = await of(series);
    expect(info.ranking.actor).toEqual(['other', 'one', 'two', 'whole']);
    expect(standingGroups(info, { split: 'actor', roll: 'own' })).toEqual(info.ranking.actor);
    // Seven with its parts, beside four.
    expect(standingGroups(info, { split: 'actor', roll: 'up' })[0]).toBe('whole');
  });
});
