import type { Sum } from '../query/result';
import { formatNumber } from './figures';

/**
 * How many incidents add to the figure that is shown, and of how many that match: to best, or to high where there is no
 * best or none of them stands in it.
 */
export function shownBasis({ best, basis }: Sum): { readonly reported: number; readonly of: number } {
  const doubtful = best === null || basis.inBest === 0;
  return { reported: doubtful ? basis.reported : basis.added, of: basis.matched };
}

function rangeNote({ best, basis: { withoutBest, added } }: Sum): string | null {
  if (withoutBest === 0) return null;
  const count = `${formatNumber(withoutBest)} of them`;
  const [give, add] = withoutBest === 1 ? ['gives', 'adds its'] : ['give', 'add their'];
  return best === null
    ? `${formatNumber(withoutBest)} of the ${formatNumber(added)} that count ${give} no best figure`
    : `+ marks that ${count} ${give} no best figure and ${add} low end`;
}

function openNote({ open }: Sum['basis']): string | null {
  if (open === 0) return null;
  return `${formatNumber(open)} of them ${open === 1 ? 'says' : 'say'} “at least”, so there is no high end`;
}

function highAloneNote({ basis: { reported, added } }: Sum): string | null {
  if (reported === 0 || added > 0) return null;
  return reported === 1 ? 'it adds to the high end alone' : 'they add to the high end alone';
}

/** What a sum of casualties rests on, in words to be joined by semicolons; empty where no incident matches. */
export function sumNotes(sum: Sum): readonly string[] {
  const { matched } = sum.basis;
  if (matched === 0) return [];
  const { reported, of } = shownBasis(sum);
  const noun = of === 1 ? 'incident' : 'incidents';
  return [
    `reported for ${formatNumber(reported)} of ${formatNumber(of)} ${noun}`,
    ...[highAloneNote(sum), rangeNote(sum), openNote(sum.basis)].filter((note) => note !== null),
  ];
}
