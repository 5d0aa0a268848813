import type { ActivityData } from './activity-data';
import { isLined } from './activity-marks';
import { unfinishedText } from './activity-words';
import { BAND_WORDS } from './coverage-bands';
import { SPLIT_NOUNS } from './series-label';

/** Whether any figure that is drawn has low and high apart. */
function hasRanges(data: ActivityData): boolean {
  const drawn = data.mode === 'stack' ? [data.totals] : data.series.map(({ values }) => values);
  return drawn.some((values) => values.some((value) => value !== null && value.low !== value.high));
}

function sharedIncidents({ split, mode, series }: ActivityData): string | null {
  if (split === 'none' || split === 'initiator') return null;
  const { many } = SPLIT_NOUNS[split];
  if (mode === 'stack') {
    const several = series.some(({ kind }) => kind === 'several');
    return several ? `An incident of several ${many} counts once, under “Several ${many}”.` : null;
  }
  return series.length > 1 ? `An incident of several ${many} counts under each.` : null;
}

function rangeText(data: ActivityData): string | null {
  if (!hasRanges(data)) return null;
  if (data.mode === 'stack') return 'Whiskers run from low to high of the bin’s total.';
  return isLined(data.mode) ? 'The lighter band runs from low to high.' : 'Whiskers run from low to high.';
}

function unreportedText({ mode, measure, totals }: ActivityData): string | null {
  if (mode === 'cumulative' || !totals.some((value) => value !== null && value.best === null)) return null;
  const what = measure === 'injured' ? 'how many were injured' : `any ${measure}`;
  return isLined(mode)
    ? `A line breaks where incidents are counted but nobody reports ${what}.`
    : `A hollow dot: incidents are counted, but nobody reports ${what}.`;
}

function hatchText({ bands }: ActivityData): string | null {
  const kinds = [...new Set(bands.map(({ kind }) => BAND_WORDS[kind].toLowerCase()))];
  return kinds.length === 0 ? null : `Hatched: ${kinds.join(', ')}.`;
}

/** What must be said to read an activity chart, as sentences; none that does not apply. */
export function activityCaption(data: ActivityData): readonly string[] {
  if (data.empty) return [hatchText(data)].filter((text) => text !== null);
  const other = data.series.some(({ kind }) => kind === 'other');
  return [
    unfinishedText(data),
    rangeText(data),
    other && data.mode !== 'stack' ? 'Other is drawn with its best figure alone.' : null,
    sharedIncidents(data),
    unreportedText(data),
    hatchText(data),
  ].filter((text) => text !== null);
}
