import { Section } from '@/components/about/section';
import { SceneSvg } from '@/components/ui/scene-svg';
import type { ChangePoints } from '@/lib/query/exposure/change-points';
import type { Rate } from '@/lib/query/exposure/rate';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { type RateBin, rateSteps, topRate } from '@/lib/render/watch/rate-steps';
import type { SeriesMeta } from '@/lib/series/model';
import type { DaySpan } from '@/lib/time/day';
import { formatDayText, formatSpan } from '@/lib/time/format';
import { changeView, dayBound } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { changesInBrief, formatRate, rateInWords } from '@/lib/words/chance/rates';
import { formatNumber } from '@/lib/words/figures';
import { RepeatLink } from './repeat-link';
import styles from './watch.module.css';

function StretchTable({ view, changes }: { readonly view: View; readonly changes: ChangePoints }) {
  return (
    <table className={styles.stretches} aria-label="Stretches of steady rate">
      <thead>
        <tr>
          <th scope="col">Stretch</th>
          <th scope="col">Count</th>
          <th scope="col">Covered days</th>
          <th scope="col">For 30 days</th>
          <th scope="col">What else fits</th>
        </tr>
      </thead>
      <tbody>
        {changes.stretches.map(({ from, to, count, days, per30, interval }) => (
          <tr key={from}>
            <th scope="row">{formatSpan(from, to)}</th>
            <td>
              <a href={viewHref(changeView(view, { from: dayBound(from), to: dayBound(to) }))}>
                {formatNumber(count)}
              </a>
            </td>
            <td>{formatNumber(days)}</td>
            <td>{formatRate(per30)}</td>
            <td>
              {formatRate(interval.low)}–{formatRate(interval.high)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How often it happens and when that changed: sentences, bars with steps over them, and the stretches as a table. */
export function RateSection(props: {
  readonly view: View;
  readonly info: Pick<SeriesInfo, 'guide' | 'revision'>;
  readonly window: DaySpan;
  readonly bins: readonly RateBin[];
  readonly rate: Rate | null;
  readonly changes: ChangePoints | null;
  readonly noun: SeriesMeta['noun'];
}) {
  const { view, info, window, bins, rate, changes, noun } = props;
  const words = changesInBrief(changes, noun);
  return (
    <Section id="rate" title="How often, and when that changed">
      <p>{rateInWords(rate, noun).join(' ')}</p>
      {rate !== null && changes !== null && (
        <>
          <figure className={styles.steps}>
            <p>{formatRate(topRate(bins, changes))} for 30 covered days</p>
            <SceneSvg scene={rateSteps(bins, changes, window, words.join(' '))} />
            <figcaption>
              <span>{formatDayText(window.from)}</span>
              <span>{formatDayText(window.to)}</span>
            </figcaption>
          </figure>
          <p className={styles.notes}>
            Bars: {noun.many} for 30 covered days. Lines: stretches of steady rate; shaded: what chance leaves
            open about it (95 % interval). Neither is the range of the sources.
          </p>
        </>
      )}
      <p>{words.join(' ')}</p>
      {changes !== null && <StretchTable view={view} changes={changes} />}
      <p className={styles.notes}>
        <RepeatLink view={view} info={info} path="/watch" part="#rate" />
      </p>
    </Section>
  );
}
