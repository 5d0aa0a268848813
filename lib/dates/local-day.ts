import { formatDay, toDay } from '../time/day';

/** A moment as ISO 8601 writes it, with its distance from UTC. */
const MOMENT =
  /^\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(?:Z|UTC|GMT|([+-])(\d\d):?(\d\d)?)\s*$/i;
const DAY_MS = 86_400_000;

/** Milliseconds since 1970-01-01 in UTC of a text that says its distance from UTC; null for any other. */
export function momentOf(text: string): number | null {
  const match = MOMENT.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hours > 24 || minutes > 59) return null;
  const offset = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  return toDay(year, month, day) * DAY_MS + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000;
}

/** What tells the distance of a zone from UTC; null where there is no such zone. */
function clockOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', era: 'short' },
    });
  } catch {
    return null;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clock(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = zone === '' ? null : clockOf(zone);
  clocks.set(zone, made);
  return made;
}

/** Whether a text names a zone, such as `Europe/Kyiv`. */
export function isZone(text: string): boolean {
  return /[A-Za-z]{2}|^[+-]\d\d:\d\d$/.test(text) && clock(text.trim()) !== null;
}

/** The day of a moment in a zone, `YYYY-MM-DD`; the text as it is where it is no moment, or the zone none. */
export function localDay(text: string, zone: string): string {
  const [moment, format] = [momentOf(text), clock(zone.trim())];
  if (moment === null || format === null) return text;
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  if (parts.get('era') === 'BC') return text;
  const [year, month, day] = ['year', 'month', 'day'].map((type) =>
    Number(parts.get(type as Intl.DateTimeFormatPartTypes)),
  ) as [number, number, number];
  return formatDay(toDay(year, month, day));
}

/** A moment in UTC with the zone in which it was (RFC 9557): `2024-03-01T23:30:00Z[Europe/Kyiv]`. */
const ZONED = /^\s*(\S+Z)\s?[[(]([A-Za-z]+\/[A-Za-z_/+-]+)[\])]\s*$/;

/** The local day of a moment in UTC that names its zone; null for any other text. */
export function zonedDay(text: string): string | null {
  const [, moment = '', zone = ''] = ZONED.exec(text) ?? [];
  const day = moment === '' ? text : localDay(moment, zone);
  return day === moment || day === text ? null : day;
}
