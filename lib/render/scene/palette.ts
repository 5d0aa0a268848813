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
  | '--group-all';

/**
 * Colours that the colour-blind can tell apart, after Okabe and Ito (2008), darkened for 3:1 against white and lightened
 * for the same against the dark page. For pictures, where no CSS reaches.
 */
export const COLOURS = {
  light: ['#0a68b4', '#c8500a', '#00856a', '#9c4f96', '#8a6d00', '#2f8fc4', '#b03052', '#6b5844'],
  dark: ['#5aaeee', '#f08a4b', '#35bd98', '#d08fcb', '#d0b13a', '#86cdf5', '#f07b99', '#bfa48a'],
} as const;

/** The colour of a group as the name of a CSS custom property. */
export function colourName(order: readonly string[], group: string | null): ColourName {
  if (group === null) return '--group-all';
  if (group === SEVERAL) return '--group-several';
  if (group === NONE) return '--group-none';
  const index = order.indexOf(group);
  return index >= 0 && index < MOST_DRAWN ? `--group-${index + 1}` : '--group-other';
}
