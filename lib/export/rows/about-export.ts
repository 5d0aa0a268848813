/** What every export of rows says of itself, in order. */
export type AboutExport = readonly (readonly [name: string, value: string])[];

/** Collects what a reader must know of an exported view. Addresses are absolute. */
export function aboutExport(of: {
  readonly title: string;
  readonly words: string;
  readonly publisher: string;
  readonly licence: string;
  readonly revision: string;
  readonly published: string;
  readonly url: string;
  readonly citation: string;
  readonly rows: number;
}): AboutExport {
  return [
    ['series', of.title],
    ['view', of.words],
    ['rows', String(of.rows)],
    ['publisher', of.publisher],
    ['licence', of.licence],
    ['revision', of.revision],
    ['published', of.published],
    ['address', of.url],
    ['citation', of.citation],
  ];
}
