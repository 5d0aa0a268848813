import type { Denominator, SeriesGuide } from '../../series/model';
import { addDays, type Day, type DaySpan } from '../../time/day';
import type { View } from '../../view/view';
import { NONE } from '../query';
import type { CoveredDays } from './covered-days';

/** Rates by people are counted for so many, and a year. */
export const RATE_PEOPLE = 100_000;
export const YEAR_DAYS = 365.25;

/** How many people there were on the covered days of a view, as far as the series says so. */
export interface PeopleDays {
  /** The number of people, added up over the days of which it is known. */
  readonly peopleDays: number;
  /** Covered days of which it is known, and of which it is not: ascending and apart. Nothing is worked out between two known years. */
  readonly known: readonly DaySpan[];
  readonly missing: readonly DaySpan[];
  readonly knownDays: number;
}

/** What of a view says where its people are. */
type PeopledView = Pick<View, 'regions' | 'box' | 'places'>;

export type PeopleGuide = Pick<SeriesGuide, 'denominators' | 'regions'>;

/** The numbers of each part that must be known: the regions that are asked for, else all places, or all regions where nobody counts all places. */
function partsOf(
  { regions: asked, box, places }: PeopledView,
  { denominators = [], regions }: PeopleGuide,
): readonly (readonly Denominator[])[] {
  const of = (id: string | null) => denominators.filter(({ region }) => region === id);
  // Of a part of the map nobody counts the people.
  if (box !== null || places.length > 0) return [[]];
  if (asked.length > 0) return asked.map((id) => (id === NONE ? [] : of(id)));
  const all = of(null);
  return all.length > 0 ? [all] : regions.map(({ id }) => of(id));
}

/** The first days of the stretches of a span in which no number changes. */
function startsIn({ from, to }: DaySpan, parts: readonly (readonly Denominator[])[]): readonly Day[] {
  const changes = parts.flatMap((part) => part.flatMap((one) => [one.from, addDays(one.to, 1)]));
  const inside = changes.filter((day) => day > from && day <= to);
  return [...new Set([from, ...inside])].sort((a, b) => a - b);
}

/** A stretch with the people in it; null where that is not known of a part. */
interface Peopled extends DaySpan {
  readonly people: number | null;
}

function peopledIn(span: DaySpan, parts: readonly (readonly Denominator[])[]): readonly Peopled[] {
  const starts = startsIn(span, parts);
  return starts.map((from, at): Peopled => {
    const found = parts.map((part) => part.find((one) => one.from <= from && one.to >= from)?.people ?? null);
    const whole = found.length > 0 && found.every((people) => people !== null);
    const next = starts[at + 1];
    return {
      from,
      to: next === undefined ? span.to : addDays(next, -1),
      people: whole ? found.reduce((sum: number, people) => sum + (people ?? 0), 0) : null,
    };
  });
}

/** Spans that touch as one. */
function joined(spans: readonly DaySpan[]): readonly DaySpan[] {
  return spans.reduce<DaySpan[]>((all, { from, to }) => {
    const last = all.at(-1);
    if (last !== undefined && addDays(last.to, 1) === from) all[all.length - 1] = { from: last.from, to };
    else all.push({ from, to });
    return all;
  }, []);
}

/** The people on the covered days of a view; null where the series has no numbers of people at all. */
export function peopleOn(
  view: PeopledView,
  guide: PeopleGuide,
  covered: Pick<CoveredDays, 'spans'>,
): PeopleDays | null {
  if (guide.denominators === undefined || guide.denominators.length === 0) return null;
  const parts = partsOf(view, guide);
  const all = covered.spans.flatMap((span) => peopledIn(span, parts));
  const days = ({ from, to }: DaySpan) => to - from + 1;
  const known = all.filter(({ people }) => people !== null);
  return {
    peopleDays: known.reduce((sum, one) => sum + days(one) * one.people!, 0),
    knownDays: known.reduce((sum, one) => sum + days(one), 0),
    known: joined(known),
    missing: joined(all.filter(({ people }) => people === null)),
  };
}
