/** What a number under a format stands for: a plain number, a day, a time of day, both, or a length of time. */
export type CellNumberKind = 'number' | 'date' | 'time' | 'datetime' | 'elapsed';

/** What is no letter of a date: texts in quotes, escaped characters, padding, colours, conditions and locales. */
const ORNAMENT = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
/** Minutes: an m after hours, or before seconds. */
const MINUTES = /(h+[^a-z]*)m+|m+([^a-z]*s)/gi;

/** Reads a number format such as `dd/mm/yyyy hh:mm` (ECMA-376 part 1, 18.8.31); only its first section counts. */
export function kindOfFormat(code: string): CellNumberKind {
  const bare = (code.replace(ORNAMENT, '').split(';')[0] ?? '')
    .replace(/general/i, '')
    .replace(/am\/pm|a\/p/gi, '');
  if (ELAPSED.test(bare)) return 'elapsed';
  const letters = bare.replace(MINUTES, '$1$2');
  const date = /[ymd]/i.test(letters) || /\bg*e+\b/i.test(letters.replace(/[0#?.]e[+-]/gi, ''));
  const time = /[hs]/i.test(letters);
  return date ? (time ? 'datetime' : 'date') : time ? 'time' : 'number';
}

/** Formats that are known by their number alone (18.8.30; 27 to 58 are those of East Asian versions). */
export function kindOfBuiltIn(id: number): CellNumberKind {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time';
  if (id === 22) return 'datetime';
  return id === 46 ? 'elapsed' : 'number';
}
