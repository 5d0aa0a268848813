'use client';

import { drawnGroups } from '@/lib/query/plan/drawn-groups';
import { SEVERAL } from '@/lib/query/query';
import { type LaidPlace, type MapLayout, namedGroups } from '@/lib/render/map/lay-map';
import { colourName } from '@/lib/render/scene/palette';
import type { BaseMeasure } from '@/lib/series/measures';
import { bestInWords } from '@/lib/words/figures';
import { groupLabel } from '@/lib/words/groups';
import { splitNoun } from '@/lib/words/labels';
import { markCaveat, PRECISION_WORDS, placeFigure } from '@/lib/words/marks/map';
import { placeName } from '@/lib/words/marks/place-name';
import styles from './map.module.css';
import { type CurrentShift, useShift } from './map-shift';

const CARD_WIDTH = 240;

/** What a mark is, beside it. The mark's own name says the same to those who cannot see it. */
export function PlaceCard(props: {
  readonly layout: MapLayout;
  readonly item: LaidPlace;
  readonly measure: BaseMeasure;
  readonly shift: CurrentShift;
}) {
  const { layout, item, measure } = props;
  const shift = useShift(props.shift);
  const { width, height, input } = layout;
  const { info, view } = input;
  const { mark } = item;
  const [x, y] = [item.x * shift.k + shift.x, item.y * shift.k + shift.y];
  const isLow = y > height / 2;
  const left = Math.max(0, Math.min(width - CARD_WIDTH, x - CARD_WIDTH / 2));
  const off = item.radius * shift.k + 8;
  const order = drawnGroups(info, view.split);
  const groups = namedGroups(mark);
  const more = mark.groups.length - groups.length + (mark.moreGroups ?? 0);
  const nameOf = (series: string | null) =>
    series === SEVERAL
      ? `Several ${splitNoun(info.guide, view.split).many}`
      : groupLabel(info.guide, view, series).short;
  return (
    <div
      className={styles.card}
      aria-hidden="true"
      style={{
        ...{ left: `${(100 * left) / width}%` },
        ...(isLow
          ? { bottom: `${(100 * (height - y + off)) / height}%` }
          : { top: `${(100 * (y + off)) / height}%` }),
      }}
    >
      <p className={styles.cardTitle}>{placeName(mark)}</p>
      <p>{placeFigure(info.guide, measure, mark)}</p>
      {markCaveat(mark) !== null && <p className={styles.cardNote}>{markCaveat(mark)}</p>}
      {mark.precision !== null && <p className={styles.cardNote}>{PRECISION_WORDS[mark.precision]}</p>}
      {view.split !== 'none' &&
        groups.map((group) => (
          <p key={group.series ?? ''} className={styles.cardGroup}>
            <span
              className={styles.swatch}
              style={{ background: `var(${colourName(order, group.series)})` }}
            />
            {nameOf(group.series)} {bestInWords(group)}
          </p>
        ))}
      {view.split !== 'none' && more > 0 && <p className={styles.cardNote}>and {more} more</p>}
    </div>
  );
}
