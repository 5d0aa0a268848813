import { detached } from './detached';

/** Values by several texts together, always as many: a look-up makes no text of them, and those that are kept hold on to no other. */
export class ByTexts<T> {
  #first = new Map<string, unknown>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(texts: readonly string[]): T | undefined {
    let among: Map<string, unknown> | undefined = this.#first;
    const last = texts.length - 1;
    for (let at = 0; at < last; at++) {
      among = among.get(texts[at]!) as Map<string, unknown> | undefined;
      if (among === undefined) return undefined;
    }
    return among.get(texts[last] ?? '') as T | undefined;
  }

  /** Puts a value beside texts that have none yet. */
  add(texts: readonly string[], value: T): void {
    let among = this.#first;
    const last = texts.length - 1;
    for (let at = 0; at < last; at++) {
      const text = texts[at]!;
      const next = (among.get(text) as Map<string, unknown> | undefined) ?? new Map<string, unknown>();
      if (next.size === 0) among.set(detached(text), next);
      among = next;
    }
    among.set(detached(texts[last] ?? ''), value);
    this.#size++;
  }

  clear(): void {
    this.#first = new Map();
    this.#size = 0;
  }
}
