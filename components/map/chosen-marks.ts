import type { MapLayout } from '@/lib/render/map/lay-map';
import { togglePlace, toggleValue } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';

type Drawn = Pick<MapLayout, 'input' | 'items'>;

/** The regions that a shape stands for. */
function regionsOf({ items }: Drawn, id: string): readonly string[] {
  const { also = [] } = items.find(({ mark }) => mark.id === id)?.mark ?? {};
  return [id, ...also];
}

/** The view with a mark of a map chosen, or no longer: a place, or a region where those are shaded, with all others of its outline. */
export function toggleMark(view: View, drawn: Drawn, id: string): View {
  if (drawn.input.regions === null) return togglePlace(view, id);
  const ids = regionsOf(drawn, id);
  const isChosen = view.regions.includes(id);
  return ids
    .filter((one) => view.regions.includes(one) === isChosen)
    .reduce((changed, one) => toggleValue(changed, 'region', one), view);
}

/** The marks of a map that are chosen. */
export function chosenMarks(view: View, { input }: Drawn): readonly string[] {
  return input.regions === null ? view.places : view.regions;
}
