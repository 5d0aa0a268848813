import type { Question } from '../../proposal';
import type { ColumnProfile } from '../../survey/survey';
import { inferencesOf } from './date-rules';

/** Years of which nothing has been recorded yet: 2564 is 2021 where the Buddhist era is counted. */
const BUDDHIST = [2400, 2700] as const;
/** The last centuries by the solar and the lunar Hijra, where the table is written in Arabic script. */
const HIJRI = [1250, 1500] as const;

const isArabic = ({ name, samples }: ColumnProfile) =>
  /\p{Script=Arabic}/u.test(name) || samples.some((text) => /\p{Script=Arabic}/u.test(text));

function yearOf(day: string | null): number | null {
  const year = Number(/^-?\d{4}/.exec(day ?? '')?.[0] ?? Number.NaN);
  return Number.isNaN(year) ? null : year;
}

/**
 * Asks whether years are those of the common calendar where all of them look like those of another. No calendar is
 * converted: a reader who says no has to.
 */
export function calendarQuestions(
  dated: readonly ColumnProfile[],
  all: readonly ColumnProfile[],
): readonly Question[] {
  const [dates] = inferencesOf(dated);
  const [first, last] = [yearOf(dates?.first ?? null), yearOf(dates?.last ?? null)];
  if (!dates || first === null || last === null) return [];
  const within = ([from, to]: readonly [number, number]) => first >= from && last <= to;
  if (!within(BUDDHIST) && !(within(HIJRI) && all.some(isArabic))) return [];
  const names = dated.map(({ name }) => `“${name}”`).join(' and ');
  return [
    {
      id: 'date-calendar',
      text: `Are the years in ${names}, ${first} to ${last}, those of the common calendar? Other calendars are not converted; if not, convert them first.`,
      options: [
        {
          value: 'gregorian',
          label: `yes, the years ${first} to ${last} are meant`,
          change: { mapping: {} },
        },
      ],
    },
  ];
}
