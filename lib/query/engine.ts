import type { Fingerprints } from './changes/fingerprints';
import type { Filter, Query } from './query';
import type { ResultOf } from './result';

/** Answers queries about one revision of one series. Every engine gives the answers of `evaluate`. */
export interface Engine {
  readonly name: string;
  /** Throws EngineError where the engine is broken; bad input never gets here. */
  run<Q extends Query>(query: Q, signal?: AbortSignal): Promise<ResultOf<Q>>;
  /** The incidents of a filter as numbers, by an engine that has them sooner than the incidents. */
  fingerprints?(filter: Filter, signal?: AbortSignal): Promise<Fingerprints>;
  /** Sends what was asked so far, where that would go out together with what else is asked in the same task. */
  send?(): void;
  close(): Promise<void>;
}

/** A broken engine: a damaged file, a lost server. `detail` is for the log (SQL, file), never for the page. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly detail: string;
  constructor(message: string, detail: string, cause?: unknown) {
    super(message, { cause });
    this.detail = detail;
  }
}
