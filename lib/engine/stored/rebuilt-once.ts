import type { Engine } from '../../query/engine';
import type { Query } from '../../query/query';

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
  const { name } = await engine;
  let rebuilt: Promise<Engine> | null = null;
  const rebuild = async (broken: Promise<Engine>): Promise<Engine> => {
    await (await broken).close();
    await discard();
    return open();
  };
  return {
    name,
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      const asked = engine;
      try {
        return await (await asked).run(query, signal);
      } catch (error) {
        if (!isDamaged(error) || rebuilt === asked) throw error;
        rebuilt ??= rebuild(asked);
        engine = rebuilt;
        return (await rebuilt).run(query, signal);
      }
    },
    close: async () => (await engine).close(),
  };
}
