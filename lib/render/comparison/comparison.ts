import { drawnAs, workingOf } from '../../query/figures/derived';
import { NONE } from '../../query/query';
import type { CellValue } from '../../query/result';
import { isSingle } from '../../series/facets';
import { valueText } from '../../words/chart';
import { BAND_WORDS, type BandKind } from '../../words/coverage';
import { nounOf } from '../../words/headline/headline';
import { inNoun, measureWords, splitNoun } from '../../words/labels';
import { coverageBands } from '../axis/coverage-bands';
import { plotFrame, timeScale } from '../axis/time-axis';
import type { PictureInput } from '../picture/picture-input';
import type { ColourName } from '../scene/palette';
import { lanesOf } from '../timeline/lanes';

/** One group of a comparison. Null ends of its value are not reported. */
export interface ComparedGroup {
  readonly id: string;
  readonly label: string;
  readonly colour: ColourName;
  readonly value: CellValue;
  /** The same in words. */
  readonly figure: string;
  /** How it was watched less well than others in a part of the window; empty for one that was not. */
  readonly watched: readonly BandKind[];
}

/** Greatest best first, then high; those that report nothing after zeros; what has no value of the split last. */
function bySize(a: ComparedGroup, b: ComparedGroup): number {
  const none = Number(a.id === NONE) - Number(b.id === NONE);
  const best = (b.value.best ?? -1) - (a.value.best ?? -1);
  return none || best || (b.value.high ?? -1) - (a.value.high ?? -1);
}

/** The groups of a view with their totals in its measure, in order, as lanes name and colour them. */
export function comparedGroups({ info, view, window, answers }: PictureInput): readonly ComparedGroup[] {
  const { measure } = drawnAs(view, info.guide);
  const words = measureWords(info.guide, measure);
  const working = workingOf(info.guide, measure);
  const all = { ...answers.total.incidents, basis: null };
  const values = new Map(answers.groups.groups.map((group) => [group.series, working.ofGroup(group, all)]));
  const lanes = lanesOf({ groups: answers.lanes.groups, by: view, info, expanded: true });
  const scale = timeScale(window.from, window.to, plotFrame(1000));
  const bands = coverageBands(info.guide, view, lanes, scale).filter(
    (band) => band.kind !== 'outside' && band.lanes !== null && band.lanes.length < lanes.length,
  );
  return lanes
    .flatMap(({ id, members, label, colour }, lane): ComparedGroup[] => {
      const value = values.get(members[0] ?? null);
      const own = bands.filter((band) => band.lanes?.includes(lane)).map(({ kind }) => kind);
      return value === undefined
        ? []
        : [{ id, label, colour, value, figure: valueText(value, words), watched: [...new Set(own)] }];
    })
    .sort(bySize);
}

/** What a comparison counts: `Fatalities by actor`. */
export function comparisonTitle({ info, view }: PictureInput): string {
  const noun = nounOf(view, info.guide.meta);
  const measure = measureWords(info.guide, drawnAs(view, info.guide).measure, noun).label;
  return view.split === 'none'
    ? `${measure} in all`
    : `${measure} by ${splitNoun(info.guide, view.split).one}`;
}

/** What stands at the axis: `Attacks`, `Fatalities`. */
export function comparisonUnit({ info, view }: PictureInput): string {
  const { measure } = drawnAs(view, info.guide);
  return measureWords(info.guide, measure, nounOf(view, info.guide.meta)).label;
}

function watchedText(groups: readonly ComparedGroup[]): string | null {
  const kinds = [...new Set(groups.flatMap(({ watched }) => watched))].map((kind) =>
    BAND_WORDS[kind].toLowerCase(),
  );
  return kinds.length === 0 ? null : `† For a part of the window: ${kinds.join(', ')}.`;
}

/** Whether an incident counts in several groups: then these hold more than there are. */
function holdsShared({ answers }: PictureInput): boolean {
  const counted = answers.groups.groups.reduce(
    (sum, { basis, high }) => sum + (basis?.matched ?? high ?? 0),
    0,
  );
  return counted > answers.total.matched;
}

/** What must be said to read a comparison. */
export function comparisonCaption(input: PictureInput): readonly string[] {
  const groups = comparedGroups(input);
  const { split } = input.view;
  const noun = nounOf(input.view, input.info.guide.meta);
  const ranged = groups.some(({ value: { low, high } }) => low !== high);
  const shared = !isSingle(input.info.guide, split) && groups.length > 1 && holdsShared(input);
  return [
    ranged
      ? 'A line in each bar marks the best figure; the lighter part runs from low to high, the range of the sources, and says nothing of chance.'
      : null,
    shared
      ? `${inNoun('An incident', noun)} of several ${splitNoun(input.info.guide, split).many} counts under each, so the bars do not add up.`
      : null,
    watchedText(groups),
  ].filter((text) => text !== null);
}
