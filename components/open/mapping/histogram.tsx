'use client';

import type { HistogramBin } from '@/lib/client/local/local-connection';
import { formatNumber } from '@/lib/words/figures';
import styles from './findings.module.css';

const WIDTH = 480;
const HEIGHT = 96;

function sentence(bins: readonly HistogramBin[]): string {
  const most = bins.reduce((top, bin) => (bin.count > top.count ? bin : top), bins[0]!);
  const [first, last] = [bins[0]!, bins.at(-1)!];
  return `Incidents from ${first.label} to ${last.label}; most in ${most.label}: ${formatNumber(most.count)}`;
}

/** How the incidents lie in time, to see a wrong date rule at a glance. */
export function Histogram({ bins }: { readonly bins: readonly HistogramBin[] }) {
  if (bins.length === 0) return <p className={styles.none}>No date was understood.</p>;
  const most = Math.max(...bins.map(({ count }) => count));
  const step = WIDTH / bins.length;
  const gap = step > 4 ? 1 : 0;
  return (
    <figure className={styles.histogram}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sentence(bins)}
        preserveAspectRatio="none"
      >
        {bins.map(({ label, count }, at) => {
          const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
          return (
            <rect key={label} x={at * step} y={HEIGHT - height} width={step - gap} height={height}>
              <title>{`${label}: ${formatNumber(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption>
        <span>{bins[0]?.label}</span>
        <span>most in a bin: {formatNumber(most)}</span>
        <span>{bins.at(-1)?.label}</span>
      </figcaption>
    </figure>
  );
}
