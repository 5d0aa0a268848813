import { isReported, settle } from '@/lib/series/estimate';
import type { EstimateEntry, Noun } from '@/lib/series/measures';
import type { Estimate, Incident, Source } from '@/lib/series/model';
import { endsAlone, formatNumber, NOT_REPORTED_TEXT } from '@/lib/words/figures';
import { natureInDoubt } from '@/lib/words/incident';
import { joinWords } from '@/lib/words/labels';
import styles from './casualty-table.module.css';
import { SourceRefs } from './source-list';

function Figures({ label, estimate }: { readonly label: string; readonly estimate: Estimate }) {
  const settled = settle(estimate);
  const { low, best, high } = settled;
  if (!isReported(settled)) {
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={2} className={styles.missing}>
          {NOT_REPORTED_TEXT}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{best === null ? 'no best figure' : formatNumber(best)}</td>
      <td>{endsAlone(low, high)}</td>
    </tr>
  );
}

/** Our data give sources for an incident, not for each figure; this says as much. */
function Basis(props: {
  readonly incident: Incident;
  readonly sources: readonly Source[];
  readonly noun: Noun;
}) {
  const { incident, sources, noun } = props;
  const own = sources.filter(({ id }) => incident.sources.includes(id));
  if (own.length === 0) return null;
  return (
    <p className={styles.basis}>
      {own.length === 1
        ? `The figures are from the one source of this ${noun.one}:`
        : `The figures are from the ${own.length} sources of this ${noun.one} together; which figure is whose is not recorded apart, unless the notes say so:`}{' '}
      <SourceRefs ids={own.map(({ id }) => id)} sources={sources} />
    </p>
  );
}

/** The killed and injured of an incident: best figure, range, and where they come from. */
export function CasualtyTable(props: {
  readonly incident: Incident;
  readonly sources: readonly Source[];
  /** Those that any incident of the series reports. */
  readonly estimates: readonly EstimateEntry[];
  /** As of when the sources speak, in a sentence; empty where the series does not say. */
  readonly asOf: string;
  /** How the incident is called. */
  readonly noun: Noun;
}) {
  const { incident, asOf } = props;
  return (
    <>
      <table
        className={styles.table}
        aria-label={joinWords(
          props.estimates.map(({ label }) => label),
          'and',
        )}
      >
        <thead>
          <tr>
            <td />
            <th scope="col">Best</th>
            <th scope="col">Low–high</th>
          </tr>
        </thead>
        <tbody>
          {props.estimates.map(({ key, label, property }) => (
            <Figures key={key} label={label} estimate={incident[property]} />
          ))}
        </tbody>
      </table>
      {incident.natureDisputed && <p className={styles.basis}>{natureInDoubt(props.noun, true)}.</p>}
      {asOf !== '' && <p className={styles.basis}>{asOf}</p>}
      <Basis {...props} />
    </>
  );
}
