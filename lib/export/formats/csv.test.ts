import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../query/result';
import type { ActorId, Incident, IncidentId, SourceId } from '../../series/model';
import { UNSAID } from '../../series/unsaid';
import { parseEventDate } from '../../time/edtf';
import { ROW_COLUMNS } from './columns';
import { csvHeader, csvLines, neutralise } from './csv';
import { incidentRow } from './incident-row';

function date(edtf: string) {
  const read = parseEventDate(edtf);
  if (read.kind !== 'date') throw new Error(`${edtf} is no date`);
  return read.date;
}

const _nobody = { low: null, best: null, high: null };

function row(change: Partial<Incident> = {}): Row {
  const incident: Incident = {
    id: 'i1' as IncidentId,
    date: date('2024-03-02/2024-03-03'),
    title: 'Shooting',
    ...UNSAID,
    place: { name: 'Quito', country: null, lat: -0.22, lon: -78.5, precision: 'town', note: null },
    targets: ['police', 'passers-by'],
    fatalities: { low: null, best: 3, high: null },
    perpetratorsKilled: { low: 0, best: 0, high: 0 },
    initiator: 'non-state',
    sources: ['s1', 's2'] as SourceId[],
    ...change,
  };
  return { incident, weight: 0.5, inLow: false, inBest: true, matched: [] };
}

/** The cells of one incident as another program reads them. */
function cells(change: Partial<Incident> = {}): Record<string, string> {
  const text = csvHeader(ROW_COLUMNS) + csvLines([incidentRow(row(change))], ROW_COLUMNS);
  const [first] = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  return first ?? {};
}

describe('incidents.csv', () => {
  test('ends every line with CRLF and begins with the first column, without a byte order mark', () => {
    const text = csvHeader(ROW_COLUMNS) + csvLines([incidentRow(row()), incidentRow(row())], ROW_COLUMNS);
    expect(text.startsWith('id,date,earliest,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('writes lists with |, days as days, and nothing where nothing is reported', () => {
    expect(cells()).toMatchObject({
      id: 'i1',
      date: '2024-03-02/2024-03-03',
      earliest: '2024-03-02',
      latest: '2024-03-02',
      until: '2024-03-03',
      targets: 'police|passers-by',
      sources: 's1|s2',
      fatalities_low: '3',
      fatalities_best: '3',
      fatalities_high: '3',
      injured_best: '',
      perpetrators_killed_best: '0',
      nature_disputed: 'false',
      weight: '0.5',
      in_best: 'true',
    });
  });

  test('leaves negative numbers as numbers', () => {
    expect(cells()).toMatchObject({ lat: '-0.22', lon: '-78.5' });
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    [' =1+1', "' =1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['\n\n=1+1', "'\n\n=1+1"],
    ['"=1+1"', '\'"=1+1"'],
    ["'=1+1", "''=1+1"],
    ['“@SUM(A1)”', "'“@SUM(A1)”"],
    ['\ufeff=1+1', "'\ufeff=1+1"],
    ['\u200b-2+3', "'\u200b-2+3"],
    ['\u0000=1+1', "'\u0000=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1+1', "'－1+1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['-12.5', '-12.5'],
    ['+7', '+7'],
    ['-12 to 5', "'-12 to 5"],
    ['“a word”, he said', '“a word”, he said'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('turns the text %j into %j', (text, safe) => {
    expect(neutralise(text)).toBe(safe);
    expect(cells({ title: text, notes: text })).toMatchObject({ title: safe, notes: safe });
  });

  test.each([['a "word"'], ['one, two'], ['one\ntwo'], ['one\r\ntwo'], ['one\rtwo'], ['“Ж” 日本 𝛼']])(
    'keeps %j as it is',
    (text) => {
      expect(cells({ title: text }).title).toBe(text);
    },
  );

  test('has one entry a link in each column of the links, and all of them in “links”', () => {
    const link = {
      relation: 'claimed',
      certainty: 'certain',
      outlet: null,
      date: null,
      sources: [],
    } as const;
    const written = cells({
      links: [
        { ...link, actor: 'a' as ActorId, claimant: 'p' as ActorId, disputedBy: ['the police', 'X'] },
        { ...link, actor: 'b' as ActorId, claimant: null, disputedBy: [], certainty: 'possible' },
      ],
    });
    expect(written).toMatchObject({
      actors: 'a|b',
      relations: 'claimed|claimed',
      certainties: 'certain|possible',
      claimants: 'p|',
      disputed_by: 'the police; X|',
    });
    expect(JSON.parse(written.links ?? '')).toMatchObject([{ actor: 'a', counted: false }, { actor: 'b' }]);
  });

  test('has no column twice', () => {
    const names = ROW_COLUMNS.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
