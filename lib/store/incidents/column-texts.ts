import type { OwnValue } from '../../series/fields';
import type { Link } from '../../series/model';
import type { CodedColumn } from '../../series/parts/coded-batch';
import type { PartProperty } from '../../series/parts/part-keys';
import { ownPartText, partText, textAroundId } from '../revision/canonical-text';

/**
 * The same text in one piece. Engines hold a text that was put together as the pieces it is made of, and go through all of them
 * each time that it becomes part of another.
 */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** `JSON.stringify` writes half of a surrogate pair as an escape that begins so. */
export const HALF = '\\ud';

/** Half of a surrogate pair, which is no character and which no file could hold, becomes U+FFFD. */
export function wellFormed<T>(value: T): T {
  const mend = (_: string, part: unknown) => (typeof part === 'string' ? Buffer.from(part).toString() : part);
  return value === undefined ? value : (JSON.parse(JSON.stringify(value), mend) as T);
}

/** How a text is parted from those beside it. */
export type Parted = 'before' | 'after' | 'neither';

/** The canonical text of each value of a column, by its code, with a comma on one of its sides; '' where it is left out. */
export class ColumnTexts {
  readonly #column: Pick<CodedColumn, 'kind' | 'name'>;
  canonical: string[] = [];
  /** Of links, their own canonical texts around the id of the incident. */
  links: (readonly (readonly [string, string])[])[] = [];

  constructor(
    column: Pick<CodedColumn, 'kind' | 'name'>,
    private readonly parted: Parted,
  ) {
    this.#column = column;
  }

  /** Takes the values of a batch; gives them as they are kept. */
  take({ isNew, values }: CodedColumn): readonly unknown[] {
    if (isNew) [this.canonical, this.links] = [[], []];
    const { kind, name } = this.#column;
    const take = kind === 'part' && name === 'links' ? this.#takeLinks : this.#takeValue;
    return values.map(take);
  }

  readonly #takeLinks = (given: unknown): unknown => {
    const around = (given as readonly Link[]).map(textAroundId);
    const isHalf = around.some(([before, after]) => before.includes(HALF) || after.includes(HALF));
    const links = isHalf ? wellFormed(given as readonly Link[]) : (given as readonly Link[]);
    this.links.push(isHalf ? links.map(textAroundId) : around);
    return links;
  };

  readonly #takeValue = (given: unknown): unknown => {
    const text = this.#textOf(given);
    const value = text.includes(HALF) ? wellFormed(given) : given;
    this.canonical.push(flat(this.#partedText(value === given ? text : this.#textOf(value))));
    return value;
  };

  #partedText(text: string): string {
    if (text === '' || this.parted === 'neither') return text;
    return this.parted === 'before' ? `,${text}` : `${text},`;
  }

  #textOf(value: unknown): string {
    const { kind, name } = this.#column;
    if (kind === 'own') return ownPartText(name, value as OwnValue | undefined);
    return partText(name as Exclude<PartProperty, 'links'>, value);
  }
}
