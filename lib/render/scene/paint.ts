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

/** The tokens of app/globals.css that a picture that stands alone must know, by theme. */
const LIGHT: Readonly<Record<string, string>> = {
  '--page': '#ffffff',
  '--raised': '#f6f7f9',
  '--line': '#d9dde4',
  '--line-strong': '#8a94a6',
  '--ink': '#14181f',
  '--ink-2': '#48515f',
  '--ink-3': '#5f6978',
  '--accent': '#0a58b0',
  '--group-several': '#201016',
  '--group-none': '#908e96',
  '--group-other': '#254b52',
  '--group-all': '#3b4a63',
};

const DARK: Readonly<Record<string, string>> = {
  '--page': '#11151b',
  '--raised': '#191e26',
  '--line': '#303845',
  '--line-strong': '#76839a',
  '--ink': '#eceff4',
  '--ink-2': '#b8c1cf',
  '--ink-3': '#98a3b5',
  '--accent': '#7db8ff',
  '--group-several': '#f5e3ff',
  '--group-none': '#646b7d',
  '--group-other': '#dbfbe5',
  '--group-all': '#a9bbdb',
};

function plainPaint(colours: readonly string[], tokens: Readonly<Record<string, string>>): Paint {
  return (token) => {
    const group = /^--group-(\d+)$/.exec(token);
    return (group ? colours[Number(group[1]) - 1] : tokens[token]) ?? tokens['--ink'] ?? '';
  };
}

/** For pictures that stand alone, where no CSS variable reaches. */
export const lightPaint: Paint = plainPaint(COLOURS.light, LIGHT);
export const darkPaint: Paint = plainPaint(COLOURS.dark, DARK);
