import { type LateBin, type LateReports, LEAST_PUBLICATIONS } from '../../query/watch/late-bins';
import type { SeriesMeta } from '../../series/model';
import { formatBin } from '../../time/format';
import { formatNumber, formatQuantity } from '../figures';

const REVISIONS = { one: 'revision', many: 'revisions' };

/** What is expected of a bin: `about 9 once all is reported; anything from 5 to 16 fits`. */
export function lateInShort({ estimate, low, high }: LateBin): string {
  return `about ${formatNumber(Math.round(estimate))} once all is reported; anything from ${formatNumber(low)} to ${formatNumber(high)} fits`;
}

/** What is known of a bin: `week of 24 Jun 2024: 4 attacks so far, about 9 once all is reported; anything from 5 to 16 fits`. */
export function lateBinInWords(late: LateBin, { bin }: LateReports, noun: SeriesMeta['noun']): string {
  const { start, reported } = late;
  const so = reported < 1e-6 ? `no ${noun.one} so far` : `${formatQuantity(reported, noun)} so far`;
  return `${formatBin(start, bin)}: ${so}, ${lateInShort(late)}`;
}

/** What is known of reports that are still to come, sentence by sentence. */
export function lateInWords(publications: number, late: LateReports | null): readonly string[] {
  if (publications < LEAST_PUBLICATIONS) {
    return [
      `How many reports are still to come is not known: it takes ${formatQuantity(LEAST_PUBLICATIONS, REVISIONS)} of different days, and the series has had ${formatNumber(publications)}.`,
    ];
  }
  if (late === null) return ['How many reports are still to come cannot be told from the revisions so far.'];
  const first = `What ${formatQuantity(late.publications, REVISIONS)} added to earlier ${late.bin}s tells how late reports come: ${formatNumber(100 * late.shares[0]!)} % are there in the ${late.bin} after.`;
  return [first, ...(late.bins.length === 0 ? ['So far as that tells, all is reported.'] : [])];
}
