import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DatasetId, Incident, Series } from '../../series/model';
import { importDataPackage } from './datapackage';
import { readPackageFolder } from './read-folder';

const FOLDER = new URL('../../../data/russia-militancy/', import.meta.url);
/**
 * What later sources corrected in the fact tables, in their words and columns: `killed` and `injured` as low, best, high.
 * Sources of an incident are only ever added, but for one whose figure nothing else bore out.
 */
const CORRECTED: Readonly<Record<string, Correction>> = {
  '2017-spb-supermarket': { injured: [10, 18, 18], without: 'newlines-isis-ncaucasus' },
  '2017-surgut-stabbing': { injured: [7, 8, 8] },
  '2017-spb-metro': { injured: [45, 67, 67] },
  '2024-dagestan-june': { killed: [17, 22, 22], injured: [22, 46, 50] },
  '2024-crocus-city-hall': { killed: [143, 149, 149], injured: [182, 609, 609] },
  '2022-dugina': { initiator: 'foreign-state' },
  '2017-malgobek-patrol-april': { killed: [2, 2, 2] },
  '2020-grozny-october-shootout': {
    ...{ date: '2020-10-13', place: 'Oktyabrsky District, Grozny' },
    ...{ killed: [2, 2, 3], injured: [1, 1, 1], perpetratorsKilled: [4, 4, 4] },
  },
  '2023-soltsy-drone': { date: '2023-08-19', killed: [0, 0, 0], injured: [0, 0, 0] },
  '2023-september-border-raid': {
    ...{ date: '2023-09-28', place: 'near Terebreno and Staroselye', at: [50.75, 35.45] },
  },
  '2023-tatarsky': { injured: [33, 52, 52] },
  '2022-kerch-bridge': { killed: [4, 5, 5] },
  '2017-khabarovsk-fsb': { killed: [2, 2, 3] },
  '2023-ingushetia-dps-post': { place: 'border with North Ossetia, near Kantyshevo' },
  '2023-belgorod-grayvoron-raid': { killed: [0, 1, 1], injured: [8, 13, 13] },
};

interface Correction {
  readonly date?: string;
  readonly initiator?: string;
  readonly place?: string;
  readonly at?: readonly [lat: number, lon: number];
  readonly killed?: Figures;
  readonly injured?: Figures;
  readonly perpetratorsKilled?: Figures;
  readonly without?: string;
}

type Figures = readonly [low: number, best: number, high: number];

/** Incidents that the fact tables do not have, with their day and what is known of killed and injured. */
const ADDED: readonly (readonly [id: string, date: string, killed: string, injured: string])[] = [
  ['2017-kotelnikovo-stabbing', '2017-11-26', '0/0/0', '2/2/2'],
  ['2018-arkhangelsk-fsb', '2018-10-31', '0/0/0', '3/3/3'],
  ['2019-moscow-fsb-headquarters', '2019-12-19', '2/2/2', '4/5/5'],
  ['2022-ust-ilimsk-commissar', '2022-09-26', '0/0/1', '1/1/1'],
  ['2022-soloti-range', '2022-10-15', '11/11/22', '15/15/16'],
  ['2023-sluchovsk-raid', '2023-04-06', '0/–/2', '–/–/–'],
  ['2023-kremlin-drones', '2023-05-03', '0/0/0', '0/0/0'],
  ['2023-moscow-drones-may', '2023-05-30', '0/0/0', '0/2/2'],
  ['2023-moscow-city-july', '2023-07-30', '0/0/0', '1/1/1'],
  ['2023-moscow-city-august', '2023-08-01', '0/0/0', '0/0/0'],
  ['2023-novorossiysk-sea-drones', '2023-08-04', '0/0/0', '0/0/0'],
  ['2023-ryazan-train', '2023-11-11', '0/0/0', '0/1/2'],
  ['2023-terebreno-raid', '2023-12-17', '–/–/–', '–/–/–'],
  ['2024-prozorov', '2024-04-12', '0/0/0', '1/1/1'],
];

/** The fact tables that the series was made from. They stand beside the project, so a clone has them not. */
const FACTS = new URL('../../../../shared/facts/', import.meta.url);
const HAS_FACTS = existsSync(new URL('incidents.csv', FACTS));
if (!HAS_FACTS) console.warn('the fact tables are absent: the comparison with them is skipped');

type Row = Readonly<Record<string, string>>;
const rowsOf = (file: URL): Row[] => parse(readFileSync(file, 'utf8'), { columns: true });
const table = (name: string) => rowsOf(new URL(`${name}.csv`, FOLDER));

let series: Series;
let problems: readonly unknown[];
beforeAll(async () => {
  const files = await readPackageFolder(FOLDER.pathname);
  const made = importDataPackage('russia-militancy' as DatasetId, files);
  if (!made.series) throw new Error(JSON.stringify(made.problems));
  series = made.series;
  problems = made.problems;
});

