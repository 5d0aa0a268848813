import { decodeXml } from './xml-reader';

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/**
 * The text of a cell: XML decoded, `_x000D_` and its like as Office writes what XML cannot hold, and copied out of
 * the text around it, so that keeping one cell does not keep a whole part of the file.
 */
export function cellText(raw: string): string {
  let text = decodeXml(raw);
  if (text.includes('_x'))
    text = text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (text.includes('\r')) text = text.replaceAll('\r\n', '\n');
  return text.length > 12 ? ` ${text}`.slice(1) : text;
}

/** A number of a workbook at its shortest; what is no number stays as it is. */
export function numberText(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  return value === 0 ? '0' : String(value);
}
