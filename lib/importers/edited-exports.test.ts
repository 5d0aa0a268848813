import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { collectSeries, openQuestions } from '../../testing/files/collect-series';
import { exportedText } from '../../testing/files/exported-series';
import { textSource } from '../../testing/files/text-source';
import { figure, incident, seriesOfHand } from '../../testing/series/hand-made';
import type { Mapping } from '../mapping/mapping';
import type { OwnField } from '../series/fields';
import type { ActorId, DatasetId, Estimate, Incident, Series, SourceId, TypeId } from '../series/model';
import { reportColumns } from './report/report-columns';
import { examine } from './run/import-file';

const SEED = { id: 'mine' as DatasetId, title: 'Mine' };

const field = (id: string, kind: OwnField['kind']): OwnField => ({
  ...{ id, label: id, column: id, unit: null, description: null, kind, many: false },
  aggregate: kind === 'number' ? 'sum' : 'none',
});

const link = (actor: string, claimant: string): Incident['links'][number] => ({
  ...{ actor: actor as ActorId, relation: 'claimed', certainty: 'probable', claimant: claimant as ActorId },
  ...{ disputedBy: ['the police', 'a mayor'], outlet: 'Radio', date: null, sources: ['s-1' as SourceId] },
});

/** Three incidents of which nothing is changed but one cell at a time. */
const SERIES: Series = {
  ...seriesOfHand(
    [
      incident('a', '2024-03-22', [], {
        ...{ type: 'raid' as TypeId, title: 'A raid', initiator: 'non-state', links: [link('x', 'y')] },
        place: { name: 'Port', country: 'Here', lat: 10.5, lon: 20.25, precision: 'town', note: null },
        ...{ fatalities: figure('1-3-7'), own: { weapon: 'unknown', cost: 12, damage: '-' } },
      }),
      incident('b', '2024-04-25', ['x suspected possible', 'z involved probable'], {
        place: { name: 'Inn', country: 'Here', lat: 11.5, lon: 21.25, precision: 'town', note: null },
        own: { weapon: 'knife', cost: 5, damage: 'N/A' },
      }),
      incident('c', '[2024-05-20,2024-05-23]', [], { own: { weapon: 'knife', cost: 7, damage: 'some' } }),
    ],
    [],
    [field('weapon', 'category'), field('cost', 'number'), field('damage', 'category')],
  ),
};

type Row = Record<string, string>;

async function read(text: string, name: string, change: (mapping: Mapping) => Mapping = (one) => one) {
  const examined = await examine(textSource(text, name));
  if (examined.kind !== 'table') throw new Error(JSON.stringify(examined));
  const mapping = change(examined.proposal.mapping!);
  const { series, problems } = await collectSeries(examined, mapping, SEED);
  return {
    incidents: Object.fromEntries(series.incidents.map((one) => [one.id, one])) as Record<string, Incident>,
    notes: problems.map(({ row, code, column, value }) => `${row} ${code} ${column}: ${value}`),
    reasons: problems.map(({ reason }) => reason),
    questions: openQuestions(examined).map(({ id }) => id),
    columns: reportColumns(examined.survey.columns, mapping, { kind: 'said' }),
    ...{ series, layout: mapping.layout },
  };
}

/** The CSV of the series after somebody wrote other cells into the row of `a`, or into all with `every`. */
async function edited(
  cells: Row,
  { every = (row) => row, mapping }: { every?: (row: Row) => Row; mapping?: (one: Mapping) => Mapping } = {},
) {
  const { data } = Papa.parse<Row>(await exportedText(SERIES, 'csv'), { header: true, skipEmptyLines: true });
  const rows = data.map((row) => every(row.id === 'a' ? { ...row, ...cells } : row));
  return read(`${Papa.unparse(rows)}\n`, 'incidents.csv', mapping);
}

const figures = ({ low, best, high }: Estimate) => [low, best, high];

it('says nothing of an export that nobody changed', async () => {
  const { notes, layout, incidents } = await edited({});
  expect([notes, layout]).toEqual([[], 'annals']);
  expect(incidents.a?.links).toEqual([link('x', 'y')]);
});

