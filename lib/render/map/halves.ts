/** Halves of a pixel: what many small marks are placed by, so that their text is short. */
export const HALF = { transform: 'scale(.5)' };
