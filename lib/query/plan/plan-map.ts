import { baseOf } from '../../series/measures';
import { gridFor } from '../../series/places/hexagons';
import { clearKey } from '../../view/change';
import { isStacked, type MapForm, type View } from '../../view/view';
import { drawnAs } from '../figures/derived';
import type { SeriesInfo } from '../info/series-info';
import type { GroupsQuery, PlacesQuery } from '../query';
import { type FilterInfo, filterOf, rollup } from './filter';

/** More points than this are drawn as hexagons. */
export const MOST_PLACES = 5000;

/** What a map must know of a revision. */
export interface MapInfo extends FilterInfo, Pick<SeriesInfo, 'places'> {}

/** What a map asks: its marks and its margin, or its regions; both null where a view draws none. */
export interface MapPlan {
  readonly form: MapForm;
  readonly places: PlacesQuery | null;
  readonly regions: GroupsQuery | null;
}

/** How a view draws its map: as it says, else by dots where the series has points. */
export function mapForm({ map }: Pick<View, 'map'>, { places }: Pick<SeriesInfo, 'places'>): MapForm {
  return map ?? (places.extent === null ? 'off' : 'dots');
}

/** A map sees every clause but its own, so that what is chosen on it stands beside what could be. */
export function planMap(view: View, info: MapInfo): MapPlan {
  const form = mapForm(view, info);
  const { extent } = info.places;
  const { measure: drawn, mode } = drawnAs(view, info.guide);
  const measure = baseOf(drawn);
  const filter = {
    ...filterOf(clearKey(clearKey(view, 'box'), 'place'), info),
    series: filterOf(view, info).series,
  };
  if (form === 'regions') {
    return { form, places: null, regions: { kind: 'groups', filter, measure, split: 'region' } };
  }
  if (form === 'off' || extent === null) return { form, places: null, regions: null };
  const places: PlacesQuery = {
    ...{ kind: 'places', filter, measure, split: view.split, ...rollup(view), stacked: isStacked(mode) },
    ...{ box: view.box, most: form === 'hexagons' ? 0 : MOST_PLACES, grid: gridFor(view.box ?? extent) },
  };
  return { form, places, regions: null };
}