it('brings a best figure without ends back with both', async () => {
  const series = seriesOfHand([incident('a', '2024-03-22', [], { fatalities: figure('2') })]);
  const { incidents } = await read(await exportedText({ ...SERIES, ...series }, 'csv'), 'incidents.csv');
  expect(figures(incidents.a!.fatalities)).toEqual([2, 2, 2]);
});

describe('yes and no, whoever writes them', () => {
  it.each([
    ['TRUE', 'FALSE', true, false],
    ['yes', 'no', true, false],
    ['FALSE', 'TRUE', false, true],
    ['0', '1', false, true],
    ['', '', false, true],
  ])('nature_disputed %s and in_scope %s', async (nature_disputed, in_scope, disputed, inScope) => {
    const { incidents, notes } = await edited({ nature_disputed, in_scope });
    expect(incidents.a).toMatchObject({ natureDisputed: disputed, inScope });
    expect(notes).toEqual([]);
  });

  it('are told where they are neither', async () => {
    const { incidents, notes } = await edited({ nature_disputed: 'perhaps', in_scope: 'partly' });
    expect(incidents.a).toMatchObject({ natureDisputed: false, inScope: true });
    expect(notes).toEqual([
      '2 not-of-its-kind in_scope: partly',
      '2 not-of-its-kind nature_disputed: perhaps',
    ]);
  });
});

describe('figures and points', () => {
  it('are read as those of any file', async () => {
    const { incidents, notes } = await edited({ fatalities_high: '1,234', lat: '10,5' });
    expect(figures(incidents.a!.fatalities)).toEqual([1, 3, 1234]);
    expect(incidents.a?.place).toMatchObject({ lat: 10.5, lon: 20.25, precision: 'town' });
    expect(notes).toEqual([]);
  });

  it.each([
    [{ fatalities_best: 'dozens' }, [1, null, 7], '2 not-a-count fatalities_best: dozens'],
    [{ fatalities_best: '1e300' }, [1, null, 7], '2 not-a-count fatalities_best: 1e300'],
    [
      { fatalities_low: '7', fatalities_high: '1' },
      [1, 3, 7],
      '2 unordered-estimate fatalities_low: 7, 3, 1',
    ],
  ])('that cannot be are told: %j', async (cells, expected, note) => {
    const { incidents, notes } = await edited(cells as Row);
    expect(figures(incidents.a!.fatalities)).toEqual(expected);
    expect(notes).toEqual([note]);
  });

  it.each([
    [{ lat: '999' }, '999, 20.25'],
    [{ lon: 'east' }, '10.5, east'],
    [{ lat: '' }, ', 20.25'],
  ])('a point that is none is told: %j', async (cells, value) => {
    const { notes } = await edited(cells as Row);
    expect(notes).toEqual([`2 not-a-coordinate lat: ${value}`]);
  });
});

describe('dates that a spreadsheet wrote anew', () => {
  const american = (row: Row): Row => ({
    ...row,
    date: row.date!.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$2/$3/$1'),
  });

  it('are dates, beside those that stayed', async () => {
    const { incidents, notes, questions } = await edited({}, { every: american });
    expect(Object.values(incidents).map(({ date }) => date.edtf)).toEqual([
      '2024-03-22',
      '2024-04-25',
      '[2024-05-20,2024-05-23]',
    ]);
    expect([notes, questions]).toEqual([[], []]);
  });

  it('are asked about where day and month may stand in either order', async () => {
    const made = [incident('a', '2024-03-01'), incident('b', '2024-04-02')];
    const text = await exportedText({ ...SERIES, ...seriesOfHand(made) }, 'csv');
    const rewritten = text.replace(/,2024-03-01,/, ',3/1/2024,').replace(/,2024-04-02,/, ',4/2/2024,');
    const { questions, notes } = await read(rewritten, 'incidents.csv');
    expect(questions).toEqual(['date-order']);
    // The days beside them are as they were: by the order that is taken unless somebody answers, they are others.
    expect(notes).toContain('2 not-as-exported earliest: 2024-03-01');
  });

  it('are told where the days beside them are others', async () => {
    const { incidents, notes } = await edited({ date: '2024-03-23' });
    expect(incidents.a?.date.edtf).toBe('2024-03-23');
    expect(notes).toEqual(['2 not-as-exported earliest: 2024-03-22', '2 not-as-exported latest: 2024-03-22']);
  });

  it('cost their rows where they are none', async () => {
    const { incidents, notes } = await edited({ date: 'in spring' });
    expect([Object.keys(incidents), notes]).toEqual([['b', 'c'], ['2 date-not-understood date: in spring']]);
  });
});