describe('the series russia-militancy', () => {
  it('imports without a problem', () => {
    expect(problems).toEqual([]);
  });

  /** Straight from the CSV files: who is of the Islamic State, which rows and links qualify, and how surely. */
  function claimedByIslamicState() {
    const parents = new Map(
      table('actor_relations')
        .filter((row) => row.kind === 'part' && row.child !== 'obon')
        .map((row) => [row.child, row.parent]),
    );
    const isOfIt = (actor: string | undefined): boolean =>
      actor === 'islamic-state' || (actor !== undefined && parents.has(actor) && isOfIt(parents.get(actor)));
    const links = table('links').filter((link) => link.relation === 'claimed' && isOfIt(link.actor));
    const inWindow = table('incidents').filter(
      ({ in_scope, initiator, date = '' }) =>
        in_scope === 'true' &&
        initiator !== 'state' &&
        date.replace('[', '') >= '2017' &&
        date.replace('[', '') < '2024-04',
    );
    return inWindow.flatMap((incident) => {
      const link = links.find((one) => one.incident === incident.id);
      return link ? [{ incident, link }] : [];
    });
  }

  it('has 16 / 23 / 24 attacks claimed by the Islamic State from 2017 to March 2024', () => {
    const high = claimedByIslamicState();
    const best = high.filter(({ link }) => link.certainty !== 'possible');
    const low = best.filter(
      ({ link, incident }) =>
        link.certainty === 'certain' && link.disputed_by === '' && incident.nature_disputed === 'false',
    );
    expect([low.length, best.length, high.length]).toEqual([16, 23, 24]);
  });

  it('has them by linked actor and by year as its documentation says', () => {
    const best = claimedByIslamicState().filter(({ link }) => link.certainty !== 'possible');
    const tally = (keys: readonly (string | undefined)[]) =>
      Object.fromEntries(
        [...new Set(keys)].sort().map((key) => [key, keys.filter((one) => one === key).length]),
      );
    expect(tally(best.map(({ link }) => link.actor))).toEqual({
      iscp: 13,
      'is-supporters-ru': 5,
      iskp: 1,
      'islamic-state': 4,
    });
    const years = best.map(({ incident }) => incident.date?.replace('[', '').slice(0, 4));
    expect(tally(years)).toEqual({ 2017: 8, 2018: 9, 2019: 4, 2020: 1, 2024: 1 });
  });

  it('has the incidents that were added later, with their days and tolls', () => {
    const words = ({ low, best, high }: Incident['fatalities']) =>
      [low, best, high].map((one) => one ?? '–').join('/');
    for (const [id, date, killed, injured] of ADDED) {
      const found = series.incidents.find((one) => one.id === id);
      if (!found) throw new Error(`no ${id}`);
      expect([id, found.date.edtf, words(found.fatalities), words(found.injured)]).toEqual([
        ...[id, date, killed, injured],
      ]);
      expect(found.inScope).toBe(true);
      expect(found.sources.length).toBeGreaterThan(0);
    }
  });

  it('says up to when its sources were read', () => {
    expect(series.meta.sourcesUntil).toBe('2026-11');
  });

  it('names in its views, scopes and notes only actors, types and regions that it has', () => {
    const known = {
      actor: new Set<string>(series.actors.map(({ id }) => id)),
      type: new Set<string>(series.types.map(({ id }) => id)),
      region: new Set<string>(series.regions.map(({ id }) => id)),
    };
    const queries = [
      ...series.namedViews.map(({ query }) => query),
      ...series.referenceCounts.map(({ scope }) => scope),
    ];
    expect(queries.length).toBeGreaterThan(10);
    for (const query of queries) {
      for (const [key, value] of new URLSearchParams(query)) {
        const members = value.split(',');
        expect(members).toEqual([...members].sort());
        if (key in known) for (const id of members) expect(known[key as keyof typeof known]).toContain(id);
      }
    }
  });

  it('has a note on every actor without a source that says so', () => {
    const bare = series.actors.filter(({ sources }) => sources.length === 0);
    expect(bare.length).toBeGreaterThan(0);
    for (const { notes } of bare) expect(notes).toMatch(/No source is recorded/);
  });

  it('links no address that was not seen', () => {
    const unseen = table('sources').filter((row) => row.url_status !== 'as seen');
    const linked = new Set<string>(series.sources.filter(({ urlSeen }) => urlSeen).map(({ id }) => id));
    expect(unseen.length).toBe(7);
    expect(unseen.filter(({ id = '' }) => linked.has(id))).toEqual([]);
  });
});

