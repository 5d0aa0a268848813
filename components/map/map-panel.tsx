'use client';

import { useContext, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useLinkView } from '@/components/ui/use-link-view';
import { FirstWidth, useWidth } from '@/components/ui/use-width';
import { ViewLink } from '@/components/ui/view-link';
import { boxInUnits, partOfUnits } from '@/lib/boundaries/frame-parts';
import { boxWidth } from '@/lib/boundaries/map-frame';
import { drawnAs } from '@/lib/query/figures/derived';
import { crowdedPart } from '@/lib/render/map/crowded-part';
import { coloursOf, isRated, layMap, type MapLayout } from '@/lib/render/map/lay-map';
import { boundaryWords } from '@/lib/render/map/map';
import { baseOf } from '@/lib/series/measures';
import type { Box } from '@/lib/series/places/location';
import { changeView } from '@/lib/view/change';
import { writableBox } from '@/lib/view/grammar/places';
import { notedSentence } from '@/lib/words/address/readers-own';
import {
  crowdedSentence,
  mapSentence,
  mapTitle,
  noPlacesSentence,
  noRegionsSentence,
  sumsSentence,
} from '@/lib/words/marks/map';
import { regionSentences } from '@/lib/words/marks/regions';
import { selectedOnMap } from '@/lib/words/view';
import styles from './map.module.css';
import { MapControls } from './map-controls';
import { MapDrawing } from './map-drawing';
import { MapForms, MapShades } from './map-forms';
import { MapLegend } from './map-legend';
import { MapMargin } from './map-margin';
import { type MapShift, UNMOVED } from './map-shift';
import { type MapSource, useMapSource } from './map-source';
import { PlaceList } from './place-list';
import { useMap } from './use-map';
import { type Corners, useMapGestures } from './use-map-gestures';

/** How wide the map is drawn until it is measured: beside its list, on a page of usual width. */
const FIRST = 680;
/** The list stands beside the map where the panel is wider than this, and takes so much; as in the style. */
const NARROW = 640;
const LIST = 248;

/** The map of a dashboard; nothing where no incident of the series has a place, or no map is wanted. */
export function MapPanel() {
  const source = useMapSource();
  const { view } = useSettled();
  const first = useContext(FirstWidth);
  if (source === null || !source.hasPlaces || view.map === 'off') return null;
  return (
    <FirstWidth value={first === null || first <= NARROW ? first : first - LIST}>
      <PlacedMap source={source} />
    </FirstWidth>
  );
}

/** The part of the world that the reader moved the map to, and the way to another: all moves are one step back. */
function usePart() {
  const { part } = useSettled().view;
  const { go, viewNow } = useNavigation();
  const setPart = (box: Box | null) =>
    go((now) => changeView(now, { part: box }), viewNow().part === null || box === null ? 'push' : 'replace');
  return { part, setPart };
}

/** Corners on the screen, of a map that is pulled and enlarged, in the units of its frame. */
function unitsOf({ unit }: MapLayout, [left, top, right, bottom]: Corners, { k, x, y }: MapShift): Corners {
  const all = k * unit;
  return [(left - x) / all, (top - y) / all, (right - x) / all, (bottom - y) / all];
}

/** The part of the world between some corners on the screen. */
function partIn(layout: MapLayout, corners: Corners, shift: MapShift): Box | null {
  return partOfUnits(layout.input.base.frame, unitsOf(layout, corners, shift));
}