describe('links', () => {
  const other = { claimant: null, disputedBy: [], outlet: null, date: null, sources: [] };

  it('come from the lists beside them where nothing stands in “links”', async () => {
    const lists = { claimants: '|y', outlets: 'Radio|', disputed_by: '|the police; a mayor' };
    const cells = {
      links: '',
      actors: 'x|w',
      relations: 'claimed|suspected',
      certainties: 'probable|possible',
    };
    const { incidents, notes, series } = await edited({ ...cells, ...lists });
    expect(incidents.a?.links).toEqual([
      { ...other, actor: 'x', relation: 'claimed', certainty: 'probable', outlet: 'Radio' },
      {
        ...{ ...other, actor: 'w', relation: 'suspected', certainty: 'possible' },
        ...{ claimant: 'y', disputedBy: ['the police', 'a mayor'] },
      },
    ]);
    expect(notes).toEqual([]);
    expect(series.actors.map(({ id }) => id)).toEqual(['w', 'x', 'y', 'z']);
  });

  it('come from the lists where the column was taken out', async () => {
    const { incidents, notes, layout } = await edited({}, { every: ({ links: _, ...row }) => row });
    expect([notes, layout]).toEqual([[], 'annals']);
    expect(incidents.b?.links).toEqual([
      { ...other, actor: 'x', relation: 'suspected', certainty: 'possible' },
      { ...other, actor: 'z', relation: 'involved', certainty: 'probable' },
    ]);
  });

  it('come from the lists where “links” is cut, and it is told', async () => {
    const { incidents, notes } = await edited({ links: '[{"actor":"x"' });
    expect(incidents.a?.links).toEqual([
      { ...link('x', 'y'), sources: [], disputedBy: ['the police', 'a mayor'] },
    ]);
    expect(notes).toEqual(['2 not-of-its-kind links: [{"actor":"x"']);
  });

  it.each([
    [{ actors: 'w' }, '2 not-as-exported actors: w'],
    [{ certainties: 'certain' }, '2 not-as-exported certainties: certain'],
    [{ relations: '' }, '2 not-as-exported relations: '],
  ])('stay where the lists say otherwise, and it is told: %j', async (cells, note) => {
    const { incidents, notes } = await edited(cells as Row);
    expect(incidents.a?.links).toEqual([link('x', 'y')]);
    expect(notes).toEqual([note]);
  });

  it('whose lists are of several lengths, or hold other words, are told', async () => {
    const cells = { links: '', actors: 'x|w', relations: 'claimed', certainties: 'sure|possible' };
    const { incidents, notes } = await edited({ ...cells, claimants: '', outlets: '', disputed_by: '' });
    expect(incidents.a?.links.map((one) => [one.actor, one.relation, one.certainty])).toEqual([
      ['x', 'claimed', 'certain'],
      ['w', 'involved', 'possible'],
    ]);
    expect(notes).toEqual(['2 not-as-exported relations: claimed', '2 not-of-its-kind certainties: sure']);
  });

  it('whose date is none are told, and kept', async () => {
    const links = JSON.stringify([{ ...link('x', 'y'), date: 'in spring' }]);
    const { incidents, notes } = await edited({ links });
    expect(incidents.a?.links).toEqual([link('x', 'y')]);
    expect(notes).toEqual(['2 not-of-its-kind links: in spring']);
  });
});

