import type { Compared } from '@/lib/query/exposure/rate-comparisons';
import { comparisonsInWords } from '@/lib/words/chance/comparisons';
import styles from './watch.module.css';

/** How often the first side of a comparison acts against each other one, a sentence each; `names` are those of the sides, in their order. */
export function RateComparisons(props: {
  readonly rates: readonly Compared[];
  readonly names: readonly string[];
}) {
  const { rates, names } = props;
  if (rates.length === 0) return null;
  const name = (id: string) => names[Number(id)] ?? id;
  return (
    <ul className={styles.rates}>
      {comparisonsInWords(rates, name).map((said) => (
        <li key={said}>{said}.</li>
      ))}
    </ul>
  );
}
