import { describe, expect, it } from 'vitest';
import { proposalOf } from '../../../testing/files/proposal-sample';
import { mappedColumns } from '../mapped-columns';
import type { Mapping } from '../mapping';

/** A table of made-up rows: names by bars, and for each row the cells that are not empty, by name. */
async function mapped(header: string, rows: readonly Readonly<Record<string, string>>[]): Promise<Mapping> {
  const names = header.trim().split('|');
  const lines = rows.map((row) => names.map((name) => row[name] ?? '').join('|'));
  const { mapping, questions, refusal } = await proposalOf([names.join('|'), ...lines].join('\n'));
  if (!mapping) throw new Error(refusal?.reason);
  expect(questions).toEqual([]);
  return mapping;
}

/** The columns of a mapping by field, without those that read none. */
const columnsOf = (mapping: Mapping) =>
  Object.fromEntries(Object.entries(mappedColumns(mapping)).filter(([, columns]) => columns.length > 0));

describe('ICEWS', () => {
  const header =
    'Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude';
  const row = {
    'Event ID': '1',
    'Event Date': '2019-01-23',
    'Source Name': 'Front A',
    'Event Text': 'Use force',
    'Target Name': 'Police',
    Publisher: 'Wire A',
  };

  it('has its actor in Source Name and its source in Publisher', async () => {
    const mapping = await mapped(header, [row, { ...row, 'Event ID': '2' }]);
    expect(mapping.layout).toBe('icews');
    expect(columnsOf(mapping)).toMatchObject({
      id: ['Event ID'],
      actors: ['Source Name'],
      targets: ['Target Name'],
      type: ['Event Text'],
      sources: ['Publisher'],
      regions: ['Province'],
    });
  });

  it('has no id where its ids come again', async () => {
    expect((await mapped(header, [row, row])).id).toBeNull();
  });
});

it('POLECAT has several actors and recipients in a cell', async () => {
  const mapping = await mapped(
    'Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version',
    [
      {
        'Event ID': 'A1',
        'Event Date': '2020-05-15',
        'Event Type': 'ASSAULT',
        'Actor Name': 'Front A;Front B',
        Source: 'Wire A',
        'Publication Date': '2020-05-16',
      },
      { 'Event ID': 'A2', 'Event Date': '2020-05-16', 'Event Type': 'PROTEST', 'Actor Name': 'None' },
    ],
  );
  expect(mapping.layout).toBe('polecat');
  expect(mapping.actors).toMatchObject([{ column: 'Actor Name', separator: ';' }]);
  expect(mapping.targets).toEqual({ columns: ['Recipient Name'], separator: ';' });
  expect(mapping.date).toMatchObject({ column: 'Event Date' });
  expect(columnsOf(mapping)).toMatchObject({ sources: ['Source'], subtypes: ['Event Mode'] });
});

it('the PITF atrocities have their days in columns and their dead in Deaths Number', async () => {
  const mapping = await mapped(
    'Event Type|Campaign Identifier|Start Day|Start Month|Start Year|End Day|End Month|End Year|Country|Deaths Number|Description',
    [
      {
        'Event Type': 'Incident',
        'Start Day': '13',
        'Start Month': '1',
        'Start Year': '2014',
        'Deaths Number': '12',
      },
      { 'Event Type': 'Campaign', 'Start Month': '2', 'Start Year': '2014', 'Deaths Number': '100+' },
    ],
  );
  expect(mapping.layout).toBe('pitf');
  expect(columnsOf(mapping)).toMatchObject({ fatalities: ['Deaths Number'], notes: ['Description'] });
  expect(mappedColumns(mapping).date.slice(0, 3)).toEqual(['Start Year', 'Start Month', 'Start Day']);
});

