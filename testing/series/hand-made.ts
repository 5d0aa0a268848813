import type { Filter } from '../../lib/query/query';
import { byAsked } from '../../lib/series/facets';
import type { OwnField } from '../../lib/series/fields';
import type {
  ActorId,
  ActorRelation,
  Certainty,
  DatasetId,
  Estimate,
  Incident,
  IncidentId,
  Link,
  Relation,
  Series,
} from '../../lib/series/model';
import { UNSAID } from '../../lib/series/unsaid';
import { type Day, parseDay } from '../../lib/time/day';
import { parseEventDate } from '../../lib/time/edtf';
import type { EventDate } from '../../lib/time/event-date';

/** For tests: a day that is surely one. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`${text} is not a day`);
  return found;
}

function dateOf(text: string): EventDate {
  const parsed = parseEventDate(text);
  if (parsed.kind === 'problem') throw new Error(parsed.reason);
  return parsed.date;
}

/** A link as `actor relation certainty`, such as `a claimed certain`; a `!` at its end says that it is disputed. */
function linkOf(text: string): Link {
  const [actor = '', relation = 'claimed', certainty = 'certain'] = text.replace('!', '').split(' ');
  return {
    ...{ actor: actor as ActorId, relation: relation as Relation, certainty: certainty as Certainty },
    ...{ claimant: null, disputedBy: text.endsWith('!') ? ['the police'] : [], outlet: null, date: null },
    sources: [],
  };
}

/** `3` is one published figure, `3..5` two ends, `1-3-5` all three, `3+` at least, `<3` at most, `-` not reported. */
export function figure(text: string): Estimate {
  if (text === '-') return { low: null, best: null, high: null };
  if (text.endsWith('+')) return { low: Number(text.slice(0, -1)), best: null, high: null };
  if (text.startsWith('<')) return { low: null, best: null, high: Number(text.slice(1)) };
  const ends = text.split('..').map(Number);
  if (ends.length === 2) return { low: ends[0] ?? null, best: null, high: ends[1] ?? null };
  const [low = null, best = null, high = null] = text.split('-').map(Number);
  return best === null ? { low: null, best: low, high: null } : { low, best, high };
}

/** An incident of a test: its date and links as text, and what else matters to it. */
export function incident(
  id: string,
  date: string,
  links: readonly string[] = [],
  more: Partial<Incident> = {},
): Incident {
  return {
    ...{ id: id as IncidentId, date: dateOf(date), title: id, ...UNSAID },
    ...{ links: links.map(linkOf), initiator: 'non-state' },
    ...more,
  };
}

/** A series of the actors that its incidents name, and `parents` as `child parent`. */
export function seriesOfHand(
  incidents: readonly Incident[],
  parents: readonly string[] = [],
  fields: readonly OwnField[] = [],
): Series {
  const actorRelations: ActorRelation[] = parents.map((text) => {
    const [child, parent] = text.split(' ') as [ActorId, ActorId];
    return { child, parent, kind: 'part', from: null, to: null, note: null };
  });
  const ids = new Set([
    ...incidents.flatMap(({ links }) => links.map(({ actor }) => actor)),
    ...actorRelations.flatMap(({ child, parent }) => [child, parent]),
  ]);
  return {
    meta: {
      ...{ id: 'hand' as DatasetId, title: '', description: '', publisher: '', provenance: [], codebook: [] },
      ...{ licence: { name: '', url: null }, noun: { one: 'incident', many: 'incidents' } },
      coverage: { from: day('2020-01-01'), to: day('2020-12-31'), places: '', note: null },
    },
    fields,
    actors: [...ids].map((id) => ({
      ...{ id, name: id, shortName: id, aliases: [], kind: null, ideology: null, activeFrom: null },
      ...{ activeTo: null, homeBase: null, notes: null, sources: [] },
    })),
    ...{ actorRelations, types: [], regions: [], coverageNotes: [], annotations: [], referenceCounts: [] },
    ...{ namedViews: [], incidents, sources: [] },
  };
}

/** The year 2020 with no other clause, but for what is given. */
export function filter(clauses: Partial<Filter> = {}): Filter {
  return {
    ...{ from: day('2020-01-01'), to: day('2020-12-31'), ...byAsked(() => []) },
    ...{
      suspicions: clauses.relations?.includes('suspected') ?? false,
      disputed: null,
      scope: 'in',
      own: [],
      series: null,
      box: null,
      places: [],
      words: [],
      nothing: false,
    },
    ...clauses,
  };
}
