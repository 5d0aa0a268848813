import { giveWay, pause } from '../../caches/pause';
import type { Incident } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { Engine } from '../engine';
import type { Filter } from '../query';
import type { Row } from '../result';
import { compareIncidents, type FieldChange } from './compare-incidents';
import { type Suspect, suspects } from './fingerprints';

/** One revision, and which of its incidents are looked at. An aborted `signal` ends it. */
export interface ViewSide {
  readonly engine: Engine;
  readonly filter: Filter;
  readonly signal?: AbortSignal;
}

/**
 * What became of one incident between two revisions, seen through a view. `added` and `removed`: it is in one revision
 * only. `entered` and `left`: it is in both, and matches the view in one only. `changed`: it matches in both.
 */
export type ChangeKind = 'added' | 'removed' | 'entered' | 'left' | 'changed';

export interface IncidentChange {
  readonly kind: ChangeKind;
  readonly id: string;
  /** Null where the revision does not have it. */
  readonly before: Incident | null;
  readonly after: Incident | null;
  /**
   * Empty for `added` and `removed`; also for `entered` and `left` where the incident itself is what it was and the
   * change lies in the actors, as in a relation between two of them.
   */
  readonly fields: readonly FieldChange[];
}

/** Rows asked for at a time. */
const PAGE = 10_000;
/** Incidents that are compared in one go: a few thousandths of a second, for who waits meanwhile waits many times. */
const AT_ONCE = 100;

/** In what an incident differs from what it was; nothing, nearly always, which is soon seen. */
function differences(then: Incident, now: Incident): readonly FieldChange[] {
  return JSON.stringify(then) === JSON.stringify(now) ? [] : compareIncidents(then, now);
}

async function* rowsById({ engine, filter, signal }: ViewSide): AsyncGenerator<Row> {
  const sort = [{ column: 'id', descending: false }] as const;
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await engine.run({ kind: 'rows', filter, sort, offset, limit: PAGE }, signal);
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

async function lookUp({ engine, signal }: ViewSide, id: Incident['id']): Promise<Incident | null> {
  return (await engine.run({ kind: 'incident', incident: id }, signal)).incident;
}

/** An incident that matches before only: removed, or still there and out of the view. */
async function gone(after: ViewSide, incident: Incident): Promise<IncidentChange> {
  const now = await lookUp(after, incident.id);
  const fields = now ? compareIncidents(incident, now) : [];
  return { kind: now ? 'left' : 'removed', id: incident.id, before: incident, after: now, fields };
}

/** An incident that matches after only: added, or there before and out of the view. */
async function come(before: ViewSide, incident: Incident): Promise<IncidentChange> {
  const then = await lookUp(before, incident.id);
  const fields = then ? compareIncidents(then, incident) : [];
  return { kind: then ? 'entered' : 'added', id: incident.id, before: then, after: incident, fields };
}

/** An incident that matches both before and after; null where it is what it was. */
function changed(before: Incident, after: Incident): IncidentChange | null {
  const fields = differences(before, after);
  return fields.length === 0 ? null : { kind: 'changed', id: after.id, before, after, fields };
}

/** Where more differ, or are on one side alone, all incidents are read: in the order of their ids, so that the first ones are enough. */
const FEW = 10_000;

/**
 * The incidents that are not what they were, in order of their ids. Only those that match the view in one of the revisions are
 * looked at. Nothing is held but what has changed, of which the first `most`; then it ends. Engines that have incidents as numbers
 * are asked for these, and then for those alone that are not the same, up to `few`; others for all incidents, which takes longer.
 */
export async function compareViews(
  before: ViewSide,
  after: ViewSide,
  most = Number.POSITIVE_INFINITY,
  few = FEW,
): Promise<readonly IncidentChange[]> {
  const [old, young] = [before.engine, after.engine];
  if (old.fingerprints === undefined || young.fingerprints === undefined) {
    return compareRows(before, after, most);
  }
  // Both to their end, also where one fails: who gives an engine back has nobody ask it any more.
  const [olds, youngs] = await Promise.allSettled([
    old.fingerprints(before.filter, before.signal),
    young.fingerprints(after.filter, after.signal),
  ]);
  if (olds.status === 'rejected') throw olds.reason;
  if (youngs.status === 'rejected') throw youngs.reason;
  const found = await suspects(olds.value, youngs.value, few, after.signal);
  return found === null ? compareRows(before, after, most) : compareSuspects(before, after, found, most);
}

/** Looks at those incidents alone that are not the same on both sides. */
async function compareSuspects(
  before: ViewSide,
  after: ViewSide,
  found: ReadonlyMap<Incident['id'], Suspect>,
  most: number,
): Promise<readonly IncidentChange[]> {
  const compare = async (id: Incident['id']) => {
    const one = found.get(id)!;
    const then = one.before ? await lookUp(before, id) : null;
    const now = one.after ? await lookUp(after, id) : null;
    if (then === null) return come(before, now!);
    return now === null ? gone(after, then) : changed(then, now);
  };
  const changes: IncidentChange[] = [];
  for (const id of [...found.keys()].sort(byCodePoint)) {
    if (changes.length >= most) break;
    await giveWay(after.signal);
    const change = await compare(id);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** Looks at all of them, as a merge of both lists. */
async function compareRows(
  before: ViewSide,
  after: ViewSide,
  most: number,
): Promise<readonly IncidentChange[]> {
  const changes: IncidentChange[] = [];
  const [olds, youngs] = [rowsById(before), rowsById(after)];
  let [old, young] = [await olds.next(), await youngs.next()];
  for (let turn = 1; changes.length < most && (!old.done || !young.done); turn++) {
    if (turn % AT_ONCE === 0) await pause();
    const order = old.done
      ? 1
      : young.done
        ? -1
        : byCodePoint(old.value.incident.id, young.value.incident.id);
    if (order < 0) changes.push(await gone(after, (old.value as Row).incident));
    else if (order > 0) changes.push(await come(before, (young.value as Row).incident));
    else {
      const change = changed((old.value as Row).incident, (young.value as Row).incident);
      if (change !== null) changes.push(change);
    }
    if (order <= 0) old = await olds.next();
    if (order >= 0) young = await youngs.next();
  }
  return changes;
}
