import { withoutValues } from '../../importers/report/without-values';
import type { Engine } from '../../query/engine';
import type { SeriesInfo } from '../../query/info/series-info';
import { NONE, type PlacesQuery, type Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { isGrouping, ownField } from '../../series/fields';
import type { IncidentId, SeriesGuide, SeriesMeta } from '../../series/model';
import type { Box } from '../../series/places/location';
import type { Catalogue, DatasetStatus, OpenRevision } from '../catalogue/catalogue';

type Guide = Pick<SeriesGuide, 'fields'>;

/** Whether the values by which a query counts are those of cells: texts, numbers and days of own fields stand in rows. */
function countsByCells(query: Query, guide: Guide): boolean {
  const by = query.kind === 'facet' ? query.facet : 'split' in query ? query.split : 'none';
  if (!by.startsWith('.')) return false;
  const field = ownField(guide, by as `.${string}`);
  return field === undefined || !isGrouping(field);
}

/** Hexagons of a closed series are at least so wide, in km, so that none is one place. */
const LEAST_ACROSS = 50;

/** Whole degrees around a box, for its edges are coordinates of rows. */
function coarse(box: Box | null): Box | null {
  if (box === null) return null;
  const [south, north] = [Math.max(-90, Math.floor(box.south)), Math.min(90, Math.ceil(box.north))];
  return {
    west: Math.max(-180, Math.floor(box.west)),
    south,
    east: Math.min(180, Math.ceil(box.east)),
    north,
  };
}

/** Where incidents are, in wide hexagons without names: points and names of places are cells of rows. */
async function coarsePlaces(engine: Engine, guide: Guide, query: PlacesQuery, signal?: AbortSignal) {
  const { grid: asked } = query;
  const grid =
    'across' in asked
      ? { ...asked, across: Math.max(LEAST_ACROSS, asked.across) }
      : { atLeast: Math.max(LEAST_ACROSS, asked.atLeast) };
  const isHidden = countsByCells(query, guide);
  const shown = isHidden ? ({ ...query, split: 'none' } as const) : query;
  const result = await engine.run({ ...shown, most: 0, grid }, signal);
  const hidden = isHidden ? { groups: [] } : {};
  const marks = result.marks.map((mark) => ({ ...mark, ...hidden, name: null, names: 0 }));
  return { ...result, marks, extent: coarse(result.extent) };
}

async function answer(engine: Engine, guide: Guide, query: Query, signal?: AbortSignal) {
  switch (query.kind) {
    case 'rows': {
      const { total } = await engine.run({ ...query, offset: 0, limit: 1 }, signal);
      return { total, rows: [] };
    }
    case 'position': {
      const { total } = await engine.run(query, signal);
      return { total, index: null, previous: null, next: null };
    }
    case 'marks': {
      const { matched } = await engine.run({ ...query, limit: 0 }, signal);
      return { matched, marks: [] };
    }
    case 'incident':
      return { incident: null, sources: [] };
    case 'spells': {
      const { quiet, last } = await engine.run(query, signal);
      return { quiet, last: last && { ...last, id: '' as IncidentId } };
    }
    case 'facet': {
      const { values } = await engine.run(query, signal);
      return { values: countsByCells(query, guide) ? values.filter(({ id }) => id === NONE) : values };
    }
    case 'places':
      return coarsePlaces(engine, guide, query, signal);
    case 'bins':
      return countsByCells(query, guide) ? { bins: [] } : engine.run(query, signal);
    case 'groups':
      return countsByCells(query, guide) ? { groups: [] } : engine.run(query, signal);
    case 'total':
      return engine.run(query, signal);
  }
}

/**
 * The same engine without rows: it counts, and names no incident. Listings are empty beside their true total, an incident
 * is not found, and the last one has dates and no id.
 */
export function withoutRows(engine: Engine, guide: Guide): Engine {
  return {
    name: engine.name,
    run: <Q extends Query>(query: Q, signal?: AbortSignal) =>
      answer(engine, guide, query, signal) as Promise<ResultOf<Q>>,
    close: () => engine.close(),
  };
}

const CLOSED = new WeakMap<SeriesInfo, { readonly reason: string; readonly info: SeriesInfo }>();

/** What is known of a series whose rows are kept in; the same for as long as its revision is open, for what is made of it is kept by it. */
function closedInfo(info: SeriesInfo, reason: string): SeriesInfo {
  const known = CLOSED.get(info);
  if (known?.reason === reason) return known.info;
  const { meta } = info.guide;
  const closed = { ...meta, licence: { ...meta.licence, closed: reason } };
  const made = { ...info, guide: { ...info.guide, meta: closed } };
  CLOSED.set(info, { reason, info: made });
  return made;
}

/** A revision of which figures leave, and no row, no cell of one and no value of a problem. Its licence says why. */
export function closeRows(revision: OpenRevision, reason: string): OpenRevision {
  const { info, problems, columns, engine, lease } = revision;
  const { guide } = info;
  return {
    ...{ ...revision, sources: [], problems: withoutValues(problems) },
    info: closedInfo(info, reason),
    // Reasons of a guess may quote cells.
    columns: columns?.map((column) => ({ ...column, why: '' })) ?? null,
    engine: withoutRows(engine, guide),
    lease: async () => {
      const { one, release } = await lease();
      return { one: withoutRows(one, guide), release };
    },
  };
}

/**
 * Why a licence keeps rows in; null where it does not, or where `ANNALS_ROWS=all` says that everybody who reaches this
 * server may see the rows of every series.
 */
export function closedBy({ closed }: SeriesMeta['licence']): string | null {
  return process.env.ANNALS_ROWS === 'all' ? null : (closed ?? null);
}

const OPENED = new WeakMap<SeriesInfo, SeriesInfo>();

/** A revision as pages show it whose rows are not kept in, whatever its licence says. */
export function openRows(revision: OpenRevision): OpenRevision {
  const { info } = revision;
  const { closed, ...licence } = info.guide.meta.licence;
  if (closed === undefined) return revision;
  const guide = { ...info.guide, meta: { ...info.guide.meta, licence } };
  const opened = OPENED.get(info) ?? { ...info, guide };
  OPENED.set(info, opened);
  return { ...revision, info: opened };
}

/**
 * Why the rows of a revision may not be passed on: by its own licence or by that of the current revision; null where they
 * may. A current revision that cannot be read closes nothing.
 */
export async function whyClosed(
  catalogue: Catalogue,
  status: Extract<DatasetStatus, { kind: 'ok' }>,
  { info }: Pick<OpenRevision, 'info'>,
): Promise<string | null> {
  const closed = closedBy(info.guide.meta.licence);
  if (closed !== null || status.revision === info.revision) return closed;
  const current = await catalogue.open(status.id, status).catch(() => null);
  return current && closedBy(current.info.guide.meta.licence);
}
