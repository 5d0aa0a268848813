import type { Mark } from '../query/result';
import { CERTAINTIES, type Estimate, type IncidentId, RELATIONS } from '../series/model';
import type { EventDate } from '../time/event-date';

/** Marks in columns, which are copied between threads in a tenth of the time that as many objects take. */
export interface SentMarks {
  /** Of all marks, one after the other; no id and no title holds the character between them. */
  readonly ids: string;
  readonly titles: string;
  /** Each value once, and which of them each mark has. */
  readonly lanes: readonly (string | null)[];
  readonly lane: Uint16Array;
  readonly dates: readonly EventDate[];
  readonly date: Uint16Array;
  readonly fatalities: readonly Estimate[];
  readonly killed: Uint16Array;
  /** The place in RELATIONS and in CERTAINTIES and one more, 0 for none; then the truths of {@link FLAGS}. */
  readonly looks: Uint16Array;
}

const BETWEEN = '\u0000';
const FLAGS = ['disputed', 'inLow', 'inBest', 'viewLow', 'viewBest'] as const;
/** Marks that are more, or differ more, are sent as they are. */
const MOST = 65_535;

/** Each value once, by what tells it from others. */
function distinct<T>(values: readonly T[], keyOf: (value: T) => string): readonly [T[], Uint16Array] {
  const places = new Map<string, number>();
  const once: T[] = [];
  const codes = Uint16Array.from(values, (value) => {
    const key = keyOf(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, once.length);
    once.push(value);
    return once.length - 1;
  });
  return [once, codes];
}

function lookOf(mark: Mark): number {
  const relation = mark.relation === null ? 0 : RELATIONS.indexOf(mark.relation) + 1;
  const certainty = mark.certainty === null ? 0 : CERTAINTIES.indexOf(mark.certainty) + 1;
  return FLAGS.reduce(
    (look, flag, at) => look | (mark[flag] ? 1 << (6 + at) : 0),
    relation | (certainty << 3),
  );
}

/** Marks as they are sent; null where they have to go as they are. */
export function sentMarks(marks: readonly Mark[]): SentMarks | null {
  if (marks.length > MOST) return null;
  const joined = (of: (mark: Mark) => string) => marks.map(of).join(BETWEEN);
  const [ids, titles] = [joined(({ id }) => id), joined(({ title }) => title)];
  const [lanes, lane] = distinct(
    marks.map((mark) => mark.lane),
    (one) => (one === null ? '' : `:${one}`),
  );
  const [dates, date] = distinct(
    marks.map((mark) => mark.date),
    ({ edtf }) => edtf,
  );
  const [fatalities, killed] = distinct(
    marks.map((mark) => mark.fatalities),
    ({ low, best, high }) => `${low},${best},${high}`,
  );
  const read = { ids, titles, lanes, lane, dates, date, fatalities, killed };
  // A text of a file may hold anything.
  const whole =
    marks.length === 0 || [ids, titles].every((text) => text.split(BETWEEN).length === marks.length);
  return whole ? { ...read, looks: Uint16Array.from(marks, lookOf) } : null;
}

/** The marks that were sent. */
export function readMarks(sent: SentMarks): readonly Mark[] {
  if (sent.looks.length === 0) return [];
  const titles = sent.titles.split(BETWEEN);
  return sent.ids.split(BETWEEN).map((id, at): Mark => {
    const look = sent.looks[at]!;
    const has = (flag: number) => (look & (1 << (6 + flag))) !== 0;
    return {
      id: id as IncidentId,
      lane: sent.lanes[sent.lane[at]!]!,
      title: titles[at]!,
      date: sent.dates[sent.date[at]!]!,
      fatalities: sent.fatalities[sent.killed[at]!]!,
      relation: RELATIONS[(look & 7) - 1] ?? null,
      certainty: CERTAINTIES[((look >> 3) & 7) - 1] ?? null,
      disputed: has(0),
      inLow: has(1),
      inBest: has(2),
      viewLow: has(3),
      viewBest: has(4),
    };
  });
}
