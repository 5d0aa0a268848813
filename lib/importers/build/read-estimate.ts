import { NOT_REPORTED } from '../../series/estimate';
import type { Estimate } from '../../series/model';
import type { RawColumn } from '../formats/raw-table';
import type { EstimateMapping } from '../mapping/mapping';
import { cellOf, keyOf } from './cell-reader';
import { remembered } from './memo';
import { type Figure, readFigure } from './read-figure';
import { type Found, NO_TROUBLES, type Trouble } from './trouble';

const NOTHING: Found<Estimate> = { value: NOT_REPORTED, troubles: NO_TROUBLES };

/** What a figure's reader should know of it. */
function troublesOf(figure: Figure, column: string, value: string): readonly Trouble[] {
  if (figure.kind === 'bad') return [{ code: 'not-a-count', column, value, reason: figure.reason }];
  if (figure.kind === 'blank' || figure.doubt === null) return NO_TROUBLES;
  if (figure.doubt === 'about') {
    return [{ code: 'about-count', column, value, reason: `read as ${figure.best}, about` }];
  }
  return [{ code: 'ambiguous-count', column, value, reason: `read as ${figure.best}, less than a thousand` }];
}

/** Low, best and high of the columns that have them; a range in one column gives what the others lack. */
function combine(low: Figure, best: Figure, high: Figure): Estimate {
  const [l, b, h] = [low, best, high].map((one) => (one.kind === 'figure' ? one : null));
  return {
    low: l?.best ?? l?.low ?? b?.low ?? null,
    best: b?.best ?? null,
    high: h?.best ?? h?.high ?? b?.high ?? null,
  };
}

function isOrdered({ low, best, high }: Estimate): boolean {
  const given = [low, best, high].filter((one) => one !== null);
  return given.every((one, at) => at === 0 || (given[at - 1] as number) <= one);
}

/**
 * Reads the columns of one figure. A single column is the best figure; blank is not reported. Of figures out of order
 * only the best is used.
 */
export function estimateReader(
  columns: readonly RawColumn[],
  mapping: EstimateMapping,
  unknownNumbers: readonly string[],
): (cells: readonly string[]) => Found<Estimate> {
  const names = [mapping.low, mapping.best, mapping.high];
  if (names.every((name) => name === null)) return () => NOTHING;
  const unknown = new Set(unknownNumbers);
  const reads = names.map((name) => cellOf(columns, name));
  return remembered(keyOf(columns, names), (cells): Found<Estimate> => {
    const texts = reads.map((read) => read(cells));
    const [low, best, high] = texts.map((text) => readFigure(text, unknown));
    const found = names.flatMap((name, at) => {
      const one = [low, best, high][at];
      return name === null || !one ? [] : troublesOf(one, name, texts[at] ?? '');
    });
    const value = combine(low as Figure, best as Figure, high as Figure);
    if (isOrdered(value)) return { value, troubles: found };
    const written = [value.low, value.best, value.high].map((one) => one ?? 'none').join(', ');
    const column = mapping.low ?? mapping.high ?? mapping.best;
    const reason = `low, best and high are ${written}`;
    return {
      value: { ...NOT_REPORTED, best: value.best },
      troubles: [...found, { code: 'unordered-estimate', column, value: written, reason }],
    };
  });
}
