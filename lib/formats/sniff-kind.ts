import { jsonEncoding } from './json/json-encoding';

/** What a file is by its first bytes, or by its name where they could be anything. */
export type FileKind =
  | { readonly kind: 'zip' | 'gzip' | 'parquet' | 'json' | 'ndjson' | 'text' }
  /** Known and not read; `what` names it with its article. */
  | { readonly kind: 'foreign'; readonly what: string; readonly advice: string };

const AS_TABLE = 'Save the table as CSV or XLSX and open that.';
const UNPACK = 'Unpack it and open the table inside, or pack that as zip or gzip.';
const NO_TABLE = 'Find the table behind it, and open that.';

const IN_R = 'In R: write.csv(x, "events.csv", row.names = FALSE), where x is the table; open that.';
const IN_STATA =
  'In Stata: export delimited using events.csv; or in R or Python, where haven and pandas read it. Open that.';
const IN_SPSS =
  'In SPSS: File, Export, CSV; or in R or Python, where haven and pyreadstat read it. Open that.';
const IN_CALENDAR =
  'Save its events as a table, with a column for the start, the end, the summary and the place, as spreadsheets and calendar programs export them (CSV), and open that.';
const IN_SQL =
  'Load it into its database and export the table as CSV, such as with COPY … TO or SELECT … INTO OUTFILE; open that.';

/** First bytes in hexadecimal, where they begin, and what they are the beginning of. */
const FOREIGN: readonly (readonly [at: number, bytes: string, what: string, advice: string])[] = [
  [
    0,
    'd0cf11e0a1b11ae1',
    'an old Excel workbook (.xls), or one with a password',
    'Save it as XLSX, without a password, and open that.',
  ],
  [0, '526172211a07', 'a RAR archive', UNPACK],
  [0, '377abcaf271c', 'a 7-Zip archive', UNPACK],
  [0, 'fd377a585a00', 'an xz archive', UNPACK],
  [4, '314159265359', 'a bzip2 archive', UNPACK],
  [0, '28b52ffd', 'a zstd archive', UNPACK],
  [257, '7573746172', 'a tar archive', UNPACK],
  [0, '255044462d', 'a PDF', AS_TABLE],
  [0, '7b5c727466', 'an RTF document', AS_TABLE],
  [0, '89504e470d0a1a0a', 'a picture (PNG)', NO_TABLE],
  [0, 'ffd8ff', 'a picture (JPEG)', NO_TABLE],
  [0, '47494638', 'a picture (GIF)', NO_TABLE],
  [8, '57454250', 'a picture (WebP)', NO_TABLE],
  [0, '53514c69746520666f726d6174203300', 'an SQLite database', 'Export its table as CSV and open that.'],
  [0, '4152524f5731', 'an Arrow file', 'Save it as Parquet or CSV and open that.'],
  [0, '4f626a01', 'an Avro file', 'Save it as Parquet or CSV and open that.'],
  [0, '24464c32', 'an SPSS file (.sav)', IN_SPSS],
  [0, '24464c33', 'an SPSS file (.zsav)', IN_SPSS],
  [0, '3c73746174615f647461', 'a Stata file (.dta)', IN_STATA],
  ...['71', '72', '73'].flatMap((version) =>
    ['0101', '0201'].map((order) => [0, `${version}${order}00`, 'a Stata file (.dta)', IN_STATA] as const),
  ),
  [
    0,
    '000000000000000000000000c2ea8160',
    'a SAS file (.sas7bdat)',
    'In SAS: proc export … dbms=csv; open that.',
  ],
  [0, '894844460d0a1a0a', 'an HDF5 file', 'Save it as CSV and open that.'],
  ...['524458', '524441', '524442'].flatMap((magic) =>
    ['32', '33'].map((version) => [0, `${magic}${version}0a`, 'an R data file (.RData)', IN_R] as const),
  ),
  ...['580a00000002', '580a00000003', '410a320a', '410a330a'].map(
    (magic) => [0, magic, 'an R data file (.rds)', IN_R] as const,
  ),
  [0, '934e554d5059', 'a NumPy file', 'Save it as CSV and open that.'],
  [0, '46454131', 'a Feather file', 'Save it as Parquet or CSV and open that.'],
  [0, '4d41544c414220', 'a MATLAB file', 'Save it as CSV and open that.'],
  [4, '5374616e64617264204', 'an Access database', 'Export its table as CSV and open that.'],
  [0, '0000270a', 'a shapefile without its table', 'Save it as GeoJSON and open that.'],
  [0, '7f454c46', 'a program', NO_TABLE],
  [0, '4d5a9000', 'a program', NO_TABLE],
];

