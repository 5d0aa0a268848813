import { describe, expect, it } from 'vitest';
import { tinyPackage } from '../../../testing/packages/tiny-package';
import type { ByteSource } from '../../formats/source/byte-source';
import type { Incident } from '../../series/model';
import { readPackage } from './import-package';

/** More rows than are read at a time, in bytes as in records. */
const MANY = 3000;
const LONG = 'a title that goes on for a while, "quoted",\nover two lines '.repeat(2);

/** A file whose bytes come in parts of so many. */
function inParts(text: string, part: number): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name: 'a',
    size: bytes.length,
    slice: async (from, to) => bytes.slice(from, to),
    async *stream() {
      for (let at = 0; at < bytes.length; at += part) yield bytes.slice(at, at + part);
    },
  };
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const idOf = (at: number) => `i${at}`;
const numbers = Array.from({ length: MANY }, (_, at) => at);

const INCIDENTS = `id,date,title\n${numbers.map((at) => `${idOf(at)},2020-01-0${1 + (at % 9)},${cell(`${at} é ${LONG}`)}\n`).join('')}`;
const HEAD = 'incident,actor,relation,certainty\n';
const LINKS = numbers.flatMap((at) =>
  at % 2 === 0 ? [`${idOf(at)},x,claimed,certain\n`, `${idOf(at)},a,involved,certain\n`] : [],
);
const TITLE = { name: 'title', constraints: { required: true } };
const KEYS = [
  { fields: 'incident', reference: { resource: 'incidents', fields: 'id' } },
  { fields: 'actor', reference: { resource: 'actors', fields: 'id' } },
];

interface Tables {
  readonly links?: string;
  readonly incidents?: string;
  readonly actors?: string;
}

/** Reads a package of many rows as it streams; what is not given is without fault. */
async function read(given: Tables = {}, part = 60_001, before = '') {
  const tables = {
    links: HEAD + LINKS.join(''),
    incidents: INCIDENTS,
    actors: 'id,name\na,A\nx,X\n',
    ...given,
  };
  const texts = tinyPackage({
    tables: Object.fromEntries(Object.entries(tables).filter(([, text]) => text !== '')),
    schemas: { links: { foreignKeys: KEYS } },
  });
  const files = new Map(
    [...texts].map(
      ([path, text]) => [path, inParts(path.endsWith('.csv') ? before + text : text, part)] as const,
    ),
  );
  const found = await readPackage(files);
  const incidents: Incident[] = [];
  let batches = 0;
  if (found.rest !== null) {
    for await (const batch of found.incidents()) {
      batches += 1;
      incidents.push(...batch);
    }
  }
  return { ...found, incidents, batches };
}

const linksOf = (incidents: readonly Incident[], at: number) =>
  incidents.find(({ id }) => id === idOf(at))?.links.map(({ actor, relation }) => `${actor} ${relation}`);

describe('a package that streams', () => {
  it.each([60_001, 1 << 20])('is whole wherever its bytes are parted (%i)', async (part) => {
    const { incidents, problems, batches } = await read({}, part);
    expect(problems).toEqual([]);
    expect(batches).toBeGreaterThan(3);
    expect(incidents.map(({ id, title }) => [id, title])).toEqual(
      numbers.map((at) => [idOf(at), `${at} é ${LONG}`]),
    );
    expect(linksOf(incidents, 0)).toEqual(['a involved', 'x claimed']);
    expect(linksOf(incidents, MANY - 1)).toEqual([]);
    expect(linksOf(incidents, MANY - 2)).toEqual(['a involved', 'x claimed']);
  });

  it('finds the incident of a link wherever both stand', async () => {
    const links = LINKS.toReversed();
    links.splice(100, 0, 'nobody,x,claimed,certain\n');
    links.push(`${idOf(1)},ghost,claimed,certain\n`);
    const { incidents, problems } = await read({ links: HEAD + links.join('') });
    expect(problems.map(({ file, row, code, value }) => [file, row, code, value])).toEqual([
      ['links.csv', 102, 'unknown-reference', 'nobody'],
      ['links.csv', links.length + 1, 'unknown-reference', 'ghost'],
    ]);
    expect(linksOf(incidents, 0)).toEqual(['a involved', 'x claimed']);
    expect(incidents.reduce((sum, one) => sum + one.links.length, 0)).toBe(LINKS.length);
  });

  it('knows an id that stood a thousand rows before, and keeps the first', async () => {
    const { incidents, problems, rest } = await read({ incidents: `${INCIDENTS}${idOf(3)},2021,Again\n` });
    expect(rest).not.toBeNull();
    // Each row before it takes as many lines as its title has.
    const row = 2 + MANY * 3;
    expect(problems).toMatchObject([{ code: 'duplicate-id', row, value: idOf(3) }]);
    expect(problems[0]?.reason).toContain(`row ${2 + 3 * 3};`);
    expect(incidents).toHaveLength(MANY);
  });

  it('takes with an incident that falls the links that lead to it', async () => {
    const bad = INCIDENTS.replace('\ni2,2020-01-03,', '\ni2,2020-02-30,');
    const { incidents, problems, rest, ...found } = await read({ incidents: bad });
    expect(rest).not.toBeNull();
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['incidents.csv', 'bad-date'],
      ['links.csv', 'unknown-reference'],
      ['links.csv', 'unknown-reference'],
    ]);
    expect('counts' in found && found.counts).toMatchObject({
      read: MANY,
      incidents: MANY - 1,
      problems: 1,
      cells: 2,
    });
    expect(incidents.map(({ id }) => id)).not.toContain('i2');
    expect(linksOf(incidents, 4)).toEqual(['a involved', 'x claimed']);
  });

  it('makes actors of their ids where their table is left out', async () => {
    const { rest } = await read({ actors: '' });
    // The keys of the links lead to no table then, which is a fault of the descriptor.
    expect(rest).toBeNull();
  });

  it('says where a quotation mark is torn, however late, and gives nothing of the rest', async () => {
    const torn = await read({ incidents: `${INCIDENTS}z,2020,"never closed\n` });
    expect(torn.rest).toBeNull();
    expect(torn.problems).toMatchObject([{ file: 'incidents.csv', code: 'torn-quote', row: 2 + MANY * 3 }]);
  });

  it('says of each of very many rows what is wrong with it', async () => {
    const rows = 150_000;
    const text = `id,date,title\n${Array.from({ length: rows }, (_, at) => `${at},2020,\n`).join('')}`;
    const schema = { fields: ['id', 'date'].map((name) => ({ name })).concat([TITLE]) };
    const files = tinyPackage({ tables: { incidents: text }, schemas: { incidents: schema } });
    const { problems } = await readPackage(files);
    expect(problems).toHaveLength(rows);
    expect(problems.at(-1)).toMatchObject({ code: 'required', row: rows + 1, column: 'title' });
  });

  it('passes over a byte order mark', async () => {
    const { problems, incidents } = await read({}, 60_001, '\uFEFF');
    expect([problems, incidents.length]).toEqual([[], MANY]);
  });
});
