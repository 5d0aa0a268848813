import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { giveRows } from '../../formats/delimited/rows-apart';
import { DEFAULT_LIMITS } from '../../formats/limits';
import { blobSource } from '../../formats/source/byte-source';
import type { RowsRequest } from '../../formats/source/rows-request';
import { examine } from './import-file';

/** The same file, whose rows a thread reads, and how often that was started. */
function apartOf(bytes: readonly BlobPart[]) {
  const source = blobSource(new Blob([...bytes]), 'a.csv');
  const started: RowsRequest[] = [];
  const startRows = (request: RowsRequest) => {
    started.push(request);
    const { port1, port2 } = new MessageChannel();
    void giveRows(port2, source, request);
    return { port: port1, failed: new Promise<never>(() => undefined), end: () => port2.close() };
  };
  return { source, apart: { ...source, startRows }, started };
}

const HEADER = 'id,date,place,country,deaths\n';
/** More than is looked at before the rest is taken for UTF-8. */
const ROWS = Array.from(
  { length: 30_000 },
  (_, at) => `e${at},2020-01-0${1 + (at % 9)},Łódź ${at},Poland,${at % 7}\n`,
);
const PLAIN = ROWS.map((row) => row.replace('Łódź', 'Lodz')).join('');
/** “Málaga” in Windows-1252, again and again, and a byte that ends no text. */
const LATE = [...Array.from({ length: 50 }, (_, at) => `x${at},2020-01-01,M\u00e1laga,Spain,1\n`)].map(
  (row) => Uint8Array.from(row, (unit) => unit.charCodeAt(0)),
);
const TORN = Uint8Array.of(0xc5);

describe('a file that is taken for UTF-8 while its rows are read', () => {
  it.each<[string, readonly BlobPart[], string, number]>([
    ['is read once where it is so', [HEADER, ROWS.join('')], 'utf-8', 1],
    ['is read anew where its last byte is not', [HEADER, ROWS.join(''), 'z,2020-01-01,', TORN], 'utf-8', 2],
    ['is read anew where words near its end are not', [HEADER, PLAIN, ...LATE], 'windows-1252', 2],
    ['is not taken so where words at its beginning are not', [HEADER, ...LATE, PLAIN], 'windows-1252', 1],
  ])('%s', async (_, bytes, encoding, times) => {
    const { source, apart, started } = apartOf(bytes);
    const [here, there] = [await examine(source), await examine(apart)];
    if (here.kind !== 'table' || there.kind !== 'table') throw new Error('no table');
    expect(there.opened.reading).toEqual({ ...here.opened.reading, encoding });
    expect(there.opened.notes).toEqual(here.opened.notes);
    expect(there.opened.questions).toEqual(here.opened.questions);
    expect(there.proposal).toEqual(here.proposal);
    expect(started).toHaveLength(times);
    const told = await examine(apart, { wanted: { encoding } });
    expect(isDeepStrictEqual(there.survey, told.kind === 'table' && told.survey)).toBe(true);
  });

  it('is refused with the words of its own encoding', async () => {
    const { source, apart } = apartOf([`${'a'.repeat(2_000_000)}\n1\n`, ...LATE]);
    const options = { limits: { ...DEFAULT_LIMITS, rows: 20_000, recordCharacters: 1_000_000 } };
    const refused = await examine(source, options);
    expect(refused.kind).toBe('refused');
    expect(await examine(apart, options)).toEqual(refused);
    const many = apartOf([HEADER, PLAIN, ...LATE]);
    const limited = await examine(many.source, options);
    expect(limited.kind).toBe('refused');
    expect(await examine(many.apart, options)).toEqual(limited);
  });
});
