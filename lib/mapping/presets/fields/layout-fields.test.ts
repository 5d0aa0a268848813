import { describe, expect, it } from 'vitest';
import { collectSeries } from '../../../../testing/files/collect-series';
import { blobSource } from '../../../formats/source/byte-source';
import type { ColumnReport } from '../../../importers/report/column-report';
import { reportColumns } from '../../../importers/report/report-columns';
import { examine } from '../../../importers/run/import-file';
import type { DatasetId, Series } from '../../../series/model';
import { GDELT_2 } from '../layouts/gdelt';

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

  it('ICEWS are intensities that are averaged, countries and lists of sectors', async () => {
    const row = {
      ...{
        'Event ID': '101',
        'Event Date': '2015-03-22',
        'Source Name': 'Police',
        'Source Sectors': 'Police,Government',
      },
      ...{
        'Source Country': 'Kenya',
        'Event Text': 'Arrest or detain',
        'CAMEO Code': '173',
        Intensity: '-5.0',
      },
      ...{ 'Target Name': 'Citizen', 'Target Sectors': 'General Population', 'Target Country': 'Kenya' },
      ...{ 'Story ID': '7001', 'Sentence Number': '2', District: 'Lamu', Country: 'Kenya' },
    };
    const second = {
      ...row,
      'Event ID': '102',
      'Event Date': '2015-03-23',
      'CAMEO Code': '042',
      Intensity: '1.9',
    };
    const { series, codes } = await madeOf([row, second], 'icews');
    expect(saidBy(series, 0)).toMatchObject({
      ...{ Intensity: -5, 'CAMEO code': '173', 'Country of the source actor': 'Kenya', District: 'Lamu' },
      'Sectors of the source actor': ['Police', 'Government'],
      'Sectors of the target': ['General Population'],
    });
    expect(saidBy(series, 1)).toMatchObject({ Intensity: 1.9, 'CAMEO code': '042' });
    expect(labelled(series, 'Intensity')).toMatchObject({ kind: 'number', aggregate: 'mean' });
    expect(
      series.fields
        .slice(-2)
        .map(({ column }) => column)
        .sort(),
    ).toEqual(['Sentence Number', 'Story ID']);
    expect(codes).toEqual([]);
  });

  it('POLECAT are classes, contexts and countries, several of which are in a cell', async () => {
    const row = {
      ...{
        'Event ID': 'P1',
        'Event Date': '2023-03-22',
        'Event Type': 'PROTEST',
        'Event Mode': 'demonstrate',
      },
      ...{
        Intensity: '-6.5',
        'Quad Code': 'MATERIAL CONFLICT',
        Contexts: 'economic;election',
        Language: 'English',
      },
      ...{ 'Actor Name': 'Unions;Students', 'Actor Country': 'KEN;UGA', 'Recipient Name': 'Cabinet' },
      ...{ 'Recipient Country': 'KEN', 'Primary Actor Sector': 'LAB', 'Primary Recipient Sector': 'GOV' },
      ...{ 'Actor Name Sectors': 'LAB;EDU', Version: 'NGEC_coder-Vers001', District: 'Lamu' },
    };
    const second = {
      ...row,
      'Event ID': 'P2',
      'Event Date': '2023-03-23',
      Contexts: 'election',
      Intensity: '3',
    };
    const { series, codes } = await madeOf([row, second], 'polecat');
    expect(saidBy(series, 0)).toMatchObject({
      ...{ Intensity: -6.5, 'Class of event': 'MATERIAL CONFLICT', Language: 'English' },
      ...{ Contexts: ['economic', 'election'], 'Country of the actor': ['KEN', 'UGA'] },
      ...{ 'Country of the recipient': ['KEN'], 'Sectors of the actor': ['LAB', 'EDU'] },
      ...{ 'Main sector of the actor': ['LAB'], 'Main sector of the recipient': ['GOV'] },
    });
    expect(saidBy(series, 1)).toMatchObject({ Intensity: 3, Contexts: ['election'] });
    expect(labelled(series, 'Intensity')?.aggregate).toBe('mean');
    expect(series.fields.at(-1)?.column).toBe('Version');
    expect(codes).toEqual([]);
  });

  it('the Gun Violence Archive are sums of suspects, and what its districts are', async () => {
    const row = {
      ...{
        'Incident ID': '461105',
        'Incident Date': '2023-01-02',
        State: 'Ohio',
        'City Or County': 'Lorain',
      },
      ...{
        Address: '1776 East 28th Street',
        'Victims Killed': '1',
        'Victims Injured': '3',
        'Suspects Killed': '0',
      },
      ...{
        'Suspects Injured': '2',
        'Suspects Arrested': '1',
        congressional_district: '9',
        Operations: 'N/A',
      },
    };
    const second = {
      ...row,
      'Incident ID': '461106',
      'Incident Date': '2023-01-03',
      'Suspects Injured': '5',
    };
    const { series, codes } = await madeOf([row, second], 'gun-violence-archive');
    expect(saidBy(series, 0)).toMatchObject({
      ...{ 'Suspects injured': 2, 'Suspects arrested': 1, 'Congressional district': '9' },
      Address: '1776 East 28th Street',
    });
    expect(saidBy(series, 1)).toMatchObject({ 'Suspects injured': 5 });
    for (const label of ['Suspects injured', 'Suspects arrested']) {
      expect(labelled(series, label)).toMatchObject({ kind: 'number', aggregate: 'sum' });
    }
    expect(series.incidents[0]?.fatalities.best).toBe(1);
    expect(codes.filter((code) => code === 'not-of-its-kind')).toEqual([]);
  });

  it('the Aid Worker Security Database are sums of aid workers, by their employers', async () => {
    const row = {
      ...{
        'Incident ID': '1',
        Year: '2013',
        Month: '3',
        Day: '22',
        Country: 'Somalia',
        'Country Code': 'SO',
      },
      ...{ UN: '1', INGO: '2', 'Nationals killed': '1', 'Nationals wounded': '2', 'Total nationals': '3' },
      ...{ 'Internationals killed': '0', 'Total killed': '1', 'Total wounded': '2', 'Total kidnapped': '4' },
      ...{ 'Total affected': '7', 'Means of attack': 'Shooting', Location: 'Road', Motive: 'Political' },
      ...{ 'Actor type': 'Unknown', 'Gender Male': '3', 'Gender Female': '4', Verified: 'Yes' },
    };
    const second = {
      ...row,
      'Incident ID': '2',
      Day: '23',
      'Actor type': 'Host state',
      'Total affected': '9',
    };
    const { series, codes } = await madeOf([row, second], 'awsd');
    expect(saidBy(series, 0)).toMatchObject({
      ...{
        Kidnapped: 4,
        Affected: 7,
        'Nationals affected': 3,
        'Nationals killed': 1,
        'Nationals wounded': 2,
      },
      ...{ 'Kind of place': 'Road', Motive: 'Political', 'Staff of the UN affected': 1 },
      ...{ 'Men affected': 3, 'Women affected': 4, 'Staff of international NGOs affected': 2 },
    });
    expect(saidBy(series, 1)).toMatchObject({ Affected: 9, 'Kind of perpetrator': 'Host state' });
    expect(saidBy(series, 0)['Kind of perpetrator']).toBeUndefined();
    expect(labelled(series, 'Affected')).toMatchObject({ kind: 'number', aggregate: 'sum' });
    expect(series.fields.at(-1)?.column).toBe('Country Code');
    expect(codes.filter((code) => code === 'not-of-its-kind')).toEqual([]);
  });
});
