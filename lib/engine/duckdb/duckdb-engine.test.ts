import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inStoredOrder } from '../../../testing/stores/stored-order';
import { EngineError } from '../../query/engine';
import { planRanking } from '../../query/info/series-info';
import type { Query } from '../../query/query';
import { type OwnField, ownKey } from '../../series/fields';
import type { DatasetId, IncidentId, Series } from '../../series/model';
import { revisionDir } from '../../store/log/layout';
import { publish } from '../../store/publish/publish';
import { readRevision } from '../../store/revision/read-revision';
import type { Day } from '../../time/day';
import { checkQueries, sampleQueries } from '../conformance/check';
import { readPackage, wholeFilter } from '../conformance/conformance';
import { loadDuckDbEngine } from './duckdb-engine';

function numberField(id: string): OwnField {
  const rest = { many: false, unit: null, aggregate: 'sum', column: null, description: null } as const;
  return { id, label: id, kind: 'number', ...rest };
}

const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };

it('A stored revision is answered about like the series that was stored', async () => {
  const store = await mkdtemp(join(tmpdir(), 'annals-engine-'));
  const id = 'russia-militancy' as DatasetId;
  const series = await readPackage(id);
  const { revision } = await publish(store, id, series, [], BY);
  const engine = await loadDuckDbEngine(await readRevision(revisionDir(store, id, revision)));
  await checkQueries(engine, inStoredOrder(series), sampleQueries(series, 60, 7));
  await engine.close();
});

it('A total adds up any number of own measures', async () => {
  const bundled = await readPackage('russia-militancy');
  const fields = Array.from({ length: 50 }, (_, at) => numberField(`n${at}`));
  const incidents = bundled.incidents.map((incident, row) => ({
    ...incident,
    own: Object.fromEntries(
      fields.flatMap(({ id }, at) => (row % (at + 1) === 0 ? [[id, row + at / 8]] : [])),
    ),
  }));
  const series: Series = { ...bundled, fields, incidents };
  const engine = await loadDuckDbEngine(series);
  const { own } = await engine.run({
    kind: 'total',
    filter: wholeFilter(series),
    bin: 'year',
    own: fields.map(ownKey),
  });
  expect(Object.keys(own)).toEqual(fields.map(ownKey));
  for (const [at, { id }] of fields.entries()) {
    let sum = 0;
    for (const incident of incidents) {
      if (incident.inScope && incident.initiator !== 'state') sum += Number(incident.own[id] ?? 0);
    }
    expect(own[`.n${at}`]?.high).toBeCloseTo(sum, 9);
  }
  await engine.close();
});

it('A query that DuckDB refuses is an EngineError with the SQL in its detail', async () => {
  const engine = await loadDuckDbEngine(await readPackage('russia-militancy'));
  const ranking = planRanking('actor');
  const broken: Query = {
    ...ranking,
    filter: { ...ranking.filter, from: 1e12 as Day },
  };
  const error = await engine.run(broken).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(EngineError);
  expect((error as EngineError).detail).toContain('FROM incidents i');
  expect((error as EngineError).message).not.toContain('SELECT');
  await engine.close();
});

it('A closed engine refuses, and an unknown incident is null', async () => {
  const engine = await loadDuckDbEngine(await readPackage('russia-militancy'));
  const query = { kind: 'incident', incident: 'unknown' as IncidentId } as const;
  expect(await engine.run(query)).toEqual({ incident: null, sources: [] });
  await engine.close();
  await expect(engine.run(planRanking('actor'))).rejects.toThrow(EngineError);
});
