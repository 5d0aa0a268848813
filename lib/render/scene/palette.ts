import { MOST_DRAWN } from '../../query/plan/drawn-groups';
import { NONE, SEVERAL } from '../../query/query';

/** The id under which the groups beyond the palette are drawn together. */
export const OTHER = 'other';

/** Names of the colours as CSS custom properties, defined for light and dark in app/globals.css. */
export type ColourName =
  | `--group-${number}`
  | '--group-several'
  | '--group-none'
  | '--group-other'
  | '--group-all'
  | '--ink'
  | '--ink-3';

/** For sides of a comparison that are no group of the page, so that a colour means one thing on it. */
const SIDES = {
  light: ['#00a2c6', '#f654ba', '#007206', '#a278fc', '#4e0000', '#a872a8', '#3c3c00'],
  dark: ['#5454d2', '#00fcb4', '#f6f096', '#ae249c', '#fcae9c', '#6c7200', '#00725a'],
} as const;

/**
 * The hues of Okabe and Ito (2008), moved until any two of them, and of those for other, several and not established, differ by
 * ΔE 30 at least (CIE 1976), all have 3:1 against the page, and no two fall together for those who see no red or no green
 * (Machado 2009: ΔE 9 at least). After those of groups come those that sides of a comparison take, held to the same (ΔE 8 there).
 * For pictures, where no CSS reaches.
 */
export const COLOURS = {
  light: [
    '#1a3b8a',
    '#aa3b00',
    '#11785b',
    '#7d196d',
    '#ac8c2f',
    '#658ede',
    '#b1334d',
    '#ba7a5d',
    ...SIDES.light,
  ],
  dark: [
    '#3196dc',
    '#e57643',
    '#61ac59',
    '#ff9ffa',
    '#d0a318',
    '#2ac1d7',
    '#e26984',
    '#9b805d',
    ...SIDES.dark,
  ],
} as const;

/** The colours that no group of a page has, however many it draws. */
export const SIDE_COLOURS: readonly ColourName[] = SIDES.light.map(
  (_, at): ColourName => `--group-${MOST_DRAWN + 1 + at}`,
);

/** The colour of a group as the name of a CSS custom property. */
export function colourName(order: readonly string[], group: string | null): ColourName {
  if (group === null) return '--group-all';
  if (group === SEVERAL) return '--group-several';
  if (group === NONE) return '--group-none';
  const index = order.indexOf(group);
  return index >= 0 && index < MOST_DRAWN ? `--group-${index + 1}` : '--group-other';
}
