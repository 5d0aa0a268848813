import type { OwnValue } from '../../series/fields';
import { byEstimateEntry } from '../../series/measures';
import type { Estimate, Incident, Link, Place } from '../../series/model';
import type { PartProperty } from '../../series/part-keys';
import { isAscii } from '../../text/fold';
import type { DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import { ownPartText, partText, textAroundId } from '../revision/canonical-text';
import { listText, quoted } from '../revision/json-text';
import { sortedLinks } from '../revision/row-order';
import type { CodedColumn } from './coded-batch';

/**
 * The same text in one piece. Engines hold a text that was put together as the pieces it is made of, and go through all of them
 * each time that it becomes part of another.
 */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

function spansText(spans: readonly DaySpan[]): string {
  return `[${spans.map(({ from, to }) => `{"from":${from},"to":${to}}`).join(',')}]`;
}

function dateText(date: EventDate): string {
  const { edtf, earliest, latest, days, possible, until, openEnd, precision, uncertain, approximate } = date;
  return (
    `{"edtf":${quoted(edtf)},"earliest":${earliest},"latest":${latest},"days":${spansText(days)}` +
    `,"possible":${spansText(possible)},"until":${until},"open_end":${openEnd},"precision":${quoted(precision)}` +
    `,"uncertain":${uncertain},"approximate":${approximate}}`
  );
}

function linkText({ actor, relation, certainty, ...link }: Link): string {
  const { claimant, outlet, disputedBy, sources, date } = link;
  return (
    `{"actor":${quoted(actor)},"relation":${quoted(relation)},"certainty":${quoted(certainty)}` +
    `,"disputed_by":${listText(disputedBy)},"sources":${listText(sources)}` +
    member('claimant', claimant) +
    member('outlet', outlet) +
    `${date === null ? '' : `,"date":${dateText(date)}`}}`
  );
}

function isPlain(value: OwnValue): boolean {
  return typeof value === 'object' ? value.every(isAscii) : typeof value !== 'string' || isAscii(value);
}

/** A number in JSON; `JSON.stringify` would write null for one that is none. */
function numberText(number: number | null): string {
  if (number === null) return 'null';
  if (!Number.isFinite(number)) throw new Error(`${number} is not allowed`);
  return String(number === 0 ? 0 : number);
}

const NOTHING = '{"low":null,"best":null,"high":null}';

function estimateText({ low, best, high }: Estimate): string {
  if (low === null && best === null && high === null) return NOTHING;
  return `{"low":${numberText(low)},"best":${numberText(best)},"high":${numberText(high)}}`;
}

function placeText({ name, country, lat, lon, precision, note }: Incident['place']): string {
  const words = `"name":${quoted(name)},"country":${quoted(country)}`;
  const at = `"lat":${numberText(lat)},"lon":${numberText(lon)}`;
  return `{${words},${at},"precision":${quoted(precision)},"note":${quoted(note)}}`;
}

function ownValueText(value: OwnValue): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'number' ? numberText(value) : JSON.stringify(value);
}

/** A member that is left out where there is nothing. */
export function member(name: string, text: string | null | undefined): string {
  return text === null || text === undefined ? '' : `,"${name}":${quoted(text)}`;
}

type PartTexts = { readonly [P in PartProperty]: (part: Incident[P]) => string };

/** What a record says of each property, with the comma before it. Some that are null are left out. */
const PART_TEXTS: PartTexts = {
  date: (date) => `,"date":${dateText(date)}`,
  title: (title) => `,"title":${quoted(title)}`,
  type: (type) => member('type', type),
  subtypes: (subtypes) => `,"subtypes":${listText(subtypes)}`,
  regions: (regions) => `,"regions":${listText(regions)}`,
  place: (place) => `,"place":${placeText(place)}`,
  links: (links) => `,"links":[${sortedLinks(links).map(linkText).join(',')}]`,
  targets: (targets) => `,"targets":${listText(targets)}`,
  ...byEstimateEntry(
    ({ flat: name }) =>
      (estimate: Estimate) =>
        `,"${name}":${estimateText(estimate)}`,
  ),
  natureDisputed: (isDisputed) => `,"nature_disputed":${isDisputed}`,
  inScope: (isInScope) => `,"in_scope":${isInScope}`,
  scopeNote: (note) => member('scope_note', note),
  initiator: (initiator) => `,"initiator":${quoted(initiator)}`,
  sources: (sources) => `,"sources":${listText(sources)}`,
  notes: (notes) => member('notes', notes),
};

/** Whether lower case is all that it takes to fold what is searched of a part. */
export const IS_PLAIN: Readonly<Partial<Record<PartProperty, (part: never) => boolean>>> = {
  title: isAscii,
  place: ({ name }: Place) => isAscii(name ?? ''),
  notes: (notes: string | null) => isAscii(notes ?? ''),
};

/** `JSON.stringify` writes half of a surrogate pair as an escape that begins so. */
export const HALF = '\\ud';

/** Half of a surrogate pair, which is no character and which no file could hold, becomes U+FFFD. */
export function wellFormed<T>(value: T): T {
  const mend = (_: string, part: unknown) => (typeof part === 'string' ? Buffer.from(part).toString() : part);
  return value === undefined ? value : (JSON.parse(JSON.stringify(value), mend) as T);
}

/** What is made of each value of a column, by its code. */
export class ColumnTexts {
  readonly #column: Pick<CodedColumn, 'kind' | 'name'>;
  values: unknown[] = [];
  /** Their text in a record, and in the canonical text by which a revision is named. */
  records: string[] = [];
  canonical: string[] = [];
  /** Of links, their own canonical texts around the id of the incident. */
  links: (readonly (readonly [string, string])[])[] = [];
  /** The codes of values that must be folded to be searched; null where there are none. */
  folded: Set<number> | null = null;

  constructor(column: Pick<CodedColumn, 'kind' | 'name'>) {
    this.#column = column;
  }

  /** Takes the values of a batch; gives them as they are kept. */
  take(batch: CodedColumn): readonly unknown[] {
    if (batch.isNew) {
      [this.values, this.records, this.canonical, this.links] = [[], [], [], []];
      this.folded = null;
    }
    const before = this.values.length;
    for (const value of batch.values) this.#add(value);
    return before === 0 ? this.values : this.values.slice(before);
  }

  #add(given: unknown): void {
    const text = this.#recordText(given);
    const value = text.includes(HALF) ? wellFormed(given) : given;
    const code = this.values.push(value) - 1;
    this.records.push(flat(value === given ? text : this.#recordText(value)));
    const { kind, name } = this.#column;
    if (name === 'links' && kind === 'part') this.links.push((value as readonly Link[]).map(textAroundId));
    else if (kind === 'own') this.canonical.push(flat(ownPartText(name, value as OwnValue | undefined)));
    else this.canonical.push(flat(partText(name as Exclude<PartProperty, 'links'>, value)));
    if (this.#isPlain(value)) return;
    this.folded ??= new Set();
    this.folded.add(code);
  }

  #recordText(value: unknown): string {
    const { kind, name } = this.#column;
    if (kind === 'part') return PART_TEXTS[name as PartProperty](value as never);
    return value === undefined ? '' : `"${name}":${ownValueText(value as OwnValue)}`;
  }

  #isPlain(value: unknown): boolean {
    const { kind, name } = this.#column;
    if (kind === 'own') return value === undefined || isPlain(value as OwnValue);
    return IS_PLAIN[name as PartProperty]?.(value as never) ?? true;
  }
}