describe('links that somebody wrote into JSON', () => {
  async function linked(...links: readonly object[]) {
    const json = JSON.parse(await exportedText(SERIES, 'json'));
    json.rows[0].links = links;
    const { incidents, notes } = await read(JSON.stringify(json), 'incidents.json');
    return { who: incidents.a?.links.map((one) => [one.actor, one.relation, one.certainty]), notes };
  }

  it('beside whole ones are links, and what they lack is told', async () => {
    const { who, notes } = await linked({ ...link('x', 'y') }, { actor: 'w', relation: 'suspected' });
    expect(who).toEqual([
      ['x', 'claimed', 'probable'],
      ['w', 'suspected', 'certain'],
    ]);
    expect(notes).toEqual(['1 not-of-its-kind links: ']);
  });

  it('with other words are links, and it is told', async () => {
    const { who, notes } = await linked({ ...link('x', 'y'), relation: 'Claimed', certainty: 'sure' });
    expect(who).toEqual([['x', 'claimed', 'certain']]);
    expect(notes).toEqual(['1 not-of-its-kind links: sure']);
  });

  it('with an actor and a relation alone are links, and it is told', async () => {
    const { who, notes } = await linked({ actor: 'w', relation: 'suspected' });
    expect(who).toEqual([['w', 'suspected', 'certain']]);
    expect(notes).toEqual(['1 not-as-exported links.suspected: w']);
  });

  it('without an actor are told, and cost no others', async () => {
    const { who, notes } = await linked({ ...link('x', 'y') }, { ...link('x', 'y'), actor: null });
    expect(who).toEqual([['x', 'claimed', 'probable']]);
    expect(notes.map((note) => note.slice(0, 24))).toEqual(['1 not-of-its-kind links:']);
  });
});

describe('a mapping that somebody changed', () => {
  it('changes what it names, and the links stay whole', async () => {
    const mapping = (one: Mapping) => ({ ...one, title: 'In {place}' });
    const { incidents, columns } = await edited({}, { mapping });
    expect(incidents.a).toMatchObject({ title: 'In Port', id: 'a', type: 'raid', links: [link('x', 'y')] });
    expect(columns.find(({ column }) => column === 'certainties')).toMatchObject({ outcome: 'repeated' });
  });

  it('is the same mapping whatever the order of its keys', async () => {
    const mapping = ({ targets, ...one }: Mapping): Mapping => ({
      ...one,
      targets: { separator: targets!.separator, columns: targets!.columns },
      actors: one.actors.map(({ column, ...rest }) => ({ ...rest, column })),
    });
    const { incidents } = await edited({}, { mapping });
    expect(incidents.a?.links).toEqual([link('x', 'y')]);
  });

  it('says what is lost where it reads the actors otherwise', async () => {
    const mapping = (one: Mapping): Mapping => ({
      ...one,
      actors: [{ ...one.actors[0]!, relation: { fixed: 'attributed' } }],
    });
    const { incidents, columns } = await edited({}, { mapping });
    expect(incidents.a?.links).toMatchObject([
      { relation: 'attributed', certainty: 'certain', claimant: null },
    ]);
    for (const name of ['links', 'certainties', 'claimants', 'outlets', 'disputed_by']) {
      const column = columns.find((one) => one.column === name);
      expect(column).toMatchObject({ outcome: 'dropped' });
      expect(column?.meaning).not.toContain('Nothing is lost');
    }
  });
});

describe('GeoJSON', () => {
  async function moved(geometry: unknown, properties: object = {}) {
    const json = JSON.parse(await exportedText(SERIES, 'geojson'));
    const [first] = json.features;
    Object.assign(first, { geometry });
    Object.assign(first.properties, properties);
    return read(JSON.stringify(json), 'incidents.geojson');
  }
  const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });

  it('whose geometry was moved lies where it was moved to, and it is told', async () => {
    const { incidents, notes, reasons } = await moved(point(22.5, 12.75));
    expect(incidents.a?.place).toMatchObject({ lat: 12.75, lon: 22.5, name: 'Port' });
    expect(notes).toEqual(['1 not-as-exported lat: 10.5, 20.25']);
    expect(reasons[0]).toContain('12.75, 22.5');
  });

  it('in which a program wrote the links as a list is as it was', async () => {
    const { incidents, notes } = await moved(point(20.25, 10.5), { links: [link('x', 'y')] });
    expect(incidents.a?.links).toEqual([link('x', 'y')]);
    expect(notes).toEqual([]);
  });

  it('whose coordinates were rounded is where it was', async () => {
    const { incidents, notes } = await moved(point(20.2500001, 10.4999999));
    expect(incidents.a?.place).toMatchObject({ lat: 10.5, lon: 20.25 });
    expect(notes).toEqual([]);
  });

  it('that lost its geometry keeps its point, and it is told', async () => {
    const { incidents, notes } = await moved(null);
    expect(incidents.a?.place).toMatchObject({ lat: 10.5, lon: 20.25 });
    expect(notes).toEqual(['1 not-as-exported lat: 10.5, 20.25']);
  });

  it('that has a geometry alone lies there', async () => {
    const { incidents, notes } = await moved(point(22.5, 12.75), { lat: null, lon: null });
    expect(incidents.a?.place).toMatchObject({ lat: 12.75, lon: 22.5 });
    expect(notes).toEqual([]);
  });
});

