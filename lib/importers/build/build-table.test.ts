import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSample,
  type SampleBuild,
  sampleMapping,
  sampleTable,
} from '../../../testing/files/table-sample';
import type { Mapping } from '../../mapping/mapping';
import type { Problem } from '../../problems/problem';
import { locationOf } from '../../series/places/location';
import { formatDay } from '../../time/day';
import { effectOf } from '../import-codes';

const INVOLVED = {
  separator: null,
  relation: { fixed: 'involved' },
  certainty: { fixed: 'certain' },
} as const;
const actor = (column: string, separator: string | null = null) => ({ ...INVOLVED, column, separator });
const estimate = (low: string | null, best: string | null, high: string | null) => ({ low, best, high });

/** Everything that makes a revision, in an order of its own. */
function content({ rest, incidents }: SampleBuild): unknown {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { rest: { ...rest, sources: rest.sources.toSorted(byId) }, incidents: incidents.toSorted(byId) };
}

describe('a table', () => {
  it('becomes incidents, problem rows and skips, and nothing else', async () => {
    const rows = [
      ['1', '2024-03-22', 'Moscow'],
      ['2', 'soon', 'Moscow'],
      ['3', '', 'Moscow'],
      ['1', '2024-03-22', 'Moscow'],
      ['1', '2024-03-22', 'Kazan'],
      ['4', '2024-04-01', 'Kazan'],
    ];
    const torn: Problem = {
      ...{ file: 'sample.csv', row: 9, column: null, value: null },
      ...{ code: 'truncated-file', reason: 'ends in a quoted cell' },
    };
    const table = sampleTable(['id', 'date', 'town'], rows, [torn]);
    const built = await buildSample(table, sampleMapping({ id: 'id', place: 'town' }));
    expect(built.counts).toEqual({ read: 7, incidents: 2, problems: 4, skipped: 1, cells: 0, warnings: 0 });
    expect(built.codes).toEqual([
      '9 truncated-file null: null',
      '3 date-not-understood date: soon',
      '4 no-date date: ',
      '5 repeated-row id: 1',
      '6 conflicting-row id: 1',
    ]);
    expect(built.incidents.map(({ id, title }) => `${id} ${title}`)).toEqual(['1 Moscow', '4 Kazan']);
    expect([built.first, built.last].map((day) => formatDay(day!))).toEqual(['2024-03-22', '2024-04-01']);
  });

  it('gives figures, places and links with what is doubtful about them', async () => {
    const names = ['date', 'who', 'killed', 'low', 'high', 'lat', 'lon', 'hurt'];
    const rows = [
      ['2024-03-22', 'IS; ISKP;IS', '145', '143', '145', '55,83', '37.39', '10-15'],
      ['2024-03-23', 'Unknown', '5', '7', '9', '0', '0', 'dozens'],
      ['2024-03-24', 'ISKP', '', '', '', '137.39', '55.8', ''],
    ];
    const mapping = sampleMapping({
      actors: [actor('who', ';')],
      actorDecisions: { groups: [{ name: 'Islamic State', spellings: ['IS'] }], placeholders: ['Unknown'] },
      fatalities: estimate('low', 'killed', 'high'),
      injured: estimate(null, 'hurt', null),
      ...{ lat: 'lat', lon: 'lon' },
    });
    const built = await buildSample(sampleTable(names, rows), mapping);
    expect(built.incidents.map(({ fatalities }) => fatalities)).toEqual([
      { low: 143, best: 145, high: 145 },
      { low: 5, best: 5, high: 9 },
      { low: null, best: null, high: null },
    ]);
    expect(built.incidents.map(({ injured }) => injured)).toEqual([
      { low: 10, best: null, high: 15 },
      { low: null, best: null, high: null },
      { low: null, best: null, high: null },
    ]);
    expect(built.incidents.map(({ place: { lat, lon } }) => [lat, lon])).toEqual([
      [55.83, 37.39],
      [0, 0],
      [137.39, 55.8],
    ]);
    expect(built.incidents.map(({ links }) => links.map((link) => link.actor))).toEqual([
      ['iskp', 'islamic-state'],
      [],
      ['iskp'],
    ]);
    expect(built.rest.actors.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['ISKP', []],
      ['Islamic State', ['IS']],
    ]);
    expect(built.actorCounts).toEqual([
      { actor: 'iskp', incidents: 2 },
      { actor: 'islamic-state', incidents: 1 },
    ]);
    expect(built.codes.toSorted()).toEqual([
      '3 not-a-count hurt: dozens',
      '3 unordered-estimate low: 7, 5, 9',
      '3 zero-coordinate lat: 0, 0',
      '4 not-a-coordinate lat: 137.39, 55.8',
    ]);
    expect([built.counts.cells, built.counts.warnings]).toEqual([3, 1]);
  });

  it('tells regions of one name apart by their countries', async () => {
    const rows = [
      ['2024-01-01', 'Northern', 'Ghana'],
      ['2024-01-02', 'Northern', 'Zambia'],
      ['2024-01-03', 'Lusaka', 'Zambia'],
      ['2024-01-04', 'Northern', ''],
    ];
    const mapping = sampleMapping({ regions: ['region'], country: 'country' });
    const built = await buildSample(sampleTable(['date', 'region', 'country'], rows), mapping);
    expect(built.rest.regions).toEqual([
      { id: 'ghana', label: 'Ghana', country: null },
      { id: 'ghana.northern', label: 'Northern (Ghana)', country: 'Ghana', parent: 'ghana' },
      { id: 'northern', label: 'Northern', country: null },
      { id: 'zambia', label: 'Zambia', country: null },
      { id: 'zambia.lusaka', label: 'Lusaka', country: 'Zambia', parent: 'zambia' },
      { id: 'zambia.northern', label: 'Northern (Zambia)', country: 'Zambia', parent: 'zambia' },
    ]);
  });

  it('takes the country for the region of a row that names none, where a file has several countries', async () => {
    const rows = [
      ['2024-01-01', 'Northern', 'Ghana', ''],
      ['2024-01-02', '', 'Zambia', ''],
      ['2024-01-03', '', 'Zambia', 'Lusaka'],
      ['2024-01-04', 'Zambia', '', ''],
    ];
    const mapping = sampleMapping({ regions: ['region'], country: 'country', place: 'town' });
    const built = await buildSample(sampleTable(['date', 'region', 'country', 'town'], rows), mapping);
    // A region of no country has the name of a country: they stay apart.
    expect(built.incidents.map(({ regions, place }) => [regions.join(), place.precision])).toEqual([
      ['ghana.northern', null],
      ['zambia.country', 'country'],
      ['zambia.country', null],
      ['zambia', null],
    ]);
    const single = await buildSample(
      sampleTable(['date', 'region', 'country', 'town'], [['2024-01-02', '', 'Zambia', '']]),
      mapping,
    );
    expect(single.incidents.map(({ regions, place }) => [regions, place.precision])).toEqual([[[], null]]);
  });

  it('keeps coordinates that cannot be right as the row gives them, and counts them beside the map', async () => {
    const cells = [
      ['33.5', '36.3', 'point', null],
      ['33,5', '36,3', 'point', null],
      [`33°30'N`, `36°18'E`, 'point', null],
      ['0', '0', 'impossible', 'zero-coordinate'],
      ['0.0', '0,0', 'impossible', 'zero-coordinate'],
      ['95', '36.3', 'impossible', 'not-a-coordinate'],
      ['33.5', '200', 'impossible', 'not-a-coordinate'],
      ['33.5', '', 'impossible', 'not-a-coordinate'],
      ['', '36.3', 'impossible', 'not-a-coordinate'],
      ['abc', '36.3', 'impossible', 'not-a-coordinate'],
      // No number is left that could be wrong; the country is what is known.
      ['abc', 'def', 'country', 'not-a-coordinate'],
      ['', '', 'country', null],
      // In the Gulf of Guinea, though Chad has no coast: the place of an incident is what its row says.
      ['2', '2', 'point', null],
    ] as const;
    const rows = cells.map(([lat, lon]) => ['2024-01-01', 'Chad', lat, lon]);
    const mapping = sampleMapping({ country: 'country', lat: 'lat', lon: 'lon' });
    const built = await buildSample(sampleTable(['date', 'country', 'lat', 'lon'], rows), mapping);
    expect(built.incidents.map((one) => locationOf(one).at)).toEqual(cells.map(([, , at]) => at));
    const named = built.codes.filter((code) => code.includes('coordinate'));
    expect(named.map((code) => code.split(' ').slice(0, 2).join(' '))).toEqual(
      cells.flatMap(([, , , code], at) => (code === null ? [] : [`${at + 2} ${code}`])),
    );
  });

  it('puts an incident into the innermost of the districts that its row names', async () => {
    const rows = [
      ['2024-01-01', 'Idlib', 'Idlib', 'Saraqib'],
      ['2024-01-02', 'Aleppo', 'Afrin', ''],
      ['2024-01-03', 'Aleppo', '', 'Jandairis'],
      ['2024-01-04', 'Aleppo', '', ''],
      ['2024-01-05', '', 'Afrin', ''],
      ['2024-01-06', '', '', ''],
    ];
    const columns = ['date', 'admin1', 'admin2', 'admin3'];
    const mapping = sampleMapping({ regions: ['admin1'], districts: ['admin2', 'admin3'] });
    const built = await buildSample(sampleTable(columns, rows), mapping);
    expect(built.incidents.map(({ regions }) => regions.join())).toEqual([
      ...['idlib.idlib.saraqib', 'aleppo.afrin', 'aleppo.jandairis', 'aleppo'],
      // Nobody says which Afrin it is.
      ...['afrin~', ''],
    ]);
    expect(built.rest.regions).toEqual([
      { id: 'afrin~', label: 'Afrin', country: null },
      { id: 'aleppo', label: 'Aleppo', country: null },
      { id: 'aleppo.afrin', label: 'Afrin (Aleppo)', country: null, parent: 'aleppo' },
      { id: 'aleppo.jandairis', label: 'Jandairis', country: null, parent: 'aleppo' },
      { id: 'idlib', label: 'Idlib', country: null },
      { id: 'idlib.idlib', label: 'Idlib (Idlib)', country: null, parent: 'idlib' },
      { id: 'idlib.idlib.saraqib', label: 'Saraqib', country: null, parent: 'idlib.idlib' },
    ]);
  });

  it('puts districts of several countries under their countries', async () => {
    const rows = [
      ['2024-01-01', 'Syria', 'Idlib', 'Harim'],
      ['2024-01-02', 'Turkey', '', 'Harim'],
    ];
    const columns = ['date', 'country', 'region', 'district'];
    const mapping = sampleMapping({ country: 'country', regions: ['region'], districts: ['district'] });
    const built = await buildSample(sampleTable(columns, rows), mapping);
    expect(built.rest.meta.codebook).toContainEqual({
      field: 'district',
      meaning: 'A district of the region in which the incident was.',
    });
    expect(built.rest.regions.map(({ id, label, parent }) => [id, label, parent])).toEqual([
      ['syria', 'Syria', undefined],
      ['syria.idlib', 'Idlib', 'syria'],
      ['syria.idlib.harim', 'Harim (Idlib)', 'syria.idlib'],
      ['turkey', 'Turkey', undefined],
      ['turkey.harim~', 'Harim (Turkey)', 'turkey'],
    ]);
  });

  it('names types by the labels of their codes and keeps the codes in the codebook', async () => {
    const rows = [
      ['2024-01-01', '1'],
      ['2024-01-02', '3'],
      ['2024-01-03', '4'],
    ];
    const mapping = sampleMapping({ type: 'kind', typeLabels: { 1: 'State-based', 3: 'One-sided' } });
    const built = await buildSample(sampleTable(['date', 'kind'], rows), mapping);
    expect(built.incidents.map(({ type, title }) => `${type} ${title}`)).toEqual([
      'state-based State-based',
      'one-sided One-sided',
      '4 4',
    ]);
    expect(built.rest.meta.codebook).toEqual([
      { field: 'date', meaning: 'The date of the incident.' },
      { field: 'kind', meaning: 'The type of the incident: 1 is State-based; 3 is One-sided.' },
    ]);
  });

  it('makes sources of addresses and of names, each once', async () => {
    const rows = [
      ['2024-01-01', 'https://www.bbc.co.uk/news/1', 'https://tass.com/x https://tass.com/y'],
      ['2024-01-02', 'Reuters', 'https://www.bbc.co.uk/news/1'],
      ['2024-01-03', 'javascript:alert(1)', 'https://user:word@evil.test/'],
    ];
    const mapping = sampleMapping({ sources: { columns: ['a', 'b'], separator: null } });
    const built = await buildSample(sampleTable(['date', 'a', 'b'], rows), mapping);
    expect(built.incidents.map(({ sources }) => sources.length)).toEqual([3, 2, 2]);
    expect(built.rest.sources.map(({ publisher, url }) => `${publisher} ${url}`).toSorted()).toEqual([
      'Reuters null',
      'bbc.co.uk https://www.bbc.co.uk/news/1',
      'https://user:word@evil.test/ null',
      'javascript:alert(1) null',
      'tass.com https://tass.com/x',
      'tass.com https://tass.com/y',
    ]);
  });

  it('is named by its region where neither kind, actor nor place is known', async () => {
    const table = sampleTable(['date', 'oblast'], [['2024-03-22', 'Odeska']]);
    const built = await buildSample(table, sampleMapping({ regions: ['oblast'] }));
    expect(built.incidents.map(({ title }) => title)).toEqual(['Odeska']);
  });

  it('fills titles and joins notes, and says what an incident is called where nothing is known', async () => {
    const rows = [
      ['2024-01-01', 'Raid', 'Kabul', 'at\n night', 'two\nlines'],
      ['2024-01-02', '', '', '', 'alone'],
    ];
    const mapping = sampleMapping({ title: '{what} in {where}  {other}', notes: ['other', 'more'] });
    const built = await buildSample(sampleTable(['date', 'what', 'where', 'other', 'more'], rows), mapping);
    expect(built.incidents.map(({ title }) => title)).toEqual(['Raid in Kabul at night', 'Incident']);
    expect(built.incidents.map(({ notes }) => notes)).toEqual([
      'other: at\n night\nmore: two\nlines',
      'more: alone',
    ]);
  });

  it('keeps and flags equal rows where there are no ids', async () => {
    const rows = [
      ['2007-02-23', 'IED'],
      ['2007-02-23', 'IED'],
      ['2007-02-23', 'SAF'],
    ];
    const built = await buildSample(sampleTable(['date', 'type'], rows), sampleMapping({ type: 'type' }));
    expect(built.counts).toEqual({ read: 3, incidents: 3, problems: 0, skipped: 0, cells: 0, warnings: 1 });
    expect(built.codes).toEqual(['3 equal-row null: null']);
    expect(new Set(built.incidents.map(({ id }) => id)).size).toBe(3);
  });

  it('shares what equal rows say, so that many rows take little memory', async () => {
    const rows = Array.from({ length: 4 }, (_, at) => [`2024-01-0${at + 1}`, 'IS', '3', 'Kabul']);
    const mapping = sampleMapping({
      ...{ actors: [actor('who')], place: 'where', fatalities: estimate(null, 'n', null) },
    });
    const { incidents } = await buildSample(sampleTable(['date', 'who', 'n', 'where'], rows), mapping);
    for (const key of [
      'links',
      'place',
      'fatalities',
      'subtypes',
      'regions',
      'targets',
      'sources',
    ] as const) {
      expect(new Set(incidents.map((one) => one[key])).size).toBe(1);
    }
  });

  it('stops where it is told to', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => [String(1900 + at)]);
    const stop = new AbortController();
    const building = buildSample(sampleTable(['date'], rows), sampleMapping(), {
      signal: stop.signal,
      onProgress: ({ rows: done }) => done > 20 && stop.abort(),
    });
    await expect(building).rejects.toThrow(/abort/i);
  });
});

