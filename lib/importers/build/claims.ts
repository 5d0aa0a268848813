import { CERTAINTIES, type Incident, type Link } from '../../series/model';
import { plainTitle } from './parts/title';

/** What became of a row that shares the id of one before it: its claim was added, or its date is another. */
export type Added = 'added' | 'other-date';

/** Incidents whose claims stand in several rows, in the order of their first rows. */
export interface ClaimedIncidents {
  readonly open: (incident: Incident) => void;
  readonly add: (incident: Incident) => Added;
  readonly all: () => readonly Incident[];
}

const keyOf = ({ actor, relation }: Link) => `${actor} ${relation}`;
const doubtOf = ({ certainty }: Link) => CERTAINTIES.indexOf(certainty);

/** The links of both rows; of one actor and relation the more certain. */
function linksOf(one: readonly Link[], other: readonly Link[]): readonly Link[] {
  const links = new Map<string, Link>();
  for (const link of [...one, ...other]) {
    const known = links.get(keyOf(link));
    if (!known || doubtOf(link) < doubtOf(known)) links.set(keyOf(link), link);
  }
  return [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

const union = <T>(one: readonly T[], other: readonly T[]) =>
  other.length === 0 ? one : [...new Set([...one, ...other])];

function notesOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one.includes(other)) return one ?? other;
  return `${one}\n${other}`;
}

/** The first row with what the second adds to it: claims, targets, sources and notes. Its other fields stay. */
function merged(one: Incident, other: Incident): Incident {
  return {
    ...one,
    links: linksOf(one.links, other.links),
    targets: union(one.targets, other.targets),
    regions: union(one.regions, other.regions),
    sources: union(one.sources, other.sources),
    notes: notesOf(one.notes, other.notes),
  };
}

/** Begins to gather incidents by their claims. All are held until the last row, for a claim may stand anywhere. */
export function claimedIncidents(): ClaimedIncidents {
  const known = new Map<string, Incident>();
  return {
    open: (incident) => void known.set(incident.id, incident),
    add(incident) {
      const first = known.get(incident.id);
      if (!first || first.date.edtf !== incident.date.edtf) return 'other-date';
      known.set(incident.id, merged(first, incident));
      return 'added';
    },
    all: () => [...known.values()],
  };
}

/** What names stand behind ids. */
interface Labels {
  readonly actor: (id: string) => string;
  readonly type: (id: string) => string;
  readonly region: (id: string) => string;
}

/** The title of an incident made of several rows, where no column gives one: with all that claimed it. */
export function titleOfClaims(incident: Incident, labels: Labels, fallback: string): string {
  const { type, links, place, regions } = incident;
  const names = [...new Set(links.map(({ actor }) => labels.actor(actor)))];
  const [region] = regions;
  const where = place.name ?? (region === undefined ? null : labels.region(region)) ?? place.country ?? '';
  return plainTitle(
    { type: type === null ? '' : labels.type(type), actors: names.join(' / '), place: where },
    fallback,
  );
}
