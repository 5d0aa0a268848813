'use client';

import { reportedEstimates } from '@/lib/query/info/offers';
import { itemBox } from '@/lib/render/timeline/item-steps';
import type { LaidItem, LaidMark, TimelineLayout } from '@/lib/render/timeline/layout';
import { itemSentence } from '@/lib/render/timeline/summary';
import { MARKED } from '@/lib/series/measures';
import { formatEventDate } from '@/lib/time/format';
import { formatEstimate } from '@/lib/words/figures';
import { groupLabel } from '@/lib/words/groups';
import { capitalised } from '@/lib/words/labels';
import { doubtsOf, tieWords } from '@/lib/words/marks/marks';
import styles from './timeline.module.css';

/** Where a card stands, in pixels of the timeline: above or below what it speaks of, never on it. */
export interface CardPlace {
  readonly left: number;
  readonly top: number | null;
  readonly bottom: number | null;
}

const CARD_WIDTH = 288;
const GAP = 10;

/** The place for a card. `top` is where the drawing begins inside the timeline, `above` the room over it on the screen. */
export function placeCard(
  item: LaidItem,
  room: { readonly top: number; readonly height: number; readonly width: number; readonly above: number },
): CardPlace {
  const { x0, x1, y0, y1 } = itemBox(item);
  const width = Math.min(CARD_WIDTH, room.width);
  const left = Math.max(0, Math.min(room.width - width, (x0 + x1) / 2 - width / 2));
  if (room.above + y0 > 220) return { left, top: null, bottom: room.height - (room.top + y0) + GAP };
  return { left, top: room.top + y1 + GAP, bottom: null };
}

function MarkWords({ layout, item }: { layout: TimelineLayout; item: LaidMark }) {
  const { mark } = item;
  const same = layout.items.filter((one): one is LaidMark => one.kind === 'mark' && one.mark.id === mark.id);
  const doubts = doubtsOf(mark, groupLabel(layout.input.info.guide, layout.input.view, mark.lane).short);
  const byActor = layout.input.view.split === 'actor' && mark.relation !== null;
  return (
    <>
      <p className={styles.cardDate}>{formatEventDate(mark.date)}</p>
      <p className={styles.cardTitle}>{capitalised(mark.title)}</p>
      {byActor ? (
        same.map((one) => (
          <p key={one.key}>
            <b>{layout.lanes[one.lane]?.lane.label}</b>: {tieWords(one.mark)}
          </p>
        ))
      ) : (
        <p>{tieWords(mark)}</p>
      )}
      {reportedEstimates(layout.input.info.offers).includes(MARKED) && (
        <p>
          {MARKED.label}: {formatEstimate(mark[MARKED.property])}
        </p>
      )}
      {doubts.length > 0 && <p className={styles.cardDoubt}>{doubts.join('. ')}.</p>}
    </>
  );
}

/** What a mark is, beside it. The mark's own name says the same to those who cannot see it. */
export function MarkCard(props: {
  readonly layout: TimelineLayout;
  readonly item: LaidItem;
  readonly place: CardPlace;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}) {
  const { layout, item, place, onEnter, onLeave } = props;
  const { left, top, bottom } = place;
  return (
    <div
      className={styles.card}
      data-card=""
      style={{ left, ...(top === null ? {} : { top }), ...(bottom === null ? {} : { bottom }) }}
      aria-hidden="true"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {item.kind === 'mark' ? <MarkWords layout={layout} item={item} /> : <p>{itemSentence(layout, item)}</p>}
    </div>
  );
}
