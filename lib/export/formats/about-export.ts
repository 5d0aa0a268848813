import type { OwnField } from '../../series/fields';
import { fieldInShort } from '../../words/labels';
import { ownColumnName } from './columns';

/** What every export of rows says of itself, in order. */
export type AboutExport = readonly (readonly [name: string, value: string])[];

/** Collects what a reader must know of an exported view. Addresses are absolute. */
export function aboutExport(of: {
  readonly title: string;
  readonly words: string;
  readonly publisher: string;
  readonly licence: string;
  /** Up to when sources were read, as the series writes it; null where it does not say. */
  readonly sourcesUntil: string | null;
  readonly revision: string;
  readonly published: string;
  readonly url: string;
  readonly citation: string;
  readonly rows: number;
  /** The series' own fields: what each of their columns holds. */
  readonly fields: readonly OwnField[];
}): AboutExport {
  return [
    ['series', of.title],
    ['view', of.words],
    ['rows', String(of.rows)],
    ['publisher', of.publisher],
    ['licence', of.licence],
    ['revision', of.revision],
    ['published', of.published],
    ...(of.sourcesUntil === null ? [] : ([['sourcesUntil', of.sourcesUntil]] as const)),
    ['address', of.url],
    ['citation', of.citation],
    ...of.fields.map((field) => [ownColumnName(field), fieldInShort(field)] as const),
  ];
}
