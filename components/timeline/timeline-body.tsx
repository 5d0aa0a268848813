'use client';

import { memo, type ReactNode } from 'react';
import { SceneSvg } from '@/components/ui/scene-svg';
import { cssPaint } from '@/lib/render/scene/paint';
import type { ColourName } from '@/lib/render/scene/palette';
import type { LaidItem, TimelineLayout } from '@/lib/render/timeline/layout';
import { itemNodes } from '@/lib/render/timeline/marks/item-nodes';
import { itemSentence } from '@/lib/render/timeline/summary';
import { itemHrefs } from '@/lib/render/timeline/timeline';
import styles from './timeline.module.css';

interface ItemProps {
  readonly item: LaidItem;
  readonly colour: ColourName;
  readonly href: string;
  readonly sentence: string;
  readonly id: string;
  /** The one stop of the Tab key. */
  readonly stop: boolean;
  /** Without scripts there is no card, and the browser shows the sentence. */
  readonly titled: boolean;
}

/** One mark, pile or cell as a link. */
const ItemLink = memo(function ItemLink({ item, colour, href, sentence, id, stop, titled }: ItemProps) {
  return (
    <a href={href} aria-label={sentence} className={styles.item} data-key={item.key} tabIndex={stop ? 0 : -1}>
      {titled && <title>{sentence}</title>}
      {itemNodes(item, colour, id, cssPaint).map((scene, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a mark hold no state
        <SceneSvg key={index} scene={scene} />
      ))}
    </a>
  );
});

export interface MarksProps {
  readonly layout: TimelineLayout;
  readonly id: string;
  /** The key of the Tab stop; null before scripts run, when every mark is one. */
  readonly stop: string | null;
}

/** All items, grouped by lane so that a screen reader can say where it is. */
export const TimelineMarks = memo(function TimelineMarks({ layout, id, stop }: MarksProps): ReactNode {
  const hrefOf = itemHrefs(layout);
  return layout.lanes.map(({ lane }, index) => (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is not interactive
    <g key={lane.id} role="group" aria-label={`${lane.title}: ${lane.countText}`}>
      {layout.items
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
          />
        ))}
    </g>
  ));
});

/** Rings around the marks of one incident, in every lane it stands in. */
export function Halo({
  layout,
  incident,
  kind,
}: {
  layout: TimelineLayout;
  incident: string | null;
  kind: 'near' | 'open';
}) {
  if (incident === null) return null;
  return layout.items.map((item) =>
    item.kind === 'mark' && item.mark.id === incident ? (
      <circle key={item.key} cx={item.x} cy={item.y} r={item.form.half + 3} className={styles[kind]} />
    ) : null,
  );
}