describe.skipIf(!HAS_FACTS)('the series beside its fact tables', () => {
  const facts = (name: string) => rowsOf(new URL(`${name}.csv`, FACTS));
  const figure = (text: string | undefined) => (text ? Number(text) : null);
  /** The figures of a row, or what corrected them. */
  const estimate = (row: Row, stem: string, corrected: Figures | undefined) =>
    corrected
      ? { low: corrected[0], best: corrected[1], high: corrected[2] }
      : { low: figure(row[`${stem}_min`]), best: figure(row[stem]), high: figure(row[`${stem}_max`]) };
  const added = new Set(ADDED.map(([id]) => id));

  it('has every incident with its date, place, scope and figures, as they stand corrected', () => {
    const rows = facts('incidents');
    const kept = series.incidents.filter(({ id }) => !added.has(id));
    expect(kept.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    rows.forEach((row, at) => {
      const incident = kept[at];
      const mended = CORRECTED[row.id ?? ''] ?? {};
      expect(incident).toMatchObject({
        date: { edtf: mended.date ?? row.date },
        inScope: row.in_scope?.startsWith('yes'),
        natureDisputed: row.nature_disputed === 'yes',
        initiator: mended.initiator ?? row.initiator?.replace(' ', '-'),
        fatalities: estimate(row, 'killed', mended.killed),
        injured: estimate(row, 'injured', mended.injured),
        place: {
          name: mended.place ?? (row.place || null),
          lat: mended.at?.[0] ?? figure(row.lat),
          lon: mended.at?.[1] ?? figure(row.lon),
          precision: row.geo_precision,
        },
      });
      const sources = (row.source_ids ?? '').split('|').filter((id) => id !== mended.without);
      expect(incident?.sources).toEqual(expect.arrayContaining(sources));
      if (mended.without) expect(incident?.sources).not.toContain(mended.without);
      const perpetrators = estimate(row, 'perpetrators_killed', mended.perpetratorsKilled);
      const none = row.id === '2023-belgorod-grayvoron-raid';
      expect(incident?.perpetratorsKilled).toEqual(none ? { ...perpetrators, best: null } : perpetrators);
    });
  });

  it('has a link for each actor named, and one for each claimant or suspect that is not among them', () => {
    const undisputed = facts('incidents').filter(({ attribution }) => attribution !== 'disputed');
    const named = undisputed
      .flatMap(({ actor = '' }) => actor.split('|'))
      .filter((actor) => actor !== 'unknown');
    const apart = [
      ['2017-khabarovsk-fsb', 'islamic-state', 'claimed'],
      ['2017-khabarovsk-fsb', 'russian-insurgent-army', 'claimed'],
      ['2018-magnitogorsk-building', 'islamic-state', 'claimed'],
      ['2019-magnitogorsk-minibus', 'islamic-state', 'claimed'],
      ['2019-kolomna-flat', 'islamic-state', 'claimed'],
      ['2022-dugina', 'sbu', 'suspected'],
      ['2022-dugina', 'nra', 'claimed'],
      ['2023-tatarsky', 'nra', 'claimed'],
      ['2023-prilepin', 'atesh', 'claimed'],
      ['2023-prilepin', 'sbu', 'suspected'],
      ['2024-dagestan-june', 'iscp', 'suspected'],
    ];
    const ofAdded = [
      ['2023-sluchovsk-raid', 'rdk', 'claimed'],
      ['2023-kremlin-drones', 'ukraine', 'suspected'],
      ['2023-novorossiysk-sea-drones', 'sbu', 'attributed'],
      ['2023-terebreno-raid', 'lsr', 'claimed'],
      ['2024-prozorov', 'sbu', 'suspected'],
    ];
    const links = series.incidents.flatMap(({ id, links }) => links.map((link) => ({ id, ...link })));
    expect(links).toHaveLength(named.length + apart.length + ofAdded.length);
    for (const [id, actor, relation] of [...apart, ...ofAdded]) {
      expect(links.filter((link) => link.id === id && link.actor === actor)).toMatchObject([{ relation }]);
    }
    expect(links.filter(({ id }) => added.has(id))).toHaveLength(ofAdded.length);
    // The claim for the supermarket is the organisation's own: others do not credit its supporters.
    expect(links.filter(({ id }) => id === '2017-spb-supermarket')).toMatchObject([
      { actor: 'islamic-state', relation: 'claimed', claimant: null },
    ]);
    expect(
      links.filter(({ disputedBy }) => disputedBy.length > 0).map(({ id, actor }) => [id, actor]),
    ).toEqual([
      ['2017-khabarovsk-fsb', 'islamic-state'],
      ['2017-surgut-stabbing', 'is-supporters-ru'],
      ['2017-spb-supermarket', 'islamic-state'],
      ['2018-magnitogorsk-building', 'islamic-state'],
      ['2019-magnitogorsk-minibus', 'islamic-state'],
      ['2023-rzhitsky', 'gur'],
    ]);
  });

  it('has every actor but "unknown", every relation and every source', () => {
    const actors = facts('actors').map(({ id }) => id);
    expect(series.actors.map(({ id }) => id)).toEqual(actors.filter((id) => id !== 'unknown'));
    const relations = facts('actor_relations').map(({ child, parent, kind }) => ({ child, parent, kind }));
    expect(series.actorRelations).toMatchObject(relations);
    const sources = facts('sources').map((row) => ({
      id: row.id,
      url: row.url || null,
      date: row.date || null,
      origin: row.origin,
      read: row.read,
    }));
    expect(series.sources.slice(0, sources.length)).toMatchObject(sources);
  });
});
