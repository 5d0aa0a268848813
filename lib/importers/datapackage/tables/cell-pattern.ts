import { RE2JS } from 're2js';

/** More compiled patterns than this are not kept; a schema has a few. */
const MOST = 200;

const compiled = new Map<string, RE2JS>();

/**
 * A `pattern` of a Table Schema, which is text of the package's author: read by RE2, whose time grows with the text and with
 * nothing else. Look-around and back references are no part of it. Throws where it is no pattern.
 */
function patternOf(text: string): RE2JS {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const fresh = RE2JS.compile(text);
  if (compiled.size >= MOST) compiled.clear();
  compiled.set(text, fresh);
  return fresh;
}

/** Whether a text can be a pattern. */
export function isPattern(text: string): boolean {
  try {
    patternOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the whole of a cell matches a pattern. */
export function matchesPattern(pattern: string, cell: string): boolean {
  return patternOf(pattern).matches(cell);
}
