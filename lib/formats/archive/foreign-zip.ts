import type { ZipEntry } from './zip-entry';

/** Formats that are zips and not read, by a file that each has. */
const FOREIGN: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/workbook\.bin$/i, 'a binary Excel workbook (.xlsb)'],
  [/^word\/document\.xml$/i, 'a Word document (.docx)'],
  [/^ppt\/presentation\.xml$/i, 'a presentation (.pptx)'],
  [/^index\/document\.iwa$/i, 'a Numbers or Pages document'],
  [/^content\.xml$/i, 'an OpenDocument file (.ods, .odt)'],
  [/^doc\.kml$/i, 'a map of Google Earth (.kmz)'],
  [/^META-INF\/container\.xml$/i, 'a book (.epub)'],
  [/^META-INF\/MANIFEST\.MF$/i, 'a Java program'],
];

/** What a zip is, where it is a format that is not read. */
export function foreignZip(entries: readonly ZipEntry[]): string | null {
  return FOREIGN.find(([part]) => entries.some(({ name }) => part.test(name)))?.[1] ?? null;
}

/** Whether a zip is a workbook that is read. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /^[/\\]?xl[/\\](?:workbook\d*\.xml|worksheets[/\\])/i.test(name));
}
