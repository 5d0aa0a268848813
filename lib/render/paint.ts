import { COLOURS, type ColourName } from './palette';

/** The tokens of app/globals.css that pictures use. */
export type Token =
  | ColourName
  | '--page'
  | '--raised'
  | '--line'
  | '--line-strong'
  | '--ink'
  | '--ink-2'
  | '--ink-3'
  | '--accent';

/** Gives the colour of a token: a CSS variable on the page, a plain colour in a picture that stands alone. */
export type Paint = (token: Token) => string;

/** For pictures inside the page, so that they follow its theme. */
export const cssPaint: Paint = (token) => `var(${token})`;

const LIGHT: Readonly<Record<string, string>> = {
  '--page': '#ffffff',
  '--raised': '#f6f7f9',
  '--line': '#d9dde4',
  '--line-strong': '#8a94a6',
  '--ink': '#14181f',
  '--ink-2': '#48515f',
  '--ink-3': '#5f6978',
  '--accent': '#0a58b0',
  '--series-several': '#4a5262',
  '--series-none': '#7d8796',
  '--series-other': '#868f9c',
  '--series-all': '#3b4a63',
};

/** For pictures that stand alone, where no CSS variable reaches: the light theme. */
export const lightPaint: Paint = (token) => {
  const series = /^--series-(\d+)$/.exec(token);
  return (series ? COLOURS.light[Number(series[1]) - 1] : LIGHT[token]) ?? '#14181f';
};