const COLUMNS = ['id', 'date', 'a', 'b', 'c', '__proto__', 'lat'] as const;
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '2',
    '2024-01-01',
    '2024-01-02',
    '2023',
    'soon',
    'IS',
    'is',
    'I.S.',
    '10-15',
    '-9',
  ),
  fc.constantFrom('http://a.test/x', 'constructor', '__proto__', '91', '0', '3;4', '  ', 'Вагнер', '=1+1'),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);
const column = fc.constantFrom(...COLUMNS, 'no such column');
const maybe = fc.option(column, { freq: 1 });
const figures = fc.record({ low: maybe, best: maybe, high: maybe });
const list = fc.option(
  fc.record({ columns: fc.array(column, { maxLength: 2 }), separator: fc.constantFrom(null, ';', '') }),
);
const ties = fc.record({
  column,
  separator: fc.constantFrom(null, ';'),
  relation: fc.constantFrom({ fixed: 'involved' } as const, {
    ...{ column: 'a', values: { IS: 'claimed' } as const, otherwise: 'suspected' as const },
  }),
  certainty: fc.constant({ fixed: 'certain' } as const),
});
const change: fc.Arbitrary<Partial<Mapping>> = fc.record({
  id: fc.constantFrom(null, 'id'),
  title: fc.constantFrom(null, '{a} in {b}', '{no} {', ''),
  actors: fc.array(ties, { maxLength: 2 }),
  targets: list,
  ...{
    type: maybe,
    subtypes: fc.array(column, { maxLength: 2 }),
    regions: fc.array(column, { maxLength: 2 }),
  },
  typeLabels: fc.constantFrom({}, { IS: 'is', constructor: 'x' }),
  ...{ place: maybe, country: maybe, lat: maybe, lon: maybe, sources: list },
  ...{ fatalities: figures, injured: figures },
  unknownNumbers: fc.constantFrom([], ['-9']),
  notes: fc.array(column, { maxLength: 3 }),
  actorDecisions: fc.constantFrom(
    { groups: [], placeholders: [] },
    { groups: [{ name: 'IS', spellings: ['is', 'I.S.', '__proto__'] }], placeholders: ['soon', ''] },
  ),
});
const rowsOf = fc.array(fc.array(cell, { minLength: COLUMNS.length, maxLength: COLUMNS.length }), {
  maxLength: 12,
});

