import type { ActivityData } from './activity-data';
import { activityLayout, rangedValues } from './activity-layout';
import { isLined } from './activity-marks';
import { unfinishedText } from './activity-words';
import { BAND_WORDS } from './coverage-bands';
import { SPLIT_NOUNS } from './series-label';
import { NARROW } from './time-axis';

/** Whether any figure that is drawn has low and high apart. */
function hasRanges(data: ActivityData): boolean {
  return rangedValues(data).some((value) => value !== null && value.low !== value.high);
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
  const mark = isLined(data.mode) ? 'The lighter band runs' : 'Whiskers or a lighter part run';
  const what = data.mode === 'stack' ? ' of the bin’s total' : '';
  const cut = activityLayout(data, NARROW).cut ? '; what reaches beyond the upper edge is cut there' : '';
  return `${mark} from low to high${what}${cut}.`;
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
  if (kinds.length === 0) return null;
  const strips = bands.some(({ lanes }) => lanes === null);
  const part = strips ? ' A strip along the upper edge concerns only a part of what is drawn.' : '';
  return `Hatched: ${kinds.join(', ')}.${part}`;
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
