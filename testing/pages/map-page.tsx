import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { DashboardProvider } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { MapSourceProvider, StandingMap } from '@/components/map/map-source';
import { FirstWidth } from '@/components/ui/use-width';
import { baseMap } from '@/lib/boundaries/base-map';
import { regionOutlines } from '@/lib/boundaries/region-outlines';
import { drawMap } from '@/lib/client/local/map/draw-map';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { askForMap, type MapAnswers, type MapOutlines } from '@/lib/render/map/ask-map';
import type { Incident, RegionDef } from '@/lib/series/model';
import { parseView } from '@/lib/view/parse';
import type { View } from '@/lib/view/view';
import { incident, infoOf, link, seriesOf, testEngine } from '@/testing/pages/test-dashboard';
import { SAMPLE_BOUNDARIES } from '@/testing/pictures/map-sample';

export const OUTLINES: MapOutlines = {
  base: (frame) => baseMap(SAMPLE_BOUNDARIES, frame, ['AAA']),
  distances: () => () => null,
  regions: (regions, points) => regionOutlines(SAMPLE_BOUNDARIES, regions, points),
};

/** An incident at a point; without one where it is known to the country only. */
export function at(
  id: string,
  name: string | null,
  point: readonly [lat: number, lon: number] | null,
  actor = 'red',
): Incident {
  const one = incident(id, '2021-01-01', { links: [link(actor)] });
  const [lat, lon] = point ?? [null, null];
  return {
    ...one,
    place: { ...one.place, name, lat, lon, country: 'AAA', precision: point === null ? 'country' : 'town' },
  };
}

/** Three incidents at two places, and one of which the country alone is known. */
export const FEW = [
  at('a', 'Northtown', [51, 9]),
  at('b', 'Northtown', [51, 9], 'blue'),
  at('c', 'Southam', [49, 10]),
  at('d', null, null),
];

/** The panel on a page of some incidents, at an address. */
export async function panel(
  incidents: readonly Incident[],
  query = '',
  isLocal = false,
  given: MapAnswers | null = null,
  regions: readonly RegionDef[] = [],
) {
  const series = { ...seriesOf(incidents), regions };
  const { engine } = testEngine(series);
  const info = infoOf(series);
  window.history.pushState(null, '', `/test${query === '' ? '' : `?${query}`}`);
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const initial = await answerPlan(engine, planView(view, info));
  const first = given ?? (await askForMap(engine, view, info, OUTLINES));
  const ask = vi.fn(
    isLocal
      ? (view, signal) => drawMap(engine, info, view, signal)
      : async (asked: View, _: AbortSignal): Promise<MapAnswers | null> =>
          given ?? askForMap(engine, asked, info, OUTLINES),
  );
  const page = (children: ReactNode) => (
    <EngineProvider engine={engine}>
      <DashboardProvider info={info} initial={initial}>
        <MapSourceProvider
          value={{
            ...{ hasPlaces: true, ask, standing: new StandingMap() },
            ...(isLocal ? { first: undefined, firstView: null } : { first, firstView: view }),
          }}
        >
          <FirstWidth value={900}>{children}</FirstWidth>
        </MapSourceProvider>
      </DashboardProvider>
    </EngineProvider>
  );
  return { page, ask, engine };
}
