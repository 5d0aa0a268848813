import { isGrouping, type OwnField, ownIds, ownKey, valueOfId } from '../../series/fields';
import type { Engine } from '../engine';
import { NONE } from '../query';
import { EVERYTHING } from './everything';

/** What a revision says in an own field as a whole. */
export interface FieldFact {
  /** The id of the field. */
  readonly id: string;
  /** Incidents that state it. */
  readonly stated: number;
  /** The one value of all that state it, as text; null where there are none or several. */
  readonly only: string | null;
}

async function factOf(engine: Engine, field: OwnField, incidents: number): Promise<FieldFact> {
  const key = ownKey(field);
  const withValue = async (id: string): Promise<number> => {
    const filter = { ...EVERYTHING, own: [{ kind: 'values', key, values: [id] }] as const };
    return (await engine.run({ kind: 'total', filter, bin: 'year' })).matched;
  };
  const sort = [{ column: key, descending: false }] as const;
  const first = engine.run({ kind: 'rows', filter: EVERYTHING, sort, offset: 0, limit: 1 });
  const [missing, { rows }] = await Promise.all([withValue(NONE), first]);
  const stated = incidents - missing;
  const ids = rows[0] === undefined ? [] : ownIds(rows[0].incident, key);
  const [id] = ids;
  if (id === undefined || ids.length > 1) return { id: field.id, stated, only: null };
  return { id: field.id, stated, only: (await withValue(id)) === stated ? valueOfId(id) : null };
}

/** The same of a field whose values can be counted at once, as they were when the revision was opened. */
async function listFact(engine: Engine, field: OwnField, incidents: number): Promise<FieldFact> {
  const { values } = await engine.run({ kind: 'facet', filter: EVERYTHING, facet: ownKey(field) });
  const missing = values.find(({ id }) => id === NONE)?.high ?? 0;
  const [only, ...more] = values.filter(({ id }) => id !== NONE);
  const isOne = only !== undefined && more.length === 0;
  return { id: field.id, stated: incidents - missing, only: isOne ? valueOfId(only.id) : null };
}

/**
 * Fields that are asked about at the same time: enough to keep an engine at work, and few enough that a page that tells
 * of four hundred does not hold up those who ask for one figure.
 */
const AT_ONCE = 4;

/** What a revision of so many incidents says in its own fields, asked of an engine. */
export async function askFieldFacts(
  engine: Engine,
  fields: readonly OwnField[],
  incidents: number,
): Promise<readonly FieldFact[]> {
  const facts: FieldFact[] = [];
  const next = fields.entries();
  const ask = async () => {
    for (const [at, field] of next) {
      const factOfField = field.many || isGrouping(field) ? listFact : factOf;
      facts[at] = await factOfField(engine, field, incidents);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return facts;
}
