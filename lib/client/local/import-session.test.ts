import { describe, expect, it } from 'vitest';
import { regionAt } from '../../boundaries/region-at';
import { planRanking } from '../../query/info/series-info';
import { boundaryFile, boundarySet } from '../../store/outlines/boundary-sets';
import { LOCAL } from '../../view/addresses/local';
import { defaultView } from '../../view/keys';
import { importSession } from './import-session';
import type { Examination, ExaminedTable, LocalSeries, Preview } from './local-connection';

const FILE = [
  'event_id,event_date,actor,location,fatalities',
  'A1,2021-01-05,Red Front,Northby,3',
  'A2,2021-02-11,Red Front,Northby,0',
  'A3,2021-02-27,Blue Guard,"=1+1",12',
  'A4,sometime in spring,Blue Guard,Southby,',
]
  .join('\n')
  .concat('\n');

async function examined(text = FILE) {
  const session = importSession(() => '2026-11-23');
  const found = (await session.answer(
    { kind: 'examine', file: new File([text], 'events.csv'), wanted: {} },
    {},
  )) as Examination;
  return { session, found };
}

async function built() {
  const { session, found } = await examined();
  const { mapping } = found as ExaminedTable;
  const local = (await session.answer(
    { kind: 'build', mapping, title: 'Mine', outlines: null },
    {},
  )) as LocalSeries;
  return { session, mapping, local };
}

describe('the session of the worker', () => {
  it('gives regions by points with the outlines that the page brings, as the server does', async () => {
    const text = 'event_date,actor,latitude,longitude\n2021-01-05,Red,36.2,37.16\n2021-02-11,Red,30,-40\n';
    const { session, found } = await examined(text);
    const { mapping } = found as ExaminedTable;
    const file = async (name: string) => JSON.parse((await boundaryFile(`natural-earth/${name}.json`))!);
    const outlines = {
      ...{ about: await file('boundaries'), countries: await file('countries') },
      ...{ disputed: null, units: await file('units') },
    };
    const wanted = { ...mapping!, regionsByPoint: 'natural-earth' };
    const local = (await session.answer(
      { kind: 'build', mapping: wanted, title: 'Mine', outlines },
      {},
    )) as LocalSeries;
    const served = regionAt(boundarySet(null)!, { lat: 36.2, lon: 37.16 }, null);
    expect(served).toHaveLength(2);
    expect(local.info.guide.regions).toEqual(served.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(local.info.guide.meta.provenance.at(-1)).toContain('The regions of 1 incidents');
  });

  it('tells what it found in plain data, and what the first rows become', async () => {
    const { session, found } = await examined();
    expect(structuredClone(found)).toEqual(found);
    const { mapping } = found as ExaminedTable;
    const preview = (await session.answer({ kind: 'preview', mapping: mapping! }, {})) as Preview;
    expect(preview.counts).toEqual({ read: 4, incidents: 3, problems: 1, skipped: 0, cells: 0, warnings: 0 });
    expect(preview.incidents.map(({ date }) => date)).toEqual(['5 Jan 2021', '11 Feb 2021', '27 Feb 2021']);
    expect(preview.problems.map(({ code, count }) => [code, count])).toEqual([['date-not-understood', 1]]);
    expect(preview.whole).toBe(true);
  });

  it('builds a series that answers queries', async () => {
    const { session, local } = await built();
    expect(structuredClone(local)).toEqual(local);
    expect([local.info.guide.meta.id, local.info.guide.meta.title]).toEqual([LOCAL, 'Mine']);
    expect(local.info.ranking.actor).toEqual(['red-front', 'blue-guard']);
    expect(await session.query(planRanking('actor'))).toMatchObject({
      groups: [
        { series: 'blue-guard', matched: 1 },
        { series: 'red-front', matched: 2 },
      ],
    });
  });

  it('saves a view as a page that names its file and holds its rows', async () => {
    const { session } = await built();
    const ask = { kind: 'saved-page', view: defaultView(LOCAL), file: 'events.csv', policy: 'p' } as const;
    const page = await ((await session.answer(ask, {})) as Blob).text();
    expect(page).toContain('Read from the file “events.csv” in a browser on 23 Nov 2026.');
    expect(page).toContain('http-equiv="Content-Security-Policy" content="p"');
    expect(page.match(/data-row="\d/g)).toHaveLength(3);
    expect(page).not.toContain('The same view');
  });

  it('writes rows and problems as CSV, formulas disarmed', async () => {
    const { session } = await built();
    const rows = (await session.answer({ kind: 'incidents-csv', view: defaultView(LOCAL) }, {})) as Blob;
    expect((await rows.text()).trim().split('\r\n')).toHaveLength(4);
    expect(await rows.text()).toContain("'=1+1");
    const problems = (await session.answer({ kind: 'problems-csv' }, {})) as Blob;
    const [header, line] = (await problems.text()).split('\r\n');
    expect(header).toBe('file,line,column,value,code,effect,reason,what_to_do');
    expect(line).toMatch(/^events\.csv,5,event_date,sometime in spring,date-not-understood,row,.+,.+/);
  });

  it('refuses a mapping of other columns with reasons, and an empty file with a problem', async () => {
    const { session } = await examined();
    const json = { format: 'annals-mapping/1', date: { kind: 'one', column: 'nowhere' } };
    expect(await session.answer({ kind: 'check', json }, {})).toMatchObject({ kind: 'bad' });
    expect((await examined('')).found).toMatchObject({ kind: 'refused', problems: [{ code: 'empty-file' }] });
  });

  it('says that nothing is open before anything is', async () => {
    const session = importSession(() => '2026-11-23');
    await expect(
      session.answer({ kind: 'build', mapping: null, title: '', outlines: null }, {}),
    ).rejects.toThrow('No file is open');
    expect(() => session.query(planRanking('actor'))).toThrow('No series is open');
  });

  it('stops a build when it is told to', async () => {
    const { session, found } = await examined();
    const { mapping } = found as ExaminedTable;
    const signal = AbortSignal.abort();
    await expect(
      session.answer({ kind: 'build', mapping, title: '', outlines: null }, { signal }),
    ).rejects.toThrow();
  });
});
