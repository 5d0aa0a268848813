'use client';

import { useId, useMemo } from 'react';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useWindowGesture } from '@/components/timeline/use-window-gesture';
import { PAPER_WIDTH } from '@/components/ui/room/paper-parts';
import { SceneSvg } from '@/components/ui/scene-svg';
import { usePrinting } from '@/components/ui/use-browser-state';
import { useWidth } from '@/components/ui/use-width';
import { plotFrame } from '@/lib/render/axis/time-axis';
import type { BrushSpace } from '@/lib/render/overview/brush';
import { OVERVIEW_PLOT, overviewScale, overviewScene } from '@/lib/render/overview/overview';
import { cssPaint } from '@/lib/render/scene/paint';
import { addDays, type DaySpan } from '@/lib/time/day';
import { formatDayText, formatSpan } from '@/lib/time/format';
import { windowInWords } from '@/lib/words/view';
import styles from './overview.module.css';
import { type BrushInput, brushKey, useBrush } from './use-brush';

/** The part of a window that lies inside the limits; where none does, the day nearest to it. */
function cutTo(limits: DaySpan, { from, to }: DaySpan): DaySpan {
  const start = Math.min(limits.to, Math.max(limits.from, from)) as DaySpan['from'];
  return { from: start, to: Math.max(start, Math.min(limits.to, to)) as DaySpan['to'] };
}

/** One end of the brush. */
function Handle({ edge, input, left }: { edge: 'start' | 'end'; input: BrushInput; left: string }) {
  const { shown, space } = input;
  const day = edge === 'start' ? shown.from : shown.to;
  const least = edge === 'start' ? space.limits.from : shown.from;
  const most = edge === 'start' ? shown.to : space.limits.to;
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={edge === 'start' ? 'First day of the window' : 'Last day of the window'}
      aria-orientation="horizontal"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={day}
      aria-valuetext={formatDayText(day)}
      data-part={edge}
      className={`${styles.handle} ${styles[edge]}`}
      style={{ left }}
      onKeyDown={(event) => brushKey(event, edge, input)}
    />
  );
}

/** Everything over the whole coverage, with a brush for the window. Stands in the same frame as timeline and activity. */
export function Overview() {
  const { view, window } = useDashboard();
  const { info, answers, plan } = useSettled();
  const { ref, width: onScreen, measured } = useWidth<HTMLDivElement>();
  const width = usePrinting() ? PAPER_WIDTH : onScreen;
  const gesture = useWindowGesture(window);
  const id = `o${useId().replace(/[^\w-]/g, '')}`;
  const { coverage } = info.guide.meta;
  const { bin, filter } = plan.overview;
  const limits = useMemo(() => ({ from: filter.from, to: filter.to }), [filter.from, filter.to]);
  const input = useMemo(
    () => ({ bins: answers.overview.bins, bin, span: limits, coverage, width }),
    [answers.overview, bin, limits, coverage, width],
  );
  const scene = useMemo(() => <SceneSvg scene={overviewScene(input, id, cssPaint)} />, [input, id]);
  const scale = useMemo(() => overviewScale(input), [input]);
  const shown = cutTo(limits, gesture.draft ?? window);
  const space: BrushSpace = { bin, limits };
  const brush: BrushInput = { gesture, shown, space, scale, width };
  const pointer = useBrush(brush);

  const percent = (x: number) => `${((x / width) * 100).toFixed(3)}%`;
  const frame = plotFrame(width);
  const [x0, x1] = [scale.x(shown.from), scale.x(addDays(shown.to, 1))];
  const right = width - frame.right;
  const unfinished = answers.overview.bins.length > 0 && coverage.to < limits.to;
  return (
    <div className={styles.overview} ref={ref}>
      <h2 className={styles.title}>
        Window: {gesture.draft ? formatSpan(shown.from, shown.to) : windowInWords(view, window)}{' '}
        <span className={styles.hint}>
          drag on the strip, move or resize the brush, or write dates
          {unfinished && `; hatched: after the coverage, which ends on ${formatDayText(coverage.to)}`}
        </span>
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a form's meaning */}
      <div
        className={styles.strip}
        data-measured={measured}
        role="group"
        aria-label="Overview of the whole coverage, with the window"
        {...pointer}
      >
        {scene}
        <div
          className={styles.shade}
          style={{
            left: percent(frame.left),
            width: percent(Math.max(0, x0 - frame.left)),
            height: OVERVIEW_PLOT,
          }}
        />
        <div
          className={styles.shade}
          style={{ left: percent(x1), width: percent(Math.max(0, right - x1)), height: OVERVIEW_PLOT }}
        />
        <div
          className={styles.body}
          data-part="body"
          style={{ left: percent(x0), width: percent(x1 - x0), height: OVERVIEW_PLOT }}
        />
        <Handle edge="start" input={brush} left={percent(x0)} />
        <Handle edge="end" input={brush} left={percent(x1)} />
      </div>
    </div>
  );
}