describe('words that an export does not have', () => {
  it.each([
    [{ initiator: 'rebels' }, { initiator: 'unclear' }, '2 not-of-its-kind initiator: rebels'],
    [
      { geo_precision: 'village' },
      { place: { precision: null } },
      '2 not-of-its-kind geo_precision: village',
    ],
    [{ title: '' }, { title: 'raid: x, Port' }, '2 not-as-exported title: null'],
    [{ type: 'raid|fire' }, { type: 'raid', subtypes: ['fire'] }, '2 not-as-exported type: raid|fire'],
  ])('are told: %j', async (cells, expected, note) => {
    const { incidents, notes } = await edited(cells as Row);
    expect(incidents.a).toMatchObject(expected);
    expect(notes).toEqual([note]);
  });

  it('name a row of which nothing is known as any other file does', async () => {
    const links = { links: '', actors: '', relations: '', certainties: '', claimants: '', outlets: '' };
    const nothing = {
      ...links,
      disputed_by: '',
      title: '',
      type: '',
      place: '',
      country: '',
      geo_precision: '',
    };
    const { incidents } = await edited(nothing);
    expect(incidents.a?.title).toBe('Incident');
  });
});

describe('a program that writes a word into empty cells', () => {
  const byR = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === '' ? 'NA' : cell]));

  it('leaves them empty, and it is told once for each column', async () => {
    const untouched = await edited({});
    const { incidents, notes, series } = await edited({}, { every: byR });
    expect(incidents).toEqual(untouched.incidents);
    expect([series.types, series.fields]).toEqual([untouched.series.types, untouched.series.fields]);
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes).toContain('null says-nothing notes: NA');
    expect(notes.filter((note) => !note.startsWith('null says-nothing'))).toEqual([]);
  });

  it('leaves numbers of an own field numbers', async () => {
    const { incidents } = await edited({ own_cost: '' }, { every: byR });
    expect([incidents.a?.own.cost, incidents.b?.own.cost]).toEqual([undefined, 5]);
  });
});

it('reads what pandas writes', async () => {
  const cells = { fatalities_low: '1.0', fatalities_best: '3.0', fatalities_high: '7.0', in_scope: 'False' };
  const { incidents, notes } = await edited(cells);
  expect([figures(incidents.a!.fatalities), incidents.a?.inScope, notes]).toEqual([[1, 3, 7], false, []]);
});

it('says of a changed mapping nothing of columns that it does not change', async () => {
  const mapping = (one: Mapping) => ({ ...one, title: 'In {place}' });
  const { notes, incidents } = await edited({ lat: '999' }, { mapping });
  expect(notes).toEqual(['2 not-a-coordinate lat: 999, 20.25']);
  expect(incidents.a?.own).toMatchObject({ weapon: 'unknown' });
});

describe('own fields', () => {
  it('keep words that say in other files that nothing is known', async () => {
    const { incidents, notes } = await edited({ own_cost: 'unknown' });
    expect(incidents.a?.own).toEqual({ weapon: 'unknown', cost: 'unknown', damage: '-' });
    expect(incidents.b?.own).toMatchObject({ damage: 'N/A' });
    expect(notes).toEqual([]);
  });

  it('keep numbers that stand for nothing in other files', async () => {
    const { incidents, notes } = await edited({ own_cost: '-99' });
    expect(incidents.a?.own).toMatchObject({ cost: -99 });
    expect(notes).toEqual([]);
  });

  it('of which every cell is such a word are kept', async () => {
    const { incidents } = await edited({}, { every: (row) => ({ ...row, own_weapon: 'unknown' }) });
    expect(incidents.c?.own).toMatchObject({ weapon: 'unknown' });
  });
});