function PlacedMap({ source }: { readonly source: MapSource }) {
  const { info, window, answers } = useSettled();
  const { go } = useNavigation();
  const id = `m${useId().replace(/[^\w-]/g, '')}`;
  const { ref, width: room, measured } = useWidth<HTMLDivElement>();
  const width = measured ? room : FIRST;
  const drawing = useRef<SVGSVGElement>(null);
  const { part, setPart } = usePart();
  const { shown, isBusy, error, retry } = useMap(source);
  const { view } = shown;
  const map = shown.map ?? null;
  const { measure: drawn } = drawnAs(view, info.guide);
  const measure = baseOf(drawn);
  // How the table is ordered and what is selected are in nothing that is drawn.
  const drawnView = useLinkView(changeView(view, { sort: [], columns: [] }));
  // The same for as long as it is, so that a map that is pulled is not drawn anew.
  const layout = useMemo(
    () => (map === null ? null : layMap({ info, view: drawnView, ...map }, width)),
    [map, info, drawnView, width],
  );
  const sentences =
    map === null
      ? []
      : map.regions === null
        ? [noRegionsSentence(view, map.regions) ?? [], mapSentence(info.guide, measure, map.places)].flat()
        : regionSentences(info.guide, view, measure, map.regions, info.cited);
  const noted = map === null ? null : notedSentence(view.notes, window);
  const partOf = (corners: Corners, shift: MapShift): Box | null => layout && partIn(layout, corners, shift);
  const boxIn = (corners: Corners, shift: MapShift): Box | null => {
    if (layout === null) return null;
    const marks = layout.input.regions === null ? layout.items.map(({ mark }) => mark) : [];
    const box = boxInUnits(layout.input.base.frame, unitsOf(layout, corners, shift), marks);
    return box === null ? null : writableBox(outward(box));
  };
  // Once for a layout, for a frame that gives the same part again is sought for some milliseconds.
  const crowded = useMemo(() => {
    const found = layout && crowdedPart(layout);
    const box = layout && found && partIn(layout, found.corners, UNMOVED);
    return found && box && { ...found, box };
  }, [layout]);
  const filterBy = (box: Box) => go((now) => changeView(now, { box, places: [] }));
  const whole: Corners = [0, 0, width, layout?.height ?? 0];
  const gestures = useMapGestures({
    ...{ drawing, width },
    onBox: (corners) => {
      const box = boxIn(corners, gestures.shift.get());
      if (box !== null) filterBy(box);
    },
    onMoved: (shift) => setPart(partOf(whole, shift)),
  });
  const { shift } = gestures;
  // A map that has come stands where the one before was pulled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the map that comes
  useLayoutEffect(() => shift.set(UNMOVED), [layout?.input.base, shift]);
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`} aria-busy={isBusy}>
      <div className={styles.header}>
        <h2 id={`${id}-title`}>
          {mapTitle(info.guide, measure, map === null ? 'none' : coloursOf(map, view))}
        </h2>
        {shown.map !== undefined && <MapForms map={map} />}
        {map?.regions && <MapShades isRated={isRated(map)} />}
        <MapControls
          isMoved={part !== null || view.box !== null}
          isPart={part !== null}
          onZoom={(factor) => setPart(partOf(zoomCorners(whole, factor), UNMOVED))}
          onAll={() => {
            // The map before may stand already, and then none comes.
            shift.set(UNMOVED);
            go((now) => changeView(now, { part: null, box: null }));
          }}
          onOnly={() => part !== null && filterBy(rounded(part))}
        />
      </div>
      <p className={styles.summary} id={`${id}-summary`}>
        {shown.map === null
          ? noPlacesSentence(info.guide, answers.total.matched)
          : [selectedOnMap(view, info.guide) ?? [], sumsSentence(info.guide, drawn) ?? [], ...sentences]
              .flat()
              .join(' ')}
      </p>
      {crowded !== null && part === null && (
        <p className={`${styles.summary} ${styles.crowded}`}>
          {crowdedSentence(crowded.marks, layout?.items.length ?? 0)}{' '}
          <ViewLink view={(now) => changeView(now, { part: crowded.box })}>Show that part</ViewLink>
        </p>
      )}
      {error !== null && (
        <p role="alert">
          {error}{' '}
          <button type="button" className="control" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <div className={styles.columns}>
        <div ref={ref} className={styles.map}>
          {layout && (
            <MapDrawing
              {...{ id, layout, drawing, gestures, measured, measure }}
              boxIn={boxIn}
              onPart={(corners) => setPart(partOf(corners, UNMOVED))}
            />
          )}
        </div>
        {layout && <PlaceList layout={layout} measure={measure} />}
      </div>
      {layout && <MapLegend layout={layout} />}
      {map !== null && <MapMargin {...{ map, view, measure }} />}
      {noted !== null && <p className={styles.summary}>{noted}</p>}
      {map !== null && <p className={styles.source}>{boundaryWords(map.base, map.own)}</p>}
    </section>
  );
}

/** A rectangle about its middle, so many times smaller. */
function zoomCorners([left, top, right, bottom]: Corners, factor: number): Corners {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [wide, high] = [(right - left) / 2 / factor, (bottom - top) / 2 / factor];
  return [x - wide, y - high, x + wide, y + high];
}

/** Into how many parts of a degree a box is written: a drag is no more exact than about a kilometre, that of a small part ten metres. */
function partsOf({ south, north }: Box): number {
  return north - south < 0.2 ? 10_000 : 100;
}

/** The same, with all that lies in it. */
function outward(box: Box): Box {
  const parts = partsOf(box);
  const [down, up] = [
    (value: number) => Math.floor(value * parts) / parts,
    (value: number) => Math.ceil(value * parts) / parts,
  ];
  return {
    west: Math.max(-180, down(box.west)),
    south: Math.max(-90, down(box.south)),
    east: Math.min(180, up(box.east)),
    north: Math.min(90, up(box.north)),
  };
}

/** A part about a pole that is wider than this goes all around it, but for what says which meridian is below (`polarPart`). */
const AROUND = 359.5;

/** An address is short. */
function rounded(box: Box): Box {
  const parts = partsOf(box);
  const round = (value: number) => Math.round(value * parts) / parts;
  const isAround = boxWidth(box) > AROUND;
  return {
    ...{ west: isAround ? -180 : round(box.west), south: round(box.south) },
    ...{ east: isAround ? 180 : round(box.east), north: round(box.north) },
  };
}
