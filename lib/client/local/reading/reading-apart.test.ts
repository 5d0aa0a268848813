import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../formats/source/byte-source';
import type { Problem } from '../../../problems/problem';
import type { CodedBatch } from '../../../series/parts/coded-batch';
import type { ExaminedTable } from '../local-connection';
import { readingBehind, serveReading } from './reading-apart';
import { type ReadingSession, readingSession } from './reading-session';

const ROWS = Array.from({ length: 6_500 }, (_, at) => `A${at},2021-01-05,Red Front,Town ${at % 7},${at}`);
const FILE = ['event_id,event_date,actor,location,fatalities', ...ROWS, 'B,some time,Blue,South,1'].join(
  '\n',
);

/** Files that Node sends by a port come without their names. */
const onThisThread = () => readingSession((file) => blobSource(file, 'events.csv'));

function behindPort(): ReadingSession {
  const { port1, port2 } = new MessageChannel();
  serveReading(port2, onThisThread());
  return readingBehind(port1);
}

async function examined(session: ReadingSession): Promise<ExaminedTable> {
  const file = new File([FILE], 'events.csv');
  return (await session.answer({ kind: 'examine', file, wanted: {} }, {})) as ExaminedTable;
}

/** All that a session makes of the file. */
async function built(session: ReadingSession) {
  const { mapping } = await examined(session);
  const [batches, problems]: [CodedBatch[], Problem[]] = [[], []];
  const sink = {
    batch: (batch: CodedBatch) => void batches.push(structuredClone(batch)),
    problems: (some: readonly Problem[]) => void problems.push(...some),
    restart: () => undefined,
  };
  const rest = await session.build({ kind: 'build', mapping, title: 'Mine', outlines: null }, sink, {});
  return { batches, problems, rest };
}

describe('a reading session behind a port', () => {
  it('tells and makes what it would on this thread', async () => {
    const [here, apart] = [onThisThread(), behindPort()];
    expect(await examined(apart)).toEqual(await examined(here));
    const wanted = await built(here);
    // More than may wait at once.
    expect(wanted.batches.length).toBeGreaterThan(25);
    expect(wanted.problems.length).toBeGreaterThan(0);
    expect(await built(apart)).toEqual(wanted);
  });

  it('says what went wrong in its words', async () => {
    const wanted = { kind: 'preview', mapping: {} as never } as const;
    await expect(behindPort().answer(wanted, {})).rejects.toThrow('No table is open.');
  });

  it('stops where nobody waits any more, and can be asked again', async () => {
    const session = behindPort();
    const { mapping } = await examined(session);
    const controller = new AbortController();
    const leave = {
      batch: () => controller.abort(),
      ...{ problems: () => undefined, restart: () => undefined },
    };
    const ask = { kind: 'build', mapping, title: '', outlines: null } as const;
    await expect(session.build(ask, leave, { signal: controller.signal })).rejects.toThrow('stopped');
    expect((await built(session)).batches.flatMap(({ ids }) => ids)).toHaveLength(6_500);
  });
});
