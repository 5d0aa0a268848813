'use client';

import type { ReactNode } from 'react';
import { SceneSvg } from '@/components/ui/scene-svg';
import { ViewLink } from '@/components/ui/view-link';
import type { Compared, ComparedSide, EndIncident } from '@/lib/render/comparison/compared';
import { sideSpark, sparkMost } from '@/lib/render/comparison/side-spark';
import { cssPaint } from '@/lib/render/scene/paint';
import type { Noun } from '@/lib/series/measures';
import { formatEventDate } from '@/lib/time/format';
import { changeView } from '@/lib/view/change';
import { toggleCompared } from '@/lib/view/compared';
import { shareText } from '@/lib/words/comparison';
import { NO_FIGURE, UNCOUNTABLE_WORDS } from '@/lib/words/coverage';
import { exactSum, formatCount, NOTHING_TEXT, sumLabel, wholeQuantity } from '@/lib/words/figures';
import { capitalised } from '@/lib/words/labels';
import styles from './compare.module.css';

const SPARK = { width: 96, height: 24 } as const;

/** A figure as a link to the view that gives exactly it. */
function Figure({ side, text }: { readonly side: ComparedSide; readonly text: string | null }) {
  if (side.why !== null) return <span title={capitalised(UNCOUNTABLE_WORDS[side.why])}>{NO_FIGURE}</span>;
  if (text === null || text === NOTHING_TEXT) return NOTHING_TEXT;
  return <ViewLink view={side.side.view}>{text}</ViewLink>;
}

/** The day of the first or the last incident, which it opens. */
function EndDay({ side, end }: { readonly side: ComparedSide; readonly end: EndIncident | null }) {
  if (end === null) return NOTHING_TEXT;
  return (
    <>
      <ViewLink view={changeView(side.side.view, { incident: end.id })}>{formatEventDate(end.date)}</ViewLink>
      {end.doubtful && <span className={styles.note}> in doubt</span>}
    </>
  );
}

function Name({ side, rest }: { readonly side: ComparedSide; readonly rest: ReactNode }) {
  return (
    <span className={styles.side}>
      <span className={styles.swatch} style={{ background: `var(${side.colour})` }} />
      <span className={styles.name}>
        <span title={side.full === side.short ? undefined : side.full}>{side.short}</span>
        {side.caveat !== null && <span className={`${styles.note} ${styles.caveat}`}> {side.caveat}</span>}
      </span>
      {rest}
    </span>
  );
}

/** Takes a side out of the comparison; the view itself stays in it. */
function Remove({ compared, side }: { readonly compared: Compared; readonly side: ComparedSide }) {
  const { item } = side.side;
  if (item === null) return null;
  const label = `Take ${side.short} out of the comparison`;
  return (
    <ViewLink
      className={styles.remove}
      view={(now) => toggleCompared(now, compared.by, item)}
      aria-label={label}
      title={label}
    >
      ×
    </ViewLink>
  );
}

/** What the figures of the chart's measure are called, where the sides have some of their own. */
function measuredLabel({ sides }: Compared): string | null {
  return sides.find(({ measured }) => measured !== null)?.measured?.label ?? null;
}

function Row(props: {
  readonly compared: Compared;
  readonly side: ComparedSide;
  readonly most: number;
  readonly noun: Noun;
}) {
  const { compared, side, most, noun } = props;
  const { hasKilled } = compared;
  const measured = measuredLabel(compared);
  return (
    <tr>
      <th scope="row">
        <Name side={side} rest={<Remove compared={compared} side={side} />} />
      </th>
      <td className={styles.spark}>
        <SceneSvg scene={sideSpark(side, SPARK, most, cssPaint)} />
      </td>
      <td data-label={capitalised(noun.many)}>
        <Figure side={side} text={side.incidents && formatCount(side.incidents)} />
      </td>
      {compared.whole !== null && (
        <td data-label={`Share of ${wholeQuantity(compared.whole.total.incidents.best, noun)}`}>
          <Figure side={side} text={side.share && shareText(side.share)} />
        </td>
      )}
      {hasKilled && (
        <>
          <td data-label="Killed">
            <Figure side={side} text={side.killed && sumLabel(side.killed)} />
          </td>
          <td data-label={`Killed per ${noun.one}`}>
            <Figure side={side} text={side.perIncident && exactSum(side.perIncident)} />
          </td>
        </>
      )}
      {side.measured !== null && (
        <td data-label={side.measured.label}>
          <Figure side={side} text={sumLabel(side.measured.sum)} />
        </td>
      )}
      {side.measured === null && measured !== null && <td data-label={measured}>{NO_FIGURE}</td>}
      <td data-label="First" className={styles.day}>
        <EndDay side={side} end={side.first} />
      </td>
      <td data-label="Last" className={styles.day}>
        <EndDay side={side} end={side.last} />
      </td>
    </tr>
  );
}

/** The figures of all sides, a row each; every figure opens what it counts. */
export function CompareFigures({ compared, noun }: { readonly compared: Compared; readonly noun: Noun }) {
  const { whole, hasKilled } = compared;
  const measured = measuredLabel(compared);
  const most = sparkMost(compared);
  return (
    <table className={styles.table} aria-label={compared.title}>
      <thead>
        <tr>
          <th scope="col">Side</th>
          <th scope="col">
            <span className="visually-hidden">Over time</span>
          </th>
          <th scope="col">{capitalised(noun.many)}</th>
          {whole !== null && (
            <th scope="col">
              Share of{' '}
              <ViewLink view={whole.view}>{wholeQuantity(whole.total.incidents.best, noun)}</ViewLink>
            </th>
          )}
          {hasKilled && (
            <>
              <th scope="col">Killed</th>
              <th scope="col">Killed per {noun.one}</th>
            </>
          )}
          {measured !== null && <th scope="col">{measured}</th>}
          <th scope="col">First</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {compared.sides.map((side) => (
          <Row key={side.side.item ?? ''} compared={compared} side={side} most={most} noun={noun} />
        ))}
      </tbody>
    </table>
  );
}
