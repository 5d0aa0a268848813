import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEventDate } from './edtf';

function reasonOf(text: string): string {
  const parsed = parseEventDate(text);
  return parsed.kind === 'problem' ? parsed.reason : `read as ${JSON.stringify(parsed.date)}`;
}

describe('a text that cannot be read', () => {
  it('is a problem whose reason says what is wrong', () => {
    const cases: readonly [string, RegExp][] = [
      ['', /is empty/],
      ['   ', /is empty/],
      ['2023-02-29', /^29 February 2023 does not exist$/],
      ['1900-02-29', /^29 February 1900 does not exist$/],
      ['2023-04-31', /^31 April 2023 does not exist$/],
      ['-0043-02-29', /^29 February -0043 does not exist$/],
      ['2023-01-01/2023-02-29', /^29 February 2023 does not exist$/],
      ['[2023-02-29,2023-03-01]', /29 February 2023 does not exist/],
      ['2023-02-29T10:00', /29 February 2023 does not exist/],
      ['2023-02-3X', /no day matches "2023-02-3X"/],
      ['2024-03-32', /day 32 .* does not exist/],
      ['2024-03-00', /day 00 .* does not exist/],
      ['2024-13', /neither a month .* nor a season/],
      ['2024-00-01', /neither a month .* nor a season/],
      ['2024-42', /neither a month .* nor a season/],
      ['2024-21-05', /is a season, which has no day/],
      ['-0000', /-0000 does not exist/],
      ['Y170000', /only the years -9999 to 9999/],
      ['Y-170000', /only the years -9999 to 9999/],
      ['Y17E7', /only the years -9999 to 9999/],
      ['12345', /only the years -9999 to 9999/],
      ['2017E3', /only the years -9999 to 9999/],
      ['1950S2', /significant digits are not read/],
      ['[2016,]', /a date is missing/],
      ['[]', /a date is missing/],
      ['[..]', /needs a date on one side/],
      ['22.03.2024', /"22.03.2024" is not a date in EDTF/],
      ['03/22/2024', /is not a date in EDTF/],
      ['2024/03/22', /is not a date in EDTF/],
      ['2024-3-5', /is not a date in EDTF/],
      ['20240322', /only the years/],
      ['2024-03-22T25:00', /is not a date in EDTF/],
      ['2017?~', /is not a date in EDTF/],
      ['2', /is not a date in EDTF/],
      ['..', /is not a date in EDTF/],
      ['[2016/2017]', /is not a date in EDTF/],
      ['uuuu', /is not a date in EDTF/],
      ['today', /is not a date in EDTF/],
      [`[${'2016,'.repeat(60)}2017]`, /at most 200 characters/],
    ];
    for (const [text, reason] of cases) expect(reasonOf(text), JSON.stringify(text)).toMatch(reason);
  });

  it('never throws, and whatever is read has possible days around its days', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789X-/.,[]{}?~%TYSE: '), maxLength: 24 });
    const part = fc.constantFrom(
      '2017',
      '2016-03',
      '2017-XX',
      '201X',
      '-0044',
      '',
      '..',
      '2017-02-29',
      '2018~',
      '24',
    );
    const built = fc.tuple(part, fc.constantFrom('/', ',', '..', '-'), part).map((parts) => parts.join(''));
    const listed = built.map((text) => `[${text}]`);
    fc.assert(
      fc.property(fc.oneof(letters, built, listed), (text) => {
        const parsed = parseEventDate(text);
        if (parsed.kind === 'problem') return parsed.reason.length > 0;
        const { days, possible } = parsed.date;
        return (
          possible.length > 0 &&
          days.every((day) => possible.some((p) => p.from <= day.from && p.to >= day.to))
        );
      }),
      { numRuns: 3000 },
    );
  });
});

const FACTS = join(process.cwd(), '..', 'shared', 'facts');
const DATE_COLUMNS = ['date', 'claim_date', 'active_from', 'active_to', 'from', 'to'];

function writtenDates(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const rows = files.flatMap((name) =>
    parseCsv(readFileSync(join(folder, name)), { columns: true, bom: true }),
  );
  const cells = (rows as Record<string, string>[]).flatMap((row) =>
    DATE_COLUMNS.map((column) => row[column]),
  );
  return [...new Set(cells)].filter((cell): cell is string => Boolean(cell));
}

describe('the fact tables', () => {
  const absent = existsSync(FACTS) ? '' : ' (skipped: ../shared/facts is not here)';
  it.skipIf(absent !== '')(`hold only dates that can be read${absent}`, () => {
    const dates = writtenDates(FACTS);
    expect(dates.length).toBeGreaterThan(100);
    for (const text of dates) expect(parseEventDate(text).kind, text).toBe('date');
  });
});
