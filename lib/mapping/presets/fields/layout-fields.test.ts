import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../formats/source/byte-source';
import type { ColumnReport } from '../../../importers/report/column-report';
import { reportColumns } from '../../../importers/report/report-columns';
import { collectSeries, examine } from '../../../importers/run/import-file';
import type { DatasetId, Series } from '../../../series/model';
import { GDELT_2 } from '../gdelt';

/** A series of rows by the names of their columns, as a layout is recognised by them. */
async function madeOf(
  rows: readonly Readonly<Record<string, string>>[],
  layout: string,
): Promise<{ readonly series: Series; readonly columns: readonly ColumnReport[]; readonly codes: string[] }> {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => row[name] ?? '').join('\t'));
  const blob = new Blob([[names.join('\t'), ...lines, ''].join('\n')]);
  const found = await examine(blobSource(blob, 'events.tsv'));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  const { proposal, survey } = found;
  expect(proposal.mapping?.layout).toBe(layout);
  const { series, problems } = await collectSeries(found, null, { id: 'x' as DatasetId, title: 'X' });
  const origin = { kind: 'guessed', reasons: proposal.reasons } as const;
  const columns = reportColumns(survey.columns, proposal.mapping!, origin);
  return { series, columns, codes: problems.map(({ code }) => code) };
}

/** What an incident says, by the label of the field. */
function saidBy({ fields, incidents }: Series, at: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map(({ id, label }) => [label, incidents[at]?.own[id]]));
}

const labelled = ({ fields }: Series, label: string) => fields.find((field) => field.label === label);