/** Beginnings of texts that are no tables. */
const MARKUP: readonly (readonly [begins: RegExp, what: string, advice: string])[] = [
  [
    /^<(?:!doctype html|html|head|body|table)\b/i,
    'a web page (HTML)',
    'Save the table on it as CSV or XLSX and open that.',
  ],
  [/^<(?:svg)\b/i, 'a picture (SVG)', NO_TABLE],
  [/^(?:<\?xml[^>]*>\s*)?<(?:kml|gpx|rss|feed|workbook|html)\b/i, 'an XML document', AS_TABLE],
  [/^<\?xml\b/i, 'an XML document', AS_TABLE],
  [/^%!PS/, 'a PostScript document', AS_TABLE],
  [/^BEGIN:VCALENDAR\b/i, 'a calendar (.ics)', IN_CALENDAR],
  [/^BEGIN:VCARD\b/i, 'a file of contacts (vCard)', NO_TABLE],
  [
    /^(?:(?:--|#)[^\n]*\n|\/\*[\s\S]*?\*\/;?|\s|(?:SET|USE|PRAGMA|BEGIN|START|LOCK|SELECT pg_catalog)\b[^;]*;)*(?:CREATE\s+(?:TABLE|DATABASE|SCHEMA|SEQUENCE|TYPE|EXTENSION)|INSERT\s+INTO|REPLACE\s+INTO|DROP\s+(?:TABLE|DATABASE|SCHEMA)|COPY\s+[\w."]+\s*\()/i,
    'an SQL dump',
    IN_SQL,
  ],
  [/^--\s*(?:MySQL|MariaDB|PostgreSQL|SQLite|Host:|phpMyAdmin|Dump)/i, 'an SQL dump', IN_SQL],
];

const JSON_NAME = /\.(?:json|geojson|topojson)$/i;
const DELIMITED_NAME = /\.(?:csv|tsv|tab|psv)$/i;
const LINES_NAME = /\.(?:ndjson|jsonl|jsonlines|geojsonl|geojsons|ldjson)$/i;

/** Tells what a file is from its first bytes (some thousand) and, second to them, its name. */
export function sniffKind(head: Uint8Array, name: string): FileKind {
  const hex = Array.from(head.subarray(0, 300), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (/^504b(?:0304|0506|0708)/.test(hex)) return { kind: 'zip' };
  if (hex.startsWith('1f8b')) return { kind: 'gzip' };
  if (/^504152(?:31|45)/.test(hex)) return { kind: 'parquet' };
  const foreign = FOREIGN.find(([at, bytes]) => hex.startsWith(bytes, at * 2));
  if (foreign !== undefined) return { kind: 'foreign', what: foreign[2], advice: foreign[3] };
  const text = new TextDecoder(jsonEncoding(head)).decode(head).trimStart();
  const markup = MARKUP.find(([begins]) => begins.test(text));
  if (markup !== undefined) return { kind: 'foreign', what: markup[1], advice: markup[2] };
  return { kind: textKind(text, name) };
}

/** A bracket begins JSON; in a text table it could be a cell, unless the name says otherwise. */
function textKind(text: string, name: string): 'json' | 'ndjson' | 'text' {
  if (LINES_NAME.test(name)) return 'ndjson';
  if (JSON_NAME.test(name)) return isLines(text) ? 'ndjson' : 'json';
  const own = text.startsWith('\u001e') ? text.slice(1) : text;
  const begins = DELIMITED_NAME.test(name) ? /^(?:\{\s*"|\[\s*\{)/ : /^(?:\{\s*["}]|\[\s*[{["\]])/;
  if (!begins.test(own)) return 'text';
  return isLines(own) ? 'ndjson' : 'json';
}

/** Whether the first line is an object by itself and another begins after it. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || !/^\s*\{/.test(text.slice(end + 1))) return false;
  try {
    const first: unknown = JSON.parse(text.slice(0, end));
    return typeof first === 'object' && first !== null;
  } catch {
    return false;
  }
}
