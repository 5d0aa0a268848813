import { type AncestorsOf, ancestorsIn, lineageOf, rolledUp, spanOf } from '../../query/ancestors';
import type { SeriesInfo } from '../../query/info/series-info';
import { drawnGroups } from '../../query/plan/drawn-groups';
import type { SeriesGuide } from '../../series/model';
import type { EventDate } from '../../time/event-date';
import type { View } from '../../view/view';
import { type ColourName, colourName, OTHER } from './palette';

/** The tree of a series is walked once, for a table asks for each of its rows. */
const trees = new WeakMap<SeriesGuide, AncestorsOf>();

function treeOf(guide: SeriesGuide): AncestorsOf {
  const known = trees.get(guide) ?? ancestorsIn(guide);
  trees.set(guide, known);
  return known;
}

/**
 * The colour of an actor of an incident: that of the group which the charts of the page count it under. Rolled up, that is the
 * actor it is part of at the time; else itself, or the whole it is part of where it has no colour of its own.
 */
export function actorColour(
  info: Pick<SeriesInfo, 'guide' | 'ranking'>,
  { roll, actors }: Pick<View, 'roll' | 'actors'>,
  actor: string,
  date: EventDate,
): ColourName {
  const order = drawnGroups(info, 'actor');
  const lineage = lineageOf(actor, spanOf(date), treeOf(info.guide));
  const wholes = rolledUp(lineage, actors.length === 0 ? 'roots' : actors);
  const colours = (roll === 'up' ? wholes : [actor, ...wholes]).map((id) => colourName(order, id));
  return colours.find((colour) => colour !== `--group-${OTHER}`) ?? '--group-other';
}
