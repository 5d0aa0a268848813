import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DatasetId, Series } from '../../series/model';
import { importDataPackage } from './datapackage';
import { readPackageFolder } from './read-folder';

const FOLDER = new URL('../../../data/russia-militancy/', import.meta.url);
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

  it('has 18 / 23 / 24 attacks claimed by the Islamic State from 2017 to March 2024', () => {
    const high = claimedByIslamicState();
    const best = high.filter(({ link }) => link.certainty !== 'possible');
    const low = best.filter(
      ({ link, incident }) =>
        link.certainty === 'certain' && link.disputed_by === '' && incident.nature_disputed === 'false',
    );
    expect([low.length, best.length, high.length]).toEqual([18, 23, 24]);
  });

  it('has them by linked actor and by year as its documentation says', () => {
    const best = claimedByIslamicState().filter(({ link }) => link.certainty !== 'possible');
    const tally = (keys: readonly (string | undefined)[]) =>
      Object.fromEntries(
        [...new Set(keys)].sort().map((key) => [key, keys.filter((one) => one === key).length]),
      );
    expect(tally(best.map(({ link }) => link.actor))).toEqual({
      iscp: 13,
      'is-supporters-ru': 6,
      iskp: 1,
      'islamic-state': 3,
    });
    const years = best.map(({ incident }) => incident.date?.replace('[', '').slice(0, 4));
    expect(tally(years)).toEqual({ 2017: 8, 2018: 9, 2019: 4, 2020: 1, 2024: 1 });
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

  it('has every incident with its date, place, scope and figures', () => {
    const rows = facts('incidents');
    expect(series.incidents.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    rows.forEach((row, at) => {
      const incident = series.incidents[at];
      expect(incident).toMatchObject({
        date: { edtf: row.date },
        inScope: row.in_scope?.startsWith('yes'),
        natureDisputed: row.nature_disputed === 'yes',
        initiator: row.initiator?.replace(' ', '-'),
        fatalities: { low: figure(row.killed_min), best: figure(row.killed), high: figure(row.killed_max) },
        injured: { low: figure(row.injured_min), best: figure(row.injured), high: figure(row.injured_max) },
        place: {
          name: row.place || null,
          lat: figure(row.lat),
          lon: figure(row.lon),
          precision: row.geo_precision,
        },
        sources: row.source_ids?.split('|'),
      });
      const none = row.id === '2023-belgorod-grayvoron-raid';
      expect(incident?.perpetratorsKilled).toEqual({
        low: figure(row.perpetrators_killed_min),
        best: none ? null : figure(row.perpetrators_killed),
        high: figure(row.perpetrators_killed_max),
      });
    });
  });

  it('has a link for each actor named, and one for each claimant that is not among them', () => {
    const undisputed = facts('incidents').filter(({ attribution }) => attribution !== 'disputed');
    const named = undisputed
      .flatMap(({ actor = '' }) => actor.split('|'))
      .filter((actor) => actor !== 'unknown');
    const claimantsApart = [
      ['2017-khabarovsk-fsb', 'islamic-state'],
      ['2017-khabarovsk-fsb', 'russian-insurgent-army'],
      ['2018-magnitogorsk-building', 'islamic-state'],
      ['2019-magnitogorsk-minibus', 'islamic-state'],
      ['2019-kolomna-flat', 'islamic-state'],
      ['2023-tatarsky', 'nra'],
      ['2023-prilepin', 'atesh'],
    ];
    const links = series.incidents.flatMap(({ id, links }) => links.map((link) => ({ id, ...link })));
    expect(links).toHaveLength(named.length + claimantsApart.length);
    for (const [id, actor] of claimantsApart) {
      expect(links.filter((link) => link.id === id && link.actor === actor)).toMatchObject([
        { relation: 'claimed' },
      ]);
    }
    expect(
      links.filter(({ disputedBy }) => disputedBy.length > 0).map(({ id, actor }) => [id, actor]),
    ).toEqual([
      ['2017-khabarovsk-fsb', 'islamic-state'],
      ['2018-magnitogorsk-building', 'islamic-state'],
      ['2019-magnitogorsk-minibus', 'islamic-state'],
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
    expect(series.sources).toMatchObject(sources);
  });
});
