import type { Engine } from '../../query/engine';
import type { Filter } from '../../query/query';

/** An engine over a file that anybody may delete and that can be made again. */
export interface Rebuilding {
  open(): Promise<Engine>;
  /** Whether an answer failed because of what the file holds. */
  isDamaged(error: unknown): boolean;
  /** Says that the file is damaged, and takes it away. */
  discard(): Promise<void>;
}

/** An engine whose file is made anew, once, where it turns out to be damaged under a question, which is then answered. */
export async function rebuiltOnce({ open, isDamaged, discard }: Rebuilding): Promise<Engine> {
  let engine = open();
  const { name, fingerprints } = await engine;
  let rebuilt: Promise<Engine> | null = null;
  const rebuild = async (broken: Promise<Engine>): Promise<Engine> => {
    await (await broken).close();
    await discard();
    return open();
  };
  const ask = async <T>(question: (of: Engine) => Promise<T>): Promise<T> => {
    const asked = engine;
    try {
      return await question(await asked);
    } catch (error) {
      if (!isDamaged(error) || rebuilt === asked) throw error;
      rebuilt ??= rebuild(asked);
      engine = rebuilt;
      return question(await rebuilt);
    }
  };
  return {
    name,
    run: (query, signal) => ask((of) => of.run(query, signal)),
    ...(fingerprints !== undefined && {
      fingerprints: (filter: Filter, signal?: AbortSignal) => ask((of) => of.fingerprints!(filter, signal)),
    }),
    close: async () => (await engine).close(),
  };
}
