import { join } from 'node:path';
import type { SeriesRest } from '../../importers/build/sink';
import type { CodedBatch } from '../../series/parts/coded-batch';
import type { HashPages } from '../revision/hash-list';
import { type RevisionHasher, revisionHasher } from '../revision/revision-hash';
import { CanonicalTexts } from './canonical-texts';
import { GatheredTable, type IncidentTable, LiveValues, type TableField } from './incident-table';
import { writeTable } from './parquet/write-table';

/** The name of a revision, which may be known later, and the file in which an engine may keep what it answers from. */
export interface Kept {
  readonly revision: Promise<string>;
  readonly path: string;
}

/** What gathers batches for an engine. */
export interface Gathering {
  /** Takes a batch; false where it has as many incidents as it can hold. */
  add(batch: CodedBatch): boolean;
  /**
   * Writes what was gathered into a file of incidents, with these own fields or, where none are given, with those that say anything;
   * what comes after it changes nothing of that. False where nothing was gathered.
   */
  write(path: string, fields: readonly TableField[] | null): Promise<boolean>;
  /** Lets go of what was gathered. */
  drop(): void;
  /** Makes of all incidents of a series what an engine answers from, and writes it; says whether it is there. */
  keep(rest: SeriesRest, kept: Kept): Promise<boolean>;
}

/** Gathers nothing. */
export const NO_GATHERING: Gathering = {
  add: () => false,
  write: async () => false,
  drop: () => undefined,
  keep: async () => false,
};

/** Takes coded batches, in their order: incidents become hashes, and files in a folder. */
export interface BatchWriter {
  take(batch: CodedBatch): Promise<void>;
  /** Ends; gives the hashes of incidents and links. An engine may keep what it answers from at a path. */
  finish(rest: SeriesRest, path: string): Promise<HashPages>;
  /** After the end: begins to write the files, and what an engine answers from, where that was gathered on the way. */
  prepare(): void;
  /** After that: how many files the incidents stand in, each sorted by date; see {@link runFile}. */
  written(): Promise<number>;
  /** At the same time: names the revision; says whether what an engine answers from is there. */
  keep(revision: string): Promise<boolean>;
  /** Lets go of everything, finished or not. */
  close(): Promise<void>;
}

/** Incidents that are gathered before they are written. */
const RUN = 250_000;

/** A file of some of the incidents. */
export function runFile(dir: string, at: number): string {
  return join(dir, `run-${at}.parquet`);
}

/** Writes incidents into files as they come, `most` in each. */
class Runs {
  count = 0;
  readonly #live = new LiveValues();
  #table: GatheredTable | null = null;

  constructor(
    private readonly dir: string,
    private readonly most: number,
  ) {}

  /** The next file. */
  next(): string {
    return runFile(this.dir, this.count);
  }

  #write(table: IncidentTable, fields: readonly TableField[]): void {
    writeTable(this.next(), table, fields);
    this.count += 1;
  }

  /** Takes a batch that another has gathered. */
  pass(batch: CodedBatch): void {
    this.#live.take(batch);
  }

  add(batch: CodedBatch): void {
    const whole = this.#live.take(batch);
    if (this.#table === null) {
      this.#table = new GatheredTable();
      this.#table.add(whole());
    } else this.#table.add(batch);
    if (this.#table.ids.length < this.most) return;
    this.#write(this.#table, this.#table.fields());
    this.#table = null;
  }

  /** Writes what is left; a file without incidents where there are none. */
  finish(fields: readonly TableField[]): void {
    if (this.#table === null && this.count > 0) return;
    this.#write(this.#table ?? new GatheredTable(), fields);
    this.#table = null;
  }
}

/** Begins to write batches into a folder: what `gathering` does not hold in files of so many incidents. */
export function batchWriter(dir: string, gathering = NO_GATHERING, most = RUN): BatchWriter {
  const runs = new Runs(dir, most);
  /** Let go of when all incidents are there. */
  let hashing: { readonly hasher: RevisionHasher; readonly texts: CanonicalTexts } | null = {
    hasher: revisionHasher(),
    texts: new CanonicalTexts(),
  };
  let isGathered = true;
  let ended: { readonly rest: SeriesRest; readonly path: string } | null = null;
  let writing: Promise<void> = Promise.resolve();
  let keeping: Promise<boolean> = Promise.resolve(false);
  let named = (_: string): void => {};
  const writeGathered = async (fields: readonly TableField[] | null): Promise<void> => {
    if (await gathering.write(runs.next(), fields)) runs.count += 1;
  };
  const add = async (batch: CodedBatch): Promise<void> => {
    if (isGathered && gathering.add(batch)) {
      runs.pass(batch);
      return;
    }
    if (isGathered) {
      await writeGathered(null);
      gathering.drop();
    }
    isGathered = false;
    runs.add(batch);
  };
  return {
    async take(given) {
      const { hasher, texts } = hashing!;
      const { canonical, batch } = texts.of(given);
      for (const text of canonical) hasher.addText(text);
      await add(batch);
    },
    async finish(rest, path) {
      ended = { rest, path };
      const hashes = hashing!.hasher.hashes();
      hashing = null;
      return hashes;
    },
    prepare() {
      const { rest, path } = ended!;
      const { fields } = rest;
      writing = (isGathered ? writeGathered(fields) : Promise.resolve()).then(() => runs.finish(fields));
      // It is told by `written`, and what comes next by `keep`.
      writing.catch(() => undefined);
      const revision = new Promise<string>((resolve) => {
        named = resolve;
      });
      if (isGathered) keeping = gathering.keep(rest, { path, revision });
      keeping.catch(() => undefined);
    },
    async written() {
      await writing;
      return runs.count;
    },
    keep(revision) {
      named(revision);
      return keeping;
    },
    close: async () => undefined,
  };
}
