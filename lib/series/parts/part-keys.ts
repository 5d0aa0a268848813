import type { EventDate } from '../../time/event-date';
import type { OwnValue } from '../fields';
import { byProperty } from '../measures';
import type { Estimate, Incident, Link, Place } from '../model';

/** What a list of texts says. A lone text stands for itself, but where it could be taken for several. */
function keyOfTexts(texts: readonly string[]): string | null {
  const [first = null] = texts;
  if (texts.length === 0) return null;
  return texts.length === 1 && !first!.startsWith('[') ? first : JSON.stringify(texts);
}

/** The numbers first, then how long the texts are, so that none of them can end in another. */
function keyOfPlace({ name, country, lat, lon, precision, note }: Place): string {
  return `${lat},${lon},${precision},${name?.length},${country?.length},${note?.length},${name}${country}${note}`;
}

/** Ties with a date, an outlet or a dispute of their own hardly ever repeat: such a list stands for itself. */
function keyOfLinks(links: readonly Link[]): unknown {
  let key = '';
  for (const link of links) {
    if (link.date !== null || link.outlet !== null || link.claimant !== null) return links;
    if (link.disputedBy.length > 0 || link.sources.length > 0) return links;
    key += `${link.actor}\n${link.relation}\n${link.certainty}\n\n`;
  }
  return key;
}

function keyOfEstimate({ low, best, high }: Estimate): unknown {
  return low === best && best === high ? best : `${low} ${best} ${high}`;
}

const itself = (value: unknown): unknown => value;

/** By what each part of an incident is told apart: two of the same key say the same. */
export const PARTS = {
  date: ({ edtf }: EventDate) => edtf,
  title: itself,
  type: itself,
  subtypes: keyOfTexts,
  regions: keyOfTexts,
  place: keyOfPlace,
  links: keyOfLinks,
  targets: keyOfTexts,
  ...byProperty(() => keyOfEstimate),
  natureDisputed: itself,
  inScope: itself,
  scopeNote: itself,
  initiator: itself,
  sources: keyOfTexts,
  notes: itself,
} satisfies { readonly [P in PartProperty]: (part: Incident[P]) => unknown };

/** What is said of every incident, beside its id. */
export type PartProperty = Exclude<keyof Incident, 'id' | 'own'>;

export const PART_PROPERTIES = Object.keys(PARTS) as readonly PartProperty[];

/** By what the values of an own field are told apart. No text is the key of a list. */
export function ownKeys(): (value: OwnValue | undefined) => unknown {
  const lists = new Map<string, object>();
  return (value) => {
    if (typeof value !== 'object') return value;
    const json = JSON.stringify(value);
    const key = lists.get(json) ?? {};
    lists.set(json, key);
    return key;
  };
}
