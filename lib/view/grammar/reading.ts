import { byCodePoint } from '../../text/order';
import type { IssueCode } from '../view';

/** The longest text of one value, and the most values of one list. */
export const MAX_VALUE = 200;
export const MAX_LIST = 400;

/** A value that cannot be read: how it stays in the address, a stable code, and a sentence for the reader. */
export interface Unread {
  readonly kept: readonly string[];
  readonly code: IssueCode;
  readonly message: string;
}

/**
 * What the texts of a key hold; null where they say nothing, which means the default. `left` is a part of them that cannot be
 * read, beside a value that can: it is told and left out.
 */
export type ReadText<T> = { readonly value: T; readonly left?: Unread } | { readonly unread: Unread } | null;

/** How the values of a key are written in an address. `read` and `write` are inverse on every value that is not the default. */
export interface Form<T> {
  /** `texts` are all values of the key, cleaned, in their order; `key` is for messages. Never throws. */
  readonly read: (texts: readonly string[], key: string) => ReadText<T>;
  /** '' where there is nothing to write. */
  readonly write: (value: T) => string;
}

/** A value in a message, cut where it is long. */
export function cut(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

/** A reading that failed. */
export function unread(
  kept: readonly string[],
  code: IssueCode,
  message: string,
): { readonly unread: Unread } {
  return { unread: { kept, code, message } };
}

/** A key of one value: repeated, or longer than {@link MAX_VALUE}, it cannot be read. */
export function single<T>(
  read: (text: string, key: string) => ReadText<T>,
  write: (value: T) => string,
): Form<T> {
  return {
    write,
    read: (texts, key) => {
      if (texts.length > 1) {
        const message = `“${key}” stands ${texts.length} times; it can have one value.`;
        return unread(texts, 'repeated-key', message);
      }
      const [text = ''] = texts;
      if (text.length > MAX_VALUE) {
        const message = `“${key}” has ${text.length} characters; ${MAX_VALUE} is the most.`;
        return unread([text], 'too-long', message);
      }
      return text === '' ? null : read(text, key);
    },
  };
}

/** A key of several values, joined where it is repeated; each value once, in the order written. */
export function several<T>(
  items: (text: string) => readonly string[],
  read: (items: readonly string[], key: string) => ReadText<T>,
  write: (value: T) => string,
): Form<T> {
  return {
    write,
    read: (texts, key) => {
      const text = texts.filter((one) => one !== '').join(',');
      const all = [...new Set(items(text))];
      if (all.length > MAX_LIST || all.some((item) => item.length > MAX_VALUE)) {
        const message = `“${key}” can have at most ${MAX_LIST} values of ${MAX_VALUE} characters each.`;
        return unread([text], 'too-long', message);
      }
      return all.length === 0 ? null : read(all, key);
    },
  };
}

/** The values between commas, blanks at their ends and empty ones left out. */
export function commas(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A list in the order in which an address writes it: by code point, each value once. */
export function inOrder(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort(byCodePoint);
}
