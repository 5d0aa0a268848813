const CLOCK = '(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d|:60)?(?:[.,]\\d{1,9})?';
const HALF_DAY = '(?:\\s?[ap]\\.?\\s?m\\b\\.?)?';
const ZONE_NAMES =
  'z|utc|gmt|et|e[sd]t|ct|c[sd]t|mt|m[sd]t|pt|p[sd]t|ak[sd]t|hst|bst|ist|msk|cet|cest|eet|eest|wet|west|jst|kst|hkt|sgt|pkt|npt|aft|irst|gst|wib|ict|eat|cat|wat|sast|aes?t|aedt|ac[sd]t|aw[sd]t|nz[sd]t|brt|art|clt|cot|pet|vet|trt|uhr|h|hrs|hours';
/** A zone by its place in the database of time zones: `Europe/Kyiv`. */
const ZONE_PLACE =
  '(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc)/[a-z_+-]+(?:/[a-z_]+)?';
const OFFSET = '[+-]\\d{1,2}(?::?\\d{2})?(?![\\d/.-])';
const ZONE = `(?:\\s?[[(]?(?:(?:${ZONE_NAMES})\\b|${ZONE_PLACE})[\\])]?)?(?:\\s?${OFFSET})?(?:\\s?\\[${ZONE_PLACE}\\])?`;
const WHOLE = `${CLOCK}${HALF_DAY}${ZONE}`;

/** `T10:30:00Z`, ` 11:30 PM EST`, `10:00 - 12:30`, with the letter or word that ties it to its date. */
const TIMES = new RegExp(
  `(?:(?<=\\d)t|(?<![\\d:.])(?:at |@ ?)?)${WHOLE}(?:\\s?-\\s?${WHOLE})?(?:\\s?\\([a-z ]{1,40}time\\))?`,
  'gi',
);
/** `11 pm`, `2330 hrs`, `14.30 Uhr`, `14h30`. */
const WORDED =
  /(?<![\d.:/-])(?:at )?(?:(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?|[0-2]\d[0-5]\d\s?(?:hrs|hours)\b|[0-2]?\d[.h][0-5]\d\s?(?:uhr|h|hrs)\b|[0-2]?\dh[0-5]\d\b)/gi;
const BASIC = /(?<=^\d{8})t\d{4}(?:\d\d)?(?:z|[+-]\d{2}:?(?:\d\d)?)?$/i;

/**
 * A zone behind a date that has no time: `July 4, 2022 EDT`, `2024-03-01 (UTC+2)`, `2024-03-01+02:00`, `2024-03-01Z`.
 * Names only in capitals, so that no word is taken for one.
 */
const ZONE_BEHIND = new RegExp(
  `(?<=[\\d\\p{L}.,][ ,/.-]{1,2}(?:\\d{2}|\\d{4})|年|日)\\s?(?:(?<=^\\d{4}-\\d\\d-\\d\\d\\s?)(?:Z|[+-]\\d\\d:?\\d\\d)|\\s[[(]?(?:(?:${ZONE_NAMES.toUpperCase()})(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?|[A-Z][a-z]+/[A-Z][A-Za-z_/]+|[+-]\\d\\d:\\d\\d)[\\])]?)$`,
  'u',
);

/**
 * A date's text without its time of day and zone: the day is kept as written and never shifted. Much the same days come
 * with ever other times, so what is left is also a good key to remember readings by.
 */
export function withoutTime(plain: string): string {
  const hasClock = plain.includes(':');
  if (ZONE_BEHIND.test(plain)) return withoutTime(plain.replace(ZONE_BEHIND, ''));
  if (!hasClock && !/\d\s?[tah.p]|hrs|hours/i.test(plain)) return plain;
  const bare = hasClock ? plain.replace(TIMES, ' ') : plain.replace(BASIC, '');
  return bare
    .replace(WORDED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(/\s([/,])/g, '$1');
}
