import type { ProblemDetail } from '../../../export/documents/problem-document';
import { PICTURE_THEMES, type PictureSize } from '../../../render/picture/picture';

/** The keys of a picture that are not the view's. */
export const PICTURE_KEYS = ['width', 'height', 'theme', 'scale'] as const;

/** A size and how many pixels a PNG has for each. */
export interface PictureParams extends PictureSize {
  readonly scale: number;
}

/** What each number can be, in pixels; the scale is pixels of a PNG for each. */
export const WIDTHS = { least: 320, most: 4000, standard: 960 } as const;
export const HEIGHTS = { least: 180, most: 4000 } as const;
export const SCALES = { least: 1, most: 4 } as const;
/** The most pixels of a PNG. */
export const MOST_PIXELS = 40_000_000;

type Errors = ProblemDetail[];

function fail(errors: Errors, key: string, value: string, message: string): void {
  errors.push({ key, value: value.slice(0, 60), code: 'bad-picture', message });
}

function readNumber(
  params: URLSearchParams,
  key: string,
  { least, most }: { readonly least: number; readonly most: number },
  errors: Errors,
): number | null {
  const all = params.getAll(key);
  const [text] = all;
  if (text === undefined) return null;
  const value = /^\d{1,5}$/.test(text) && all.length === 1 ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  fail(errors, key, all.join(','), `“${key}” is one whole number from ${least} to ${most}.`);
  return null;
}

function readTheme(params: URLSearchParams, errors: Errors): PictureParams['theme'] {
  const all = params.getAll('theme');
  const theme = PICTURE_THEMES.find((one) => one === all[0]);
  if (all.length === 0 || (theme && all.length === 1)) return theme ?? 'light';
  fail(errors, 'theme', all.join(','), `“theme” is one of ${PICTURE_THEMES.join(', ')}.`);
  return 'light';
}

/** Reads width, height, theme and scale; every key that cannot be read is an error. */
export function readPicture(params: URLSearchParams): {
  readonly picture: PictureParams;
  readonly errors: readonly ProblemDetail[];
} {
  const errors: Errors = [];
  const width = readNumber(params, 'width', WIDTHS, errors) ?? WIDTHS.standard;
  const height = readNumber(params, 'height', HEIGHTS, errors);
  const scale = readNumber(params, 'scale', SCALES, errors) ?? SCALES.least;
  const theme = readTheme(params, errors);
  if (width * (height ?? width) * scale * scale > MOST_PIXELS) {
    const message = `Width, height and scale give more than ${MOST_PIXELS / 1e6} million pixels.`;
    fail(errors, 'scale', String(scale), message);
  }
  return { picture: { width, height, theme, scale }, errors };
}
