'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { SceneSvg } from '@/components/ui/scene-svg';
import { isPlainClick } from '@/components/ui/view-link';
import { boxOutline } from '@/lib/boundaries/map-frame';
import { type LaidPlace, type MapLayout, placeAt } from '@/lib/render/map/lay-map';
import { baseNodes, placeNodes } from '@/lib/render/map/map-nodes';
import { type PlaceStep, stepPlace } from '@/lib/render/map/place-steps';
import { cssPaint } from '@/lib/render/scene/paint';
import type { BaseMeasure } from '@/lib/series/measures';
import type { Box } from '@/lib/series/places/location';
import { viewHref } from '@/lib/view/serialize';
import { placeSentence } from '@/lib/words/marks/map';
import { chosenMarks, toggleMark } from './chosen-marks';
import styles from './map.module.css';
import { type CurrentShift, type MapShift, Shifted, useShift } from './map-shift';
import { PlaceCard } from './place-card';
import type { Corners, useMapGestures } from './use-map-gestures';

const STEPS: Readonly<Record<string, PlaceStep>> = {
  ...{ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' },
};
/** How far the map is moved by a key, of its width. */
const PAN = 0.25;

/** Whether a click is a tap. In some browsers it does not say of what pointer it is, so `last` is the one that was down before; keys have none. */
function isTouch({ nativeEvent, detail }: MouseEvent, last: string): boolean {
  const type = 'pointerType' in nativeEvent ? nativeEvent.pointerType : detail > 0 && last;
  return type === 'touch';
}

/** What a key makes of the part that is shown; null where it means none. */
function keyedPart({ key, shiftKey }: KeyboardEvent, { width, height }: MapLayout): Corners | null {
  const about = (factor: number): Corners => {
    const [x, y] = [(width - width / factor) / 2, (height - height / factor) / 2];
    return [x, y, width - x, height - y];
  };
  if (key === '+' || key === '=') return about(2);
  if (key === '-' || key === '−') return about(0.5);
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [
    0, 0,
  ];
  if (!shiftKey || (dx === 0 && dy === 0)) return null;
  const [x, y] = [dx! * PAN * width, dy! * PAN * height];
  return [x, y, width + x, height + y];
}

/** Outlines and marks; drawn anew only with the layout. Thousands of hexagons have edges between them once scripts draw them. */
const Drawn = memo(function Drawn(props: {
  readonly layout: MapLayout;
  readonly id: string;
  readonly measured: boolean;
}) {
  const { layout, id, measured } = props;
  const base = {
    tag: 'g',
    attrs: { transform: `scale(${layout.unit})` },
    children: baseNodes(layout, cssPaint),
  } as const;
  const places = placeNodes(layout, id, cssPaint, measured ? 'each' : 'joined');
  return (
    <>
      <SceneSvg scene={base} />
      <SceneSvg scene={{ tag: 'g', attrs: { 'aria-hidden': 'true' }, children: places }} />
    </>
  );
});

function Ring({
  item,
  unit,
  name,
}: {
  readonly item: LaidPlace;
  readonly unit: number;
  readonly name: string | undefined;
}) {
  if (item.outline !== '') return <path className={name} transform={`scale(${unit / 2})`} d={item.outline} />;
  if (item.corners.length > 0)
    return <path className={name} d={`M${item.corners.map((one) => one.join(' ')).join('L')}z`} />;
  return <circle className={name} cx={item.x} cy={item.y} r={item.radius + 2.5} />;
}

/** What is being marked, and the box that it means, whose edges are curves. */
function Draft({
  draft,
  shift,
  layout: { unit, input },
  boxIn,
}: {
  readonly draft: Corners;
  readonly shift: CurrentShift;
  readonly layout: MapLayout;
  readonly boxIn: MapDrawingProps['boxIn'];
}) {
  const now = useShift(shift);
  const box = boxIn(draft, now);
  const [left, top, right, bottom] = draft;
  return (
    <>
      <rect className={styles.marking} x={left} y={top} width={right - left} height={bottom - top} />
      {box && (
        <path
          className={styles.draft}
          transform={`translate(${now.x} ${now.y}) scale(${now.k * unit})`}
          d={boxOutline(input.base.frame, box)}
        />
      )}
    </>
  );
}

export interface MapDrawingProps {
  readonly id: string;
  readonly layout: MapLayout;
  readonly measure: BaseMeasure;
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly gestures: ReturnType<typeof useMapGestures>;
  readonly measured: boolean;
  /** The box that a rectangle of the drawing means; null where it means none. */
  readonly boxIn: (corners: Corners, shift: MapShift) => Box | null;
  /** A part of the drawing is to be shown alone. */
  readonly onPart: (corners: Corners) => void;
}

/** The drawing of a map, with one link where pointer or keyboard are. */
export function MapDrawing(props: MapDrawingProps) {
  const { id, layout, measure, drawing, gestures, measured, boxIn, onPart } = props;
  const { view } = useSettled();
  const { go } = useNavigation();
  const [near, setNear] = useState<string | null>(null);
  const [isCard, setCard] = useState(false);
  const pointer = useRef('');
  const byId = useMemo(() => new Map(layout.items.map((item) => [item.mark.id, item])), [layout]);
  const first = useMemo(() => stepPlace(layout, null, 'first'), [layout]);
  const current = (near === null ? null : byId.get(near)) ?? first;
  const { shift, draft } = gestures;
  const { width, height, input } = layout;
  const itemAt = (event: MouseEvent | PointerEvent): LaidPlace | null => {
    if (input.regions !== null) {
      const region = event.target instanceof Element ? event.target.closest('[data-region]') : null;
      return byId.get(region?.getAttribute('data-region') ?? '') ?? null;
    }
    const box = drawing.current?.getBoundingClientRect();
    if (!box?.width) return null;
    const scale = width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const now = shift.get();
    return placeAt(layout, (x - now.x) / now.k, (y - now.y) / now.k);
  };
  const point = (event: PointerEvent) => {
    // Nothing is looked up while the map is pulled or a part of it marked.
    const isIdle = event.pointerType !== 'touch' && event.buttons === 0;
    const item = isIdle ? itemAt(event) : null;
    setCard(item !== null);
    if (item !== null) setNear(item.mark.id);
  };
  const click = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    // Enter on the link is a click without a place.
    const link = event.target instanceof Element ? event.target.closest('[data-place]') : null;
    const item = byId.get(link?.getAttribute('data-place') ?? '') ?? itemAt(event);
    if (item === null) {
      setCard(false);
      return;
    }
    event.preventDefault();
    setNear(item.mark.id);
    // A finger looks first, and filters by a second tap.
    if (isTouch(event, pointer.current) && !(isCard && current?.mark.id === item.mark.id)) {
      setCard(true);
      return;
    }
    go((now) => toggleMark(now, layout, item.mark.id));
  };
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') setCard(false);
    const part = keyedPart(event, layout);
    const step = event.shiftKey ? undefined : STEPS[event.key];
    if (part === null && step === undefined) return;
    event.preventDefault();
    if (part !== null) onPart(part);
    else if (step !== undefined) {
      const next = stepPlace(layout, current, step);
      // At once: only the mark that is stopped at has a link to focus.
      flushSync(() => setNear(next?.mark.id ?? null));
      event.currentTarget.querySelector<SVGAElement>('[data-place]')?.focus({ preventScroll: true });
      setCard(true);
    }
  };
  const chosen = chosenMarks(view, layout).flatMap((one) => byId.get(one) ?? []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a form's meaning
    <div
      role="group"
      aria-roledescription="map"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary ${id}-keys`}
      className={styles.plot}
      onKeyDown={key}
      onFocus={() => setCard(true)}
      onBlur={() => setCard(false)}
    >
      <p className="visually-hidden" id={`${id}-keys`}>
        Arrow keys go from mark to mark, Enter filters by one. Plus and minus zoom, Shift with the arrows
        moves the map. The list of places beside the map has the same counts.
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each mark is a link, which Enter follows */}
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is labelled */}
      <svg
        ref={drawing}
        className={isCard ? `${styles.drawing} ${styles.pointed}` : styles.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={Math.round(height)}
        onClick={click}
        onPointerDown={({ pointerType }) => {
          pointer.current = pointerType;
        }}
        onPointerMove={point}
        onPointerLeave={({ pointerType }) => pointerType !== 'touch' && setCard(false)}
      >
        <Shifted shift={shift}>
          <Drawn layout={layout} id={id} measured={measured} />
          {chosen.map((item) => (
            <Ring key={item.mark.id} item={item} unit={layout.unit} name={styles.chosen} />
          ))}
          {measured && current && (
            <a
              href={viewHref(toggleMark(view, layout, current.mark.id))}
              aria-label={placeSentence(input.info.guide, measure, current.mark)}
              data-place={current.mark.id}
              className={styles.place}
            >
              <Ring item={current} unit={layout.unit} name={isCard ? styles.near : styles.stop} />
            </a>
          )}
        </Shifted>
        {draft && <Draft {...{ draft, shift, layout, boxIn }} />}
      </svg>
      {isCard && current && measured && (
        <PlaceCard layout={layout} item={current} measure={measure} shift={shift} />
      )}
    </div>
  );
}
