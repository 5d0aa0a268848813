import type { MapLayout } from '@/lib/render/map/lay-map';
import { togglePlace, toggleValue } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';

type Drawn = Pick<MapLayout, 'input'>;

/** The regions of a mark: several where they have one outline. */
function regionsOf(input: MapLayout['input'], id: string): readonly string[] {
  return input.regions?.find(({ series }) => series === id)?.ids ?? [id];
}

/** The view with a mark of a map chosen, or no longer: a place, or a region where those are shaded. */
export function toggleMark(view: View, { input }: Drawn, id: string): View {
  if (input.regions === null) return togglePlace(view, id);
  const ids = regionsOf(input, id);
  const isChosen = ids.every((one) => view.regions.includes(one));
  const changed = ids.filter((one) => view.regions.includes(one) === isChosen);
  return changed.reduce((now, one) => toggleValue(now, 'region', one), view);
}

/** The marks of a map that are chosen. */
export function chosenMarks(view: View, { input }: Drawn): readonly string[] {
  if (input.regions === null) return view.places;
  const shared = input.regions.filter(({ ids }) => ids?.every((one) => view.regions.includes(one)));
  return [...new Set([...view.regions, ...shared.map(({ series }) => series)])].filter((id) => {
    const region = input.regions?.find(({ series }) => series === id);
    return region?.ids === undefined || shared.includes(region);
  });
}
