import type { Box } from './location';

/** Parts of a map have so many parts of a degree in an address: about ten metres. */
const COARSE = 10_000;
/** Those that are written finely: about a metre. */
const FINE = 100_000;
/** The least height of a part that is not written finely, in degrees: about 5 km. */
export const LEAST_COARSE = 0.05;

const FIVE_DECIMALS = /\.\d{4}[1-9]$/;

/** Whether the west and the east of a part, as an address has them, say that it is written finely: both with five decimals. */
export function isWrittenFinely(west: string, east: string): boolean {
  return FIVE_DECIMALS.test(west) && FIVE_DECIMALS.test(east);
}

/**
 * Whether a part of a map is written finely, so that its frame may be of any size, and about a pole. Addresses had four decimals before there were such parts, and show
 * what they did.
 */
export function isFinePart({ west, east }: Box): boolean {
  return isWrittenFinely(String(west), String(east));
}

/** A longitude to five decimals, of which the last is not 0. */
function fifth(degrees: number): number {
  const parts = Math.round(Math.max(-180, Math.min(180, degrees)) * FINE);
  return (parts % 10 === 0 ? parts + (parts > 0 ? -1 : 1) : parts) / FINE;
}

function roundedTo(parts: number, degrees: number): number {
  return Math.round(degrees * parts) / parts + 0;
}

/** A part of a map as an address has it that says of it that it is written finely. */
export function finePart({ west, south, east, north }: Box): Box {
  return {
    ...{ west: fifth(west), south: Math.max(-90, roundedTo(FINE, south)) },
    ...{ east: fifth(east), north: Math.min(90, roundedTo(FINE, north)) },
  };
}

/** A part of a map as an address has it: finely where it is small. */
export function writtenPart(box: Box): Box {
  if (box.north - box.south < LEAST_COARSE) return finePart(box);
  const round = (degrees: number) => roundedTo(COARSE, degrees);
  return {
    ...{ west: round(box.west), south: round(box.south) },
    ...{ east: round(box.east), north: round(box.north) },
  };
}
