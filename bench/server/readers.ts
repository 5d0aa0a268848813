import { type Dice, diceOf, seeded } from '../synthetic/random';
import { Times, timed } from '../times';
import { type Known, nextAddress } from './reader-addresses';

/** How much is asked: readers at once, for how long, and how long each looks at what came, at most. */
export interface Load {
  readonly at: string;
  readonly datasets: readonly Known[];
  readonly readers: number;
  readonly seconds: number;
  readonly pauseMs: number;
  readonly seed: number;
}

/** What became of a load. */
export interface Outcome {
  readonly all: Times;
  readonly kinds: ReadonlyMap<string, Times>;
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers that were errors, and requests that broke off. */
  readonly failed: readonly string[];
}

const LONGEST = 60_000;

/** Every server that is asked is one of this machine. */
export function loopbackOnly(at: string): string {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(at).hostname)) {
    throw new Error('Only a server of this machine is asked.');
  }
  return at;
}

/**
 * Lets readers read: each opens an address, takes the whole answer, looks at it for a while, and goes on. Every reader has a
 * seed of its own, so that the same load asks for the same things.
 */
export async function letThemRead({ at, datasets, readers, seconds, pauseMs, seed }: Load): Promise<Outcome> {
  loopbackOnly(at);
  const [all, kinds, statuses, failed] = [
    new Times(),
    new Map<string, Times>(),
    new Map<number, number>(),
    [] as string[],
  ];
  const end = performance.now() + seconds * 1000;
  const ask = async (path: string) => {
    const response = await fetch(at + path, { signal: AbortSignal.timeout(LONGEST), redirect: 'manual' });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 400) failed.push(`${response.status} ${path}`);
  };
  const read = async (dice: Dice) => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, dice.below(pauseMs + 1)));
    await pause();
    while (performance.now() < end) {
      const { kind, path } = nextAddress(dice.pick(datasets), dice);
      const own = kinds.get(kind) ?? new Times();
      kinds.set(kind, own);
      await timed(all, () => timed(own, () => ask(path))).catch((error: unknown) =>
        failed.push(`${error} ${path}`),
      );
      await pause();
    }
  };
  const dice = Array.from({ length: readers }, (_, reader) => diceOf(seeded(seed * 1000 + reader)));
  await Promise.all(dice.map(read));
  return { all, kinds, statuses, failed };
}

/** What became of a load, in lines. */
export function reportOf({ all, kinds, statuses, failed }: Outcome): readonly string[] {
  const byName = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...byName.map(([kind, times]) => times.line(`  ${kind}`)),
    all.line('all'),
    `statuses ${JSON.stringify(Object.fromEntries(statuses))}, failed ${failed.length}`,
    ...failed.slice(0, 10).map((line) => `  ${line.slice(0, 200)}`),
  ];
}
