'use client';

import { memo, type ReactNode } from 'react';
import { SceneSvg, svgProps } from '@/components/ui/scene-svg';
import { toggleSelection } from '@/lib/render/activity/selection';
import { bandExtent } from '@/lib/render/axis/coverage-bands';
import { cssPaint } from '@/lib/render/scene/paint';
import type { ColourName } from '@/lib/render/scene/palette';
import type { LaidItem, TimelineLayout } from '@/lib/render/timeline/layout';
import { itemNodes, labelLook, linkNodes } from '@/lib/render/timeline/marks/item-nodes';
import { selectedFrames, selectHrefs, selectionOfLane } from '@/lib/render/timeline/selection';
import { itemSentence } from '@/lib/render/timeline/summary';
import type { DaySpan } from '@/lib/time/day';
import { formatSpan } from '@/lib/time/format';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { isMerged, MergedItems } from './merged-items';
import styles from './timeline.module.css';

interface ItemProps {
  readonly item: LaidItem;
  readonly colour: ColourName;
  readonly href: string;
  readonly sentence: string;
  readonly id: string;
  /** The one stop of the Tab key. */
  readonly stop: boolean;
  /** Without scripts there is no card, and the browser shows the sentence, which is its name then. */
  readonly titled: boolean;
  /** It stands above what is drawn of it. */
  readonly above: boolean;
}

const LABELS = svgProps(labelLook(cssPaint));

/** Longer addresses, which name hundreds of groups, make a page heavy, and are left to scripts. */
const LONGEST_ADDRESS = 1000;

/** One mark or cell as a link. */
const ItemLink = memo(function ItemLink(props: ItemProps) {
  const { item, colour, href, sentence, id, stop, titled, above } = props;
  return (
    <a
      href={titled && href.length > LONGEST_ADDRESS ? undefined : href}
      aria-label={titled ? undefined : sentence}
      className={styles.item}
      data-key={item.key}
      tabIndex={stop ? 0 : -1}
    >
      {titled && <title>{sentence}</title>}
      {(above ? linkNodes : itemNodes)(item, colour, id, cssPaint).map((scene, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a mark hold no state
        <SceneSvg key={index} scene={scene} />
      ))}
    </a>
  );
});

/** The name of a lane as a link that selects it; one stop of the Tab key for all lanes once scripts run. */
function LaneLink({ layout, index, stop }: { layout: TimelineLayout; index: number; stop: boolean }) {
  const { lane, top, height } = layout.lanes[index]!;
  const { view } = layout.input;
  const select = selectionOfLane(view, lane);
  if (select === null) return null;
  const { left, width } = layout.frame;
  const box = layout.narrow ? { width, height: 24 } : { width: left - 6, height };
  return (
    <a
      href={`${viewHref(toggleSelection(view, select))}#incidents`}
      aria-label={`Select ${lane.title}: ${lane.countText}`}
      className={styles.lane}
      data-lane={index}
      tabIndex={stop ? 0 : -1}
    >
      <rect x={0} y={top} {...box} fill="transparent" />
    </a>
  );
}

/** The span that a drag has marked so far, and what letting go does. */
export function DraftSpan({ layout, span }: { layout: TimelineLayout; span: DaySpan }) {
  const { x, width } = bandExtent(span, layout.scale);
  return (
    <g data-draft="" pointerEvents="none">
      <rect x={x} y={0} width={width} height={layout.height} className={styles.draft} />
      <text x={x + 6} y={14} className={styles.draftWords}>
        Zoom to {formatSpan(span.from, span.to)}
      </text>
    </g>
  );
}

/** Frames around what is selected, in one lane alone where that is named. */
export function SelectedFrames(props: {
  readonly layout: TimelineLayout;
  readonly view: View;
  readonly only?: number;
}) {
  const { layout, view, only = null } = props;
  return (
    <g data-selected="" pointerEvents="none">
      {selectedFrames(layout, view, cssPaint, only).map((scene, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frames hold no state
        <SceneSvg key={at} scene={scene} />
      ))}
    </g>
  );
}

export interface MarksProps {
  readonly layout: TimelineLayout;
  readonly id: string;
  /** The key of the Tab stop; null before scripts run, when every mark is one. */
  readonly stop: string | null;
  /** The key of the item under the pointer, where items are drawn together. */
  readonly near: string | null;
  /** What is drawn of marks stands elsewhere. */
  readonly marksOnCanvas: boolean;
  /** The lane that is drawn; all where none is named. */
  readonly only?: number;
}

/** All items, grouped by lane so that a screen reader can say where it is. */
export const TimelineMarks = memo(function TimelineMarks(props: MarksProps): ReactNode {
  const { layout, id, stop, near, marksOnCanvas, only } = props;
  const hrefOf = selectHrefs(layout);
  const merged = marksOnCanvas || isMerged(layout);
  const linked = merged ? layout.items.filter(({ key }) => key === stop || key === near) : layout.items;
  const drawn = layout.lanes.map((laid, index) => ({ ...laid, index }));
  const shown = only === undefined ? drawn : drawn.filter(({ index }) => index === only);
  return shown.map(({ lane, holds, index }) => (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is not interactive
    <g key={lane.id} role="group" aria-label={`${lane.title}: ${lane.countText}`} {...LABELS}>
      <LaneLink layout={layout} index={index} stop={stop === null || index === 0} />
      {merged && !(marksOnCanvas && holds === 'marks') && <MergedItems {...{ layout, id }} lane={index} />}
      {linked
        .filter((item) => item.lane === index)
        .map((item) => (
          <ItemLink
            key={item.key}
            item={item}
            colour={lane.colour}
            href={hrefOf(item)}
            sentence={itemSentence(layout, item)}
            id={id}
            stop={stop === null || stop === item.key}
            titled={stop === null}
            above={merged}
          />
        ))}
    </g>
  ));
});

/** Rings around the marks of one incident, in every lane it stands in, or in one alone. */
export function Halo(props: {
  readonly layout: TimelineLayout;
  readonly incident: string | null;
  readonly kind: 'near' | 'open';
  readonly only?: number;
}) {
  const { layout, incident, kind, only = null } = props;
  if (incident === null) return null;
  return layout.items.map((item) =>
    item.kind === 'mark' && item.mark.id === incident && (only === null || item.lane === only) ? (
      <circle key={item.key} cx={item.x} cy={item.y} r={item.form.half + 3} className={styles[kind]} />
    ) : null,
  );
}