describe('the own fields of', () => {
  it('ACLED are named, with its codes in words', async () => {
    const row = {
      ...{ event_id_cnty: 'KEN1', event_date: '22 March 2024', year: '2024', time_precision: '1' },
      ...{ disorder_type: 'Political violence; Demonstrations', event_type: 'Battles', actor1: 'A' },
      ...{
        inter1: '1',
        actor2: 'B',
        inter2: '3',
        interaction: '13',
        civilian_targeting: 'Civilian targeting',
      },
      ...{
        iso: '404',
        region: 'Eastern Africa',
        location: 'Mandera',
        fatalities: '3',
        tags: 'crowd size=no report',
      },
    };
    const second = {
      ...row,
      event_id_cnty: 'KEN2',
      event_date: '23 March 2024',
      inter2: '0',
      interaction: '10',
    };
    const { series, codes } = await madeOf([row, second], 'acled');
    expect(saidBy(series, 0)).toMatchObject({
      'Disorder type': ['Political violence', 'Demonstrations'],
      'Civilian targeting': 'Civilian targeting',
      'Kind of actor 1': 'State forces',
      'Kind of actor 2': 'Political militia',
      'Kinds of actors': 'State forces-Political militia',
      'World region': 'Eastern Africa',
      Tags: ['crowd size=no report'],
    });
    expect(saidBy(series, 1)).toMatchObject({
      'Kind of actor 2': 'no second actor',
      'Kinds of actors': 'State forces only',
    });
    expect(series.fields.at(0)?.label).toBe('Disorder type');
    expect(series.fields.at(-1)?.column).toBe('iso');
    expect(codes).toEqual([]);
  });

  it('GTD are its types in words, flags, and sums without −9 and −99', async () => {
    const row = {
      ...{
        eventid: '201503010001',
        iyear: '2015',
        imonth: '3',
        iday: '1',
        country: '4',
        country_txt: 'Kenya',
      },
      ...{ region: '11', region_txt: 'Sub-Saharan Africa', success: '1', suicide: '0', attacktype1: '2' },
      ...{ attacktype1_txt: 'Armed Assault', targtype1: '14', targtype1_txt: 'Private Citizens', gname: 'G' },
      ...{ weaptype1: '5', weaptype1_txt: 'Firearms', nkill: '2', property: '-9', propvalue: '-99' },
      ...{ ishostkid: '1', nhostkid: '12', ransom: '0', INT_ANY: '-9' },
    };
    const second = {
      ...row,
      eventid: '201503020001',
      iday: '2',
      nhostkid: '-99',
      property: '1',
      propvalue: '500',
    };
    const { series, columns, codes } = await madeOf([row, second], 'gtd');
    expect(saidBy(series, 0)).toMatchObject({
      'Target type': 'Private Citizens',
      'Weapon type': 'Firearms',
      Success: true,
      'Suicide attack': false,
      'Hostages or kidnapping': true,
      'Hostages or kidnapped': 12,
      'Ransom demanded': false,
    });
    for (const label of ['Property damage', 'Value of property damage', 'International (any sense)']) {
      expect(saidBy(series, 0)[label]).toBeUndefined();
    }
    expect(saidBy(series, 1)).toMatchObject({ 'Property damage': true, 'Value of property damage': 500 });
    expect(saidBy(series, 1)['Hostages or kidnapped']).toBeUndefined();
    expect(labelled(series, 'Value of property damage')).toMatchObject({ unit: 'USD', aggregate: 'sum' });
    const repeated = columns.filter(({ outcome }) => outcome === 'repeated').map(({ column }) => column);
    expect(repeated).toEqual(['country', 'region', 'attacktype1', 'targtype1', 'weaptype1']);
    expect(codes).toEqual([]);
  });

  it('UCDP GED are deaths by whom they struck, and conflict and dyad', async () => {
    const row = {
      ...{ id: '1', type_of_violence: '1', conflict_new_id: '299', conflict_name: 'Syria: Government' },
      ...{ dyad_name: 'A - B', side_a: 'A', side_b: 'B', number_of_sources: '-1', where_prec: '1' },
      ...{
        latitude: '34.8',
        longitude: '36.7',
        geom_wkt: 'POINT (36.7 34.8)',
        event_clarity: '2',
        date_prec: '1',
      },
      ...{ date_start: '2016-01-01', date_end: '2016-01-01', deaths_a: '2', deaths_b: '3' },
      ...{ deaths_civilians: '4', deaths_unknown: '0', low: '9', best: '9', high: '9' },
    };
    const { series, codes } = await madeOf([row, { ...row, id: '2', number_of_sources: '5' }], 'ucdp-ged');
    expect(saidBy(series, 0)).toMatchObject({
      'Civilian deaths': 4,
      'Deaths of side A': 2,
      'Deaths of side B': 3,
      'Deaths of unknown status': 0,
      Conflict: 'Syria: Government',
      Dyad: 'A - B',
      'Event clarity': 'less clear',
    });
    expect(saidBy(series, 0)['Number of sources']).toBeUndefined();
    expect(series.fields[0]).toMatchObject({ label: 'Civilian deaths', kind: 'number', aggregate: 'sum' });
    expect(series.fields.slice(-2).map(({ column }) => column)).toEqual(['conflict_new_id', 'geom_wkt']);
    const killed = series.meta.codebook.find(({ field }) => field === 'fatalities')?.meaning;
    expect(killed ?? JSON.stringify(series.meta)).toContain('combatants of both sides and civilians');
    expect(codes).toEqual([]);
  });

  it('GDELT are named by their places where it has no header', async () => {
    const cells: Readonly<Record<string, string>> = {
      ...{
        GlobalEventID: '1',
        SQLDATE: '20240322',
        MonthYear: '202403',
        Year: '2024',
        FractionDate: '2024.2',
      },
      ...{
        Actor1Name: 'POLICE',
        IsRootEvent: '1',
        EventCode: '190',
        EventBaseCode: '190',
        EventRootCode: '19',
      },
      ...{ QuadClass: '4', GoldsteinScale: '-10.0', NumMentions: '6', NumSources: '1', NumArticles: '6' },
      ...{
        AvgTone: '-5.25',
        ActionGeo_Type: '4',
        ActionGeo_FullName: 'Nairobi',
        DATEADDED: '20240322000000',
      },
    };
    const lines = [1, 2].map((id) =>
      GDELT_2.map((name) => (name === 'GlobalEventID' ? String(id) : (cells[name] ?? ''))).join('\t'),
    );
    const found = await examine(blobSource(new Blob([`${lines.join('\n')}\n`]), '20240322.export.CSV'));
    if (found.kind !== 'table') throw new Error(JSON.stringify(found));
    const { series } = await collectSeries(found, null, { id: 'x' as DatasetId, title: 'X' });
    expect(saidBy(series, 0)).toMatchObject({
      'Class of event': 'material conflict',
      'Goldstein scale': -10,
      Mentions: 6,
      Tone: -5.25,
      'Root event': true,
    });
    const added = ['Goldstein scale', 'Mentions', 'Tone'].map((label) => labelled(series, label)?.aggregate);
    expect(added).toEqual(['mean', 'sum', 'mean']);
  });

  it('EM-DAT have money in thousands of dollars, and magnitudes that are never added', async () => {
    const row = {
      ...{
        'DisNo.': '2020-0001-KEN',
        'Disaster Group': 'Natural',
        'Disaster Type': 'Flood',
        Country: 'Kenya',
      },
      ...{
        'Start Year': '2020',
        'Start Month': '4',
        'Start Day': '3',
        'Total Deaths': '4',
        Magnitude: '120',
      },
      ...{
        'Magnitude Scale': 'Km2',
        'Total Affected': '1200',
        "Total Damage ('000 US$)": '1500',
        Appeal: 'No',
      },
    };
    const { series } = await madeOf([row, { ...row, 'DisNo.': '2020-0002-KEN' }], 'em-dat');
    expect(saidBy(series, 0)).toMatchObject({
      Damage: 1500,
      'People affected': 1200,
      'Appeal for help': false,
    });
    expect(labelled(series, 'Damage')).toMatchObject({ unit: 'thousand USD', aggregate: 'sum' });
    expect(labelled(series, 'Magnitude')).toMatchObject({ kind: 'number', aggregate: 'none' });
  });

  it('a layout whose cells are not what its codebook says are kept as they are', async () => {
    const row = {
      ...{
        event_id_cnty: 'KEN1',
        event_date: '22 March 2024',
        event_type: 'Battles',
        actor1: 'A',
        fatalities: '3',
      },
      ...{ inter1: 'State forces', inter2: 'Rebel group', interaction: 'State forces-Rebel group' },
    };
    const { series } = await madeOf([row, { ...row, event_id_cnty: 'KEN2' }], 'acled');
    expect(saidBy(series, 0)).toMatchObject({
      'Kind of actor 1': 'State forces',
      'Kinds of actors': 'State forces-Rebel group',
    });
  });
});
