/** Cells longer than this are prose, not dates. It also bounds the work on a hostile cell. */
export const LONGEST_DATE = 200;

/** The zeros of the decimal digits that dates are written with outside Latin script; nine more digits follow each. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810,
];

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * A cell in plain characters: full-width letters and digits as usual ones, digits of any script as 0 to 9, every dash
 * and minus as `-`, no marks of writing direction, single spaces. Raised digits (footnotes) are kept apart as `^`.
 */
export function plainText(text: string): string {
  const ascii = !/[^\x20-\x7e]/.test(text);
  const plain = ascii
    ? text
    : text
        .replace(/[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/g, '^')
        .normalize('NFKC')
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/g, '')
        .replace(/[\u2010-\u2015\u2212\u2043]/g, '-')
        .replace(/\u2248/g, '~')
        .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
        .replace(/[\u3001\u060c\u1363\uff0c]/g, ',')
        .replace(/\p{Nd}/gu, latinDigit);
  return plain.replace(/\s+/g, ' ').trim();
}

/** Lower case without accents, so that `Février`, `FÉVRIER` and `fevrier` are one word. */
export function foldWords(plain: string): string {
  if (!/[^\x20-\x7e]/.test(plain)) return plain.toLowerCase();
  return plain
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .replace(/ı/g, 'i');
}