describe('the Gun Violence Archive', () => {
  it('of today counts suspects apart', async () => {
    const mapping = await mapped(
      'Incident ID|Incident Date|State|City Or County|Address|Victims Killed|Victims Injured|Suspects Killed|Suspects Injured|Suspects Arrested|Operations',
      [
        {
          'Incident ID': '1',
          'Incident Date': 'August 29, 2025',
          State: 'Ohio',
          'City Or County': 'Springtown',
        },
      ],
    );
    expect(mapping.layout).toBe('gun-violence-archive');
    expect(columnsOf(mapping)).toMatchObject({
      place: ['City Or County'],
      fatalities: ['Victims Killed'],
      injured: ['Victims Injured'],
      perpetratorsKilled: ['Suspects Killed'],
    });
    expect(mapping.meta.killed).toContain('apart');
  });

  it.each([
    [
      'its older exports',
      'Incident ID|Incident Date|State|City Or County|Address|# Killed|# Injured|Operations',
      '# Killed',
    ],
    [
      'the file of 2013 to 2018',
      'incident_id|date|state|city_or_county|address|n_killed|n_injured|incident_url|source_url|incident_characteristics|latitude|longitude|notes|sources',
      'n_killed',
    ],
  ])('in %s', async (_, header, killed) => {
    const names = header.split('|');
    const row = {
      [names[0] as string]: '1',
      [names[1] as string]: '2015-08-29',
      [names[2] as string]: 'Ohio',
    };
    const mapping = await mapped(header, [row]);
    expect(mapping.layout).toBe('gun-violence-archive');
    expect(mapping.fatalities.best).toBe(killed);
    expect(mapping.meta.killed).toContain('include suspects');
  });
});

it('EM-DAT is of disasters, and its rows stay here', async () => {
  const mapping = await mapped(
    'DisNo.|Historic|Classification Key|Disaster Group|Disaster Subgroup|Disaster Type|Disaster Subtype|External IDs|Event Name|ISO|Country|Subregion|Region|Location|Origin|Associated Types|Magnitude|Latitude|Longitude|Start Year|Start Month|Start Day|End Year|End Month|End Day|Total Deaths|No. Injured|No. Affected|No. Homeless|Total Affected|Entry Date|Last Update',
    [
      {
        'DisNo.': '1999-9388-ATL',
        'Disaster Type': 'Flood',
        Country: 'Atlantis',
        'Start Year': '1999',
        'Start Month': '3',
        'Total Deaths': '12',
        'Entry Date': '2003-07-01',
        'Last Update': '2023-09-25',
      },
    ],
  );
  expect(mapping.layout).toBe('em-dat');
  expect(columnsOf(mapping)).toMatchObject({
    id: ['DisNo.'],
    type: ['Disaster Type'],
    fatalities: ['Total Deaths'],
    injured: ['No. Injured'],
    country: ['Country'],
  });
  expect(mapping.meta.licence?.closed).toContain('EM-DAT');
});

it('the Aid Worker Security Database has totals, its actor, and a kind of place that is none', async () => {
  const mapping = await mapped(
    'Incident ID|Year|Month|Day|Country Code|Country|Region|District|City|UN|INGO|ICRC|NRCS and IFRC|NNGO|Other|Nationals killed|Nationals wounded|Nationals kidnapped|Nationals detained|Total nationals|Internationals killed|Internationals wounded|Internationals kidnapped|Internationals detained|Total internationals|Total killed|Total wounded|Total kidnapped|Total detained|Total affected|Gender Male|Gender Female|Gender Unknown|Means of attack|Attack context|Location|Latitude|Longitude|Motive|Actor type|Actor name|Details|Verified|Source',
    [
      {
        'Incident ID': '5717',
        Year: '2025',
        Month: '9',
        Day: '27',
        City: 'Port A',
        'Total killed': '1',
        'Means of attack': 'Shooting',
        'Actor name': 'Front A',
        Location: 'Road',
      },
    ],
  );
  expect(mapping.layout).toBe('awsd');
  expect(columnsOf(mapping)).toMatchObject({
    fatalities: ['Total killed'],
    injured: ['Total wounded'],
    actors: ['Actor name'],
    type: ['Means of attack'],
    place: ['City'],
    sources: ['Source'],
  });
});

it('vis-timeline has its titles in content', async () => {
  const mapping = await mapped('id|content|start|end|group', [
    { id: '1', content: 'Raid on Port A', start: '2024-03-01', end: '2024-03-02', group: 'Front A' },
    { id: '2', content: 'Shelling of Town B', start: '2024-03-15', group: 'Front B' },
  ]);
  expect(mapping).toMatchObject({ layout: 'vis-timeline', title: '{content}', id: 'id', type: 'group' });
});

it('UCDP GED says whom its killed include', async () => {
  const mapping = await mapped('id|type_of_violence|side_a|side_b|date_start|date_end|best|low|high', [
    {
      id: '1',
      type_of_violence: '1',
      side_a: 'A',
      side_b: 'B',
      date_start: '2014-01-22',
      date_end: '2014-01-22',
    },
  ]);
  expect(mapping.layout).toBe('ucdp-ged');
  expect(mapping.meta.killed).toMatch(/combatants of both sides and civilians/);
});
