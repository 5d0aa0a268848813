import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { collectSeries } from '../../testing/files/collect-series';
import { columnarEngine } from '../engine/columnar/columnar-engine';
import { columnsOf } from '../engine/columnar/columns/columns-builder';
import { fileSource } from '../formats/source/file-source';
import { EVERYTHING } from '../query/info/everything';
import { loadInfo } from '../query/info/load-info';
import { NONE } from '../query/query';
import type { DatasetId, Incident, Series } from '../series/model';
import { reportColumns } from './report/report-columns';
import { examine } from './run/import-file';

/** Real files of publishers. They stand beside the project, so a clone has them not. */
const FOLDER = fileURLToPath(new URL('../../../shared/series/', import.meta.url));
const HAS_FILES = existsSync(FOLDER);
if (!HAS_FILES) console.warn('the real event files are absent: what becomes of their columns is not tested');

const FILES = [
  'vega_datasets/birdstrikes.csv',
  'vega_datasets/earthquakes.json',
  'fivethirtyeight/police_killings.csv',
  'fivethirtyeight/russia-investigation.csv',
  'fivethirtyeight/all_data.csv',
  'iraq_geocausal/insurgencies.csv',
  'iraq_geocausal/airstrikes.csv',
  'noaa_signif/signif.txt',
  'stanford_msa/Stanford_MSA_Database.csv',
  'airraid_ukraine/official_data_en.csv',
  'arvig/arvig.csv',
  'police_brutality_2020pb/all-locations.csv',
  'police_brutality_2020pb/all-locations-v2.json',
  'oryx/event_destroyed.csv',
  'ucdp_ged_car_231/GEDEvent_v23_1.geojson',
  'ucdp_ged_syria_191/ucdp_syria.csv',
  'ucdp_hdx_bgd/ged191_fixture.csv',
  'ucdp_hdx_bgd/conflict_data_BGD.csv',
  'ucdp_hdx_ukr/conflict_data_ukr_2025.csv',
] as const;

/** The columns of a file with any cell that says something, by a reader of CSV that is none of ours; null for JSON. */
async function filledColumns(file: string): Promise<readonly string[] | null> {
  if (/json$/.test(file)) return null;
  const delimiter = file.endsWith('.txt') ? '\t' : ',';
  const text = await readFile(FOLDER + file, 'utf8');
  const options = { columns: true, delimiter, bom: true, relax_column_count: true, relax_quotes: true };
  const rows = parse(text, options) as unknown as Record<string, string>[];
  const says = (cell: string | undefined) => !/^\s*(?:|NA|N\/A|null|nan|-)\s*$/i.test(cell ?? '');
  return Object.keys(rows[0] ?? {})
    .filter((name) => rows.some((row) => says(row[name])))
    .map((name) => name.trim());
}

/** The fields that are the same in all incidents, counted by their properties: those of its own, and of the model's a few. */
function saysOneThing({ fields, incidents }: Series): readonly string[] {
  const values = {
    ...Object.fromEntries(fields.map(({ id }) => [`.${id}`, ({ own }: Incident) => own[id]])),
    type: ({ type }: Incident) => type,
    region: ({ regions }: Incident) => regions,
    initiator: ({ initiator }: Incident) => initiator,
    actor: ({ links }: Incident) => links.map(({ actor }) => actor),
    place: ({ place }: Incident) => place.name ?? undefined,
    sources: ({ sources }: Incident) => sources,
    fatalities: ({ fatalities }: Incident) => fatalities,
    injured: ({ injured }: Incident) => injured,
    perpetrators: ({ perpetratorsKilled }: Incident) => perpetratorsKilled,
  };
  return Object.entries(values).flatMap(([key, value]) =>
    new Set(incidents.map((incident) => JSON.stringify(value(incident)))).size === 1 ? [key] : [],
  );
}

async function firstView({ incidents, sources: _, ...guide }: Series) {
  const engine = columnarEngine(await columnsOf({ incidents, sources: [], ...guide }));
  const about = { guide, revision: '', published: '2024-01-01', incidents: incidents.length };
  const { standard, offers } = await loadInfo(engine, about);
  const asked = { kind: 'groups', filter: EVERYTHING, measure: 'incidents', split: standard.split } as const;
  const { groups } = await engine.run(asked);
  return { standard, offers, groups: groups.filter(({ series }) => series !== NONE && series !== null) };
}

describe.skipIf(!HAS_FILES)('real files', () => {
  it.each(FILES)('%s loses no column, and its first view has groups', async (file) => {
    const examined = await examine(await fileSource(FOLDER + file));
    if (examined.kind !== 'table' || examined.proposal.mapping === null)
      throw new Error(`${file} is refused`);
    const { survey, proposal } = examined;
    const { mapping, reasons } = proposal;
    const { series } = await collectSeries(examined, null, { id: 'mine' as DatasetId, title: 'Mine' });

    const report = reportColumns(survey.columns, mapping!, { kind: 'guessed', reasons });
    const became = (outcome: string) =>
      report.filter((one) => one.outcome === outcome).map(({ column }) => column);
    expect(became('dropped')).toEqual([]);
    const filled = await filledColumns(file);
    if (filled !== null) {
      expect(became('empty').filter((column) => filled.includes(column))).toEqual([]);
      expect([...became('used'), ...became('kept')]).toEqual(expect.arrayContaining([...filled]));
    }
    const kept = new Set(series.fields.map(({ column }) => column));
    expect(became('kept').filter((column) => !kept.has(column))).toEqual([]);
    const silent = series.fields.filter((field) =>
      series.incidents.every(({ own }) => own[field.id] === undefined),
    );
    expect(silent).toEqual([]);

    const { standard, offers, groups } = await firstView(series);
    const offered = new Set<string>(Object.values(offers).flat());
    expect(saysOneThing(series).filter((key) => offered.has(key))).toEqual([]);
    expect(standard.split).not.toBe('none');
    expect(groups.length).toBeGreaterThan(1);
  });
});
