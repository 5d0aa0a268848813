import type { Mark } from '../../query/result';
import { isReported } from '../../series/estimate';
import { MARKED } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { formatEventDate } from '../../time/format';
import type { Grouping } from '../../view/view';
import { formatEstimate } from '../figures';
import { groupLabel } from '../groups';
import { capitalised } from '../labels';

/** `claimed`, `attributed, probable`; what ties a lane to an incident. */
export function tieWords({ relation, certainty }: Pick<Mark, 'relation' | 'certainty'>): string {
  if (relation === null) return 'no actor established';
  const tie = relation === 'involved' ? 'took part' : relation;
  return certainty === null || certainty === 'certain' ? tie : `${tie}, ${certainty}`;
}

/** `145 (143–145) killed`, `deaths not reported`. */
function deathsWords({ [MARKED.property]: figure }: Mark): string {
  if (!isReported(figure)) return 'deaths not reported';
  return `${formatEstimate(figure)} ${MARKED.behind.many}`;
}

/** How a mark counts, where it does not count in full: in the view first, and in its lane where that counts less. */
function countDoubts({ inLow, inBest, viewLow, viewBest }: Mark, lane: string): readonly string[] {
  const view = viewBest
    ? viewLow
      ? []
      : ['Not counted in the low figure']
    : ['Counted in the high figure only'];
  if (viewBest && !inBest) return [...view, `Under ${lane} in the high figure only`];
  return viewLow && !inLow ? [...view, `Not in the low figure of ${lane}`] : view;
}

/** What is in doubt about a mark, as sentences without full stops. `lane` is the name of its lane. */
export function doubtsOf(mark: Mark, lane: string): readonly string[] {
  const { date, disputed, certainty } = mark;
  const doubts: string[] = [];
  if (disputed) doubts.push('Disputed');
  if (certainty === 'possible') doubts.push('The link is only possible');
  if (date.uncertain) doubts.push('The date is uncertain');
  if (date.approximate) doubts.push('The date is approximate');
  if (!date.uncertain && !date.approximate && date.earliest !== date.latest)
    doubts.push('The day is not known');
  if (date.earliest === null) doubts.push('The start is not known');
  return [...doubts, ...countDoubts(mark, lane)];
}

/** `ISCP, claimed`; the lane's name and the tie. Without a lane, the tie alone. */
function laneTie(guide: SeriesGuide, by: Grouping, mark: Mark): string {
  if (by.split !== 'actor' || mark.relation === null) return tieWords(mark);
  return `${groupLabel(guide, by, mark.lane).short}, ${tieWords(mark)}`;
}

/** A mark in one sentence after another, for those who cannot see it. */
export function markSentence(guide: SeriesGuide, by: Grouping, mark: Mark): string {
  const parts = [
    `${formatEventDate(mark.date)}: ${capitalised(mark.title)}`,
    laneTie(guide, by, mark),
    deathsWords(mark),
    ...doubtsOf(mark, groupLabel(guide, by, mark.lane).short),
  ];
  return `${parts.map((part) => capitalised(part.replace(/\.$/, ''))).join('. ')}.`;
}
