'use client';

import type { ChangeEvent } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { Fold } from '@/components/ui/fold';
import { Menu } from '@/components/ui/menu';
import { ViewFields } from '@/components/ui/view-fields';
import { ViewLink } from '@/components/ui/view-link';
import { drawnAs, drawsSteps } from '@/lib/query/figures/derived';
import type { Measure } from '@/lib/series/measures';
import { BINS, type Bin, binStarts, countBins, floorBin } from '@/lib/time/bin';
import { parseBound } from '@/lib/time/bounds';
import { formatDay } from '@/lib/time/day';
import { formatBin } from '@/lib/time/format';
import { changeView } from '@/lib/view/change';
import { MOST_BINS } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import { AXES, hasRollingMean, MODES, ROLLS, type Steps, type View } from '@/lib/view/view';
import { AXIS_LABELS, BIN_LABELS, MODE_LABELS, ROLL_LABELS, STEP_LABELS } from '@/lib/words/chart';
import { nounOf } from '@/lib/words/headline/headline';
import { columnLabel, measureWords } from '@/lib/words/labels';
import styles from './activity-controls.module.css';

function Segments<T extends string>(props: {
  readonly label: string;
  readonly values: readonly T[];
  readonly labels: Readonly<Record<string, string>>;
  readonly chosen: T;
  readonly change: (now: View, value: T) => View;
}) {
  const { label, values, labels, chosen, change } = props;
  return (
    <ul className={styles.segments} aria-label={label}>
      {values.map((value) => (
        <li key={value}>
          <ViewLink
            className={`control ${styles.segment}`}
            view={(now) => change(now, value)}
            aria-current={value === chosen ? 'true' : undefined}
          >
            {labels[value]}
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

/** As many measures stand side by side; more are a list. */
const MOST_SEGMENTS = 3;

/** The bins that a rolling mean is usually of. */
const MEANS = [3, 6, 12];

/** Of how many bins a rolling mean is drawn. */
function MeanChoice() {
  const { view, window, go } = useDashboard();
  const { rollMean } = view;
  const sizes = rollMean === null || MEANS.includes(rollMean) ? MEANS : [...MEANS, rollMean];
  const onMean = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    go((now) => changeView(now, { rollMean: sizes.find((size) => String(size) === target.value) ?? null }));
  return (
    <label className={styles.choice}>
      <span>mean</span>
      <select className="control" name="roll.mean" value={rollMean ?? ''} onChange={onMean}>
        <option value="">none</option>
        {sizes.map((size) => (
          <option key={size} value={size}>
            of {size} {BIN_LABELS[window.bin].toLowerCase()}s
          </option>
        ))}
      </select>
    </label>
  );
}

/** More bins than this are no list to choose from. */
const MOST_BASES = 400;

/** The bin that is 100 in an index. */
function BaseChoice() {
  const { view, window, go } = useDashboard();
  const { from, to, bin } = window;
  if (countBins(from, to, bin) > MOST_BASES) return null;
  const bases = binStarts(from, to, bin).map((start) => ({
    text: formatDay(start),
    label: formatBin(start, bin),
  }));
  const first = view.indexFrom && formatDay(floorBin(view.indexFrom.from, bin));
  const onBase = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    go((now) => changeView(now, { indexFrom: parseBound(target.value) }));
  return (
    <label className={styles.choice}>
      <span>100 in</span>
      <select className="control" name="index.from" value={first ?? ''} onChange={onBase}>
        <option value="">Automatic</option>
        {bases.map(({ text, label }) => (
          <option key={text} value={text}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Split, bin and, where there are many, measures: lists of choices, sent as a form where no script runs. */
function Choices({ measures }: { readonly measures: readonly Measure[] }) {
  const { info, view, window, go } = useDashboard();
  const fits = (bin: Bin) => countBins(window.from, window.to, bin) <= MOST_BINS;
  const onBin = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    go((now) => changeView(now, { bin: BINS.find((bin) => bin === target.value) ?? null }));
  const { guide, offers, standard } = info;
  // A split that the address asks for stays in the list, whatever the series offers.
  const splits = offers.splits.includes(view.split) ? offers.splits : [view.split, ...offers.splits];
  const onSplit = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    go((now) => changeView(now, { split: splits.find((split) => split === target.value) ?? standard.split }));
  const onMeasure = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    go((now) => changeView(now, { measure: measures.find((one) => one === target.value) ?? 'incidents' }));
  const isLong = measures.length > MOST_SEGMENTS;
  return (
    <form className={styles.choices} action={viewHref(view).split(/[?#]/)[0]} method="get">
      <ViewFields
        view={view}
        except={['split', 'bin', 'roll.mean', 'index.from', ...(isLong ? ['measure'] : [])]}
      />
      {isLong && (
        <label className={styles.choice}>
          <span>of</span>
          <select className="control" name="measure" value={view.measure} onChange={onMeasure}>
            {measures.map((one) => (
              <option key={one} value={one}>
                {measureWords(guide, one, nounOf(view, guide.meta)).label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={styles.choice}>
        <span>by</span>
        <select className="control" name="split" value={view.split} onChange={onSplit}>
          {splits.map((split) => (
            <option key={split} value={split}>
              {split === 'none' ? 'No split' : columnLabel(guide, split)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.choice}>
        <span>per</span>
        <select className="control" name="bin" value={view.bin ?? ''} onChange={onBin}>
          <option value="">
            {view.bin === null ? `Automatic (${BIN_LABELS[window.bin].toLowerCase()})` : 'Automatic'}
          </option>
          {BINS.map((bin) => (
            <option key={bin} value={bin} disabled={!fits(bin) && view.bin !== bin}>
              {BIN_LABELS[bin]}
            </option>
          ))}
        </select>
      </label>
      {hasRollingMean(view.mode) && <MeanChoice />}
      {view.mode === 'index' && <BaseChoice />}
      <noscript>
        <button className="control" type="submit">
          Apply
        </button>
      </noscript>
    </form>
  );
}

/** What is chosen rarely, behind one button; nothing where the view has nothing of it. */
function MoreChoices() {
  const { info, view } = useDashboard();
  const { guide } = info;
  const hasParts =
    (view.split === 'actor' && info.standard.tree) || (view.split === 'region' && info.standard.regionTree);
  const hasRolls = hasParts && view.mode !== 'calendar';
  const hasSteps = drawsSteps({ steps: 'on' }, drawnAs(view, guide));
  if (!hasRolls && !hasSteps) return null;
  return (
    <div className={styles.more}>
      <Menu label="More">
        <div className={styles.rare}>
          {hasRolls && (
            <Segments
              label={view.split === 'actor' ? 'Actors' : 'Regions'}
              values={ROLLS}
              labels={ROLL_LABELS}
              chosen={view.roll}
              change={(now, roll) => changeView(now, { roll })}
            />
          )}
          {hasSteps && (
            <Segments<Steps>
              label="Over the bars"
              values={['on']}
              labels={STEP_LABELS}
              chosen={view.steps}
              change={(now) => changeView(now, { steps: now.steps === 'on' ? 'off' : 'on' })}
            />
          )}
        </div>
      </Menu>
    </div>
  );
}

/** How the activity is counted and drawn: measure, mode, split and bin. */
export function ActivityControls() {
  const { info, view } = useDashboard();
  const { guide, offers } = info;
  const noun = nounOf(view, guide.meta);
  const measures = offers.measures.includes(view.measure)
    ? offers.measures
    : [...offers.measures, view.measure];
  return (
    <Fold summary="Change">
      <div className={styles.controls}>
        <Segments
          label="Mode"
          values={MODES}
          labels={MODE_LABELS}
          chosen={view.mode}
          change={(now, mode) => changeView(now, { mode })}
        />
        {measures.length <= MOST_SEGMENTS && (
          <Segments
            label="Measure"
            values={measures}
            labels={Object.fromEntries(measures.map((one) => [one, measureWords(guide, one, noun).label]))}
            chosen={view.measure}
            change={(now, measure) => changeView(now, { measure })}
          />
        )}
        {view.mode === 'panels' && (
          <Segments
            label="Scale"
            values={AXES}
            labels={AXIS_LABELS}
            chosen={view.axis}
            change={(now, axis) => changeView(now, { axis })}
          />
        )}
        <Choices measures={measures} />
        <MoreChoices />
      </div>
    </Fold>
  );
}
