import type { MapLayout } from '@/lib/render/map/lay-map';
import { togglePlace, toggleValue } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';

type Drawn = Pick<MapLayout, 'input'>;

/** The view with a mark of a map chosen, or no longer: a place, or a region where those are shaded. */
export function toggleMark(view: View, { input }: Drawn, id: string): View {
  return input.regions === null ? togglePlace(view, id) : toggleValue(view, 'region', id);
}

/** The marks of a map that are chosen. */
export function chosenMarks(view: View, { input }: Drawn): readonly string[] {
  return input.regions === null ? view.places : view.regions;
}
