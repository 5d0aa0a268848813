import { transliterate } from './transliterate';

const LONGEST = 60;

/** A name as part of an id. `whole` where the slug stands for all of the name's letters and digits. */
export interface Slug {
  readonly text: string;
  readonly whole: boolean;
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const at = text.lastIndexOf('-', LONGEST);
  return text.slice(0, at > LONGEST / 2 ? at : LONGEST);
}

/** A name in lower-case ASCII letters, digits and single hyphens, at most 60; empty where it has no such letters. */
export function slugOf(name: string): Slug {
  const spelt = transliterate(name.slice(0, LONGEST * 4));
  const text = spelt.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const short = cut(text);
  const whole = short === text && name.length <= LONGEST * 4 && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(spelt);
  return { text: short, whole };
}
