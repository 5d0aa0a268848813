import { describe, expect, it } from 'vitest';
import { giveRows } from '../../../formats/delimited/rows-apart';
import type { ImportProgress } from '../../../formats/progress';
import { type ByteSource, blobSource } from '../../../formats/source/byte-source';
import type { RowsRequest } from '../../../formats/source/rows-request';
import type { PartToBuild } from '../../../importers/build/rows-build';
import { defaultView } from '../../../view/keys';
import { importSession } from '../import-session';
import type { ExaminedTable, LocalSeries } from '../local-connection';
import { readingBehind, serveLater, serveReading } from './reading-apart';
import { buildPart, readingSession } from './reading-session';

/** Rows of which the later come with other towns, days before those of the first, and ids that no other has. */
const ROWS = Array.from(
  { length: 30_000 },
  (_, at) =>
    `A${at},${at % 20_000 < 9_000 ? 2021 : 2019}-01-${10 + (at % 19)},Red Front;Blue ${at % 90},Town ${at % 800},${at % 40},note ${at}`,
);
const HEADER = 'event_id,event_date,actor,location,fatalities,remark';
const ODD = ['B,some time,Blue,South,1,', 'C,1850-01-01,Green,North,many,'];
const FILE = [HEADER, ...ROWS.slice(0, 12_000), ODD[0], ...ROWS.slice(12_000), ODD[1]].join('\n');
const DOUBLE = `${FILE}\nA7,2020-01-01,Red Front,Town 5,7,\n`;

/** The same bytes in parts as a browser gives them. */
function inParts(source: ByteSource): ByteSource {
  async function* stream(signal?: AbortSignal) {
    for await (const bytes of source.stream(signal)) {
      for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
    }
  }
  return { ...source, stream };
}

/** Opens files with their rows behind a port, and with half of them built behind another where that is wanted. */
function opened(startApart: ((part: PartToBuild) => MessagePort) | null) {
  const { port1, port2 } = new MessageChannel();
  const sourceOf = (file: File) => {
    const source = inParts(blobSource(file, 'events.csv'));
    const startRows = (request: RowsRequest) => {
      const rows = new MessageChannel();
      void giveRows(rows.port2, source, request);
      const end = () => rows.port2.close();
      return { port: rows.port1, failed: new Promise<never>(() => undefined), end };
    };
    return { ...source, startRows };
  };
  serveReading(
    port2,
    readingSession(sourceOf, () => startApart),
  );
  return importSession(() => '2026-12-01', readingBehind(port1));
}

/** Builds later rows behind a port; `whole` counts the rows. */
function startingApart(whole: { rows: number }) {
  return (part: PartToBuild) => {
    const { port1, port2 } = new MessageChannel();
    const sent = structuredClone(part);
    whole.rows += sent.later.rows.reduce((sum, { lines }) => sum + lines.length, 0);
    serveLater(port2, (sink, options) => buildPart(sent, sink, options));
    return port1;
  };
}

async function mappingOf(session: ReturnType<typeof opened>, text: string) {
  const file = new File([text], 'events.csv');
  return ((await session.answer({ kind: 'examine', file, wanted: {} }, {})) as ExaminedTable).mapping;
}

/** All that is told of a file, its rows in their order, and how far it was on the way. */
async function told(session: ReturnType<typeof opened>, text: string) {
  const mapping = await mappingOf(session, text);
  const progress: ImportProgress[] = [];
  const local = (await session.answer(
    { kind: 'build', mapping, title: 'Mine', outlines: null },
    { onProgress: (one) => void progress.push(one) },
  )) as LocalSeries;
  const view = defaultView(local.info.guide.meta.id, local.info.standard);
  const [incidents, problems] = await Promise.all([
    session.answer({ kind: 'incidents-csv', view }, {}) as Promise<Blob>,
    session.answer({ kind: 'problems-csv' }, {}) as Promise<Blob>,
  ]);
  return { local, incidents: await incidents.text(), problems: await problems.text(), progress };
}

describe('a file of which half is built apart', () => {
  it('becomes what it becomes in one', async () => {
    const whole = { rows: 0 };
    const { progress: _, ...wanted } = await told(opened(null), FILE);
    const { progress, ...found } = await told(opened(startingApart(whole)), FILE);
    expect(whole.rows).toBeGreaterThan(13_000);
    expect(whole.rows).toBeLessThan(18_000);
    expect(wanted.local.counts).toMatchObject({ incidents: 30_001, problems: 1, cells: 1 });
    expect(found).toEqual(wanted);
    const bytes = progress.map((one) => one.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(Math.max(...bytes)).toBeLessThanOrEqual(FILE.length);
  });

  it('is built in one where a later row has the id of one before it', async () => {
    const whole = { rows: 0 };
    const { progress: _, ...wanted } = await told(opened(null), DOUBLE);
    const { progress: __, ...found } = await told(opened(startingApart(whole)), DOUBLE);
    expect(whole.rows).toBeGreaterThan(13_000);
    expect(found.problems).toContain('conflicting-row');
    expect(found).toEqual(wanted);
  });

  it('is left by both where nobody waits any more, and can be built again', async () => {
    const whole = { rows: 0 };
    const session = opened(startingApart(whole));
    const mapping = await mappingOf(session, FILE);
    const controller = new AbortController();
    const ask = { kind: 'build', mapping, title: 'Mine', outlines: null } as const;
    const left = session.answer(ask, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(left).rejects.toThrow(/stopped|aborted/);
    expect(whole.rows).toBeGreaterThan(0);
    expect(((await session.answer(ask, {})) as LocalSeries).counts.incidents).toBe(30_001);
  });

  it('says what went wrong where the other half is built', async () => {
    const broken = () => {
      const { port1, port2 } = new MessageChannel();
      serveLater(port2, () => Promise.reject(new Error('no room is left')));
      return port1;
    };
    const session = opened(broken);
    const mapping = await mappingOf(session, FILE);
    const ask = { kind: 'build', mapping, title: 'Mine', outlines: null } as const;
    await expect(session.answer(ask, {})).rejects.toThrow('no room is left');
  });
});