describe('any table with any mapping', () => {
  it('loses no row, refers to nothing that is not there, and gives no id twice', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, change, async (rows, changed) => {
        const built = await buildSample(sampleTable(COLUMNS, rows), sampleMapping(changed));
        const { read, incidents, problems, skipped, cells, warnings } = built.counts;
        expect(read).toBe(rows.length);
        expect(incidents + problems + skipped).toBe(read);
        const byEffect = (effect: string) => built.problems.filter(({ code }) => effectOf(code) === effect);
        expect(built.incidents).toHaveLength(incidents);
        expect(new Set(byEffect('row').map(({ row }) => row)).size).toBe(problems);
        const effects = ['row', 'skip', 'cell', 'warning'] as const;
        expect(effects.map((effect) => byEffect(effect).length)).toEqual([
          problems,
          skipped,
          cells,
          warnings,
        ]);
        expect(new Set(built.incidents.map(({ id }) => id)).size).toBe(incidents);
        const { actors, types, regions, sources } = built.rest;
        const declared = [actors, types, regions, sources].map(
          (some) => new Set<string>(some.map(({ id }) => id)),
        );
        for (const one of built.incidents) {
          expect(one.title).not.toBe('');
          const named = [one.links.map((link) => link.actor), one.subtypes, one.regions, one.sources];
          named.forEach((some, at) => {
            for (const id of some) expect(declared[at]!.has(id)).toBe(true);
          });
          for (const { low, best, high } of [one.fatalities, one.injured]) {
            const given = [low, best, high].filter((figure) => figure !== null);
            expect(given).toEqual(given.toSorted((a, b) => a - b));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same content whatever the order of rows, where no two share an id', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, change, async (rows, changed) => {
        const mapping = sampleMapping({ ...changed, id: null });
        const one = await buildSample(sampleTable(COLUMNS, rows), mapping);
        const other = await buildSample(sampleTable(COLUMNS, rows.toReversed()), mapping);
        expect(content(other)).toEqual(content(one));
      }),
      { numRuns: 200 },
    );
  });
});
