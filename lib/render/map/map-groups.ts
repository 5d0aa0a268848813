import { drawnGroups, standingGroups } from '../../query/plan/drawn-groups';
import { NONE, SEVERAL } from '../../query/query';
import { besideFigure } from '../../text/one-line';
import { groupLabel } from '../../words/groups';
import { splitNoun } from '../../words/labels';
import { type ColourName, colourName } from '../scene/palette';
import type { MapLayout } from './lay-map';

/** A colour of a map, and whom it stands for. */
export interface MapGroup {
  readonly colour: ColourName;
  readonly label: string;
}

/** The groups whose marks are on a map, in the order in which they stand in charts; none where the marks are of no groups, or of one shade each. */
export function mapGroups({ input: { info, view, places, regions } }: MapLayout): readonly MapGroup[] {
  if (view.split === 'none' || places.as === 'hexagons' || regions !== null) return [];
  const { guide } = info;
  const order = standingGroups(info, view);
  const colours = drawnGroups(info, view.split);
  const onMap = new Set(places.marks.flatMap(({ groups }) => groups.flatMap(({ series }) => series ?? [])));
  const named = order
    .filter((id) => onMap.has(id))
    .map((id) => ({
      colour: colourName(colours, id),
      label: besideFigure(groupLabel(guide, view, id).short),
    }));
  const beyond = [...onMap].filter((id) => !order.includes(id) && id !== NONE && id !== SEVERAL);
  const { one, many } = splitNoun(guide, view.split);
  return [
    ...named.filter(({ colour }) => colour !== '--group-other'),
    ...(beyond.length > 0
      ? [
          {
            colour: '--group-other' as const,
            label: `Other (${beyond.length} ${beyond.length === 1 ? one : many})`,
          },
        ]
      : []),
    ...(onMap.has(SEVERAL) ? [{ colour: '--group-several' as const, label: `Several ${many}` }] : []),
    ...(onMap.has(NONE)
      ? [{ colour: '--group-none' as const, label: groupLabel(guide, view, NONE).short }]
      : []),
  ];
}
