import { type ComponentType, type ReactNode, useContext } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MapSourceProvider, useMapSource } from '@/components/map/map-source';
import { SizedMap } from '@/lib/caches/sized-map';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { sitePath } from '@/lib/text/site-path';
import { serializeView } from '@/lib/view/serialize';
import { shortMarkup } from './short-markup';
import {
  DashboardContext,
  FollowingContext,
  NavigationContext,
  SettledContext,
  useDashboard,
  useSettled,
  WholeContext,
} from './state/dashboard-context';
import { EngineProvider, useColumns, useEngine } from './state/engine-context';

/** Markup that is kept, in bytes: some hundreds of panels. */
const MOST = 24_000_000;

const KEPT = new SizedMap<string>(MOST);

/** Series that are open have a number each, so that markup of one that was opened anew is not taken for the other's. */
const NUMBERS = new WeakMap<SeriesInfo, number>();
let numbered = 0;

function numberOf(info: SeriesInfo): number {
  const known = NUMBERS.get(info);
  if (known !== undefined) return known;
  numbered += 1;
  NUMBERS.set(info, numbered);
  return numbered;
}

/** All that a panel reads from around it, put around it again: what is drawn apart has nothing of the page. */
function useSurroundings(): (panel: ReactNode) => ReactNode {
  const dashboard = useContext(DashboardContext);
  const settled = useContext(SettledContext);
  const navigation = useContext(NavigationContext);
  const following = useContext(FollowingContext);
  const whole = useContext(WholeContext);
  const source = useMapSource();
  const [engine, columns] = [useEngine(), useColumns()];
  return (panel) => (
    <EngineProvider engine={engine} {...(columns === null ? {} : { columns })}>
      <NavigationContext value={navigation}>
        <DashboardContext value={dashboard}>
          <FollowingContext value={following}>
            <WholeContext value={whole}>
              <SettledContext value={settled}>
                <MapSourceProvider value={source}>{panel}</MapSourceProvider>
              </SettledContext>
            </WholeContext>
          </FollowingContext>
        </DashboardContext>
      </NavigationContext>
    </EngineProvider>
  );
}

/**
 * A panel as the server draws it, once for a revision and a view: nothing in it is of the reader or of the hour, the map of a view included, and React in the browser never compares
 * it with what it draws, for it draws the panel anew (see `deferred`). So it is drawn apart and its text is kept; `name` keeps ids of
 * panels from each other. For the server alone.
 */
export function keptPanel(name: string, Panel: ComponentType): ComponentType {
  return function KeptPanel() {
    const { info } = useDashboard();
    const { view } = useSettled();
    const around = useSurroundings();
    const key = `${numberOf(info)} ${name} ${serializeView(view)}`;
    let markup = KEPT.get(key);
    if (markup === undefined) {
      const path = sitePath(`/${info.guide.meta.id}`);
      markup = shortMarkup(renderToStaticMarkup(around(<Panel />), { identifierPrefix: name }), path, name);
      KEPT.set(key, markup, 2 * markup.length);
    }
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React itself has written it
    return <div dangerouslySetInnerHTML={{ __html: markup }} />;
  };
}
