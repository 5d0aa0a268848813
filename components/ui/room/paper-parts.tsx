import type { ReactNode } from 'react';
import type { SceneNode } from '@/lib/render/scene/scene';
import { SceneSvg } from '../scene-svg';
import styles from './paper-parts.module.css';

/** A drawing on paper is as wide as this, whatever the screen was, so that what is written in it is neither small nor large there. */
export const PAPER_WIDTH = 860;

/** A part of a drawing, from `y` on and so high. */
export interface PaperPart {
  readonly y: number;
  readonly height: number;
  readonly drawn: ReactNode;
}

interface Box {
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

function Part({ width, y, height, children }: Box & { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is labelled
    <svg className={styles.part} width={width} height={height} viewBox={`0 ${y} ${width} ${height}`}>
      {children}
    </svg>
  );
}

/** The axis of a drawing in parts. */
export interface PaperAxis {
  readonly at: 'head' | 'foot';
  readonly y: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}

/**
 * A drawing in parts that pages of paper part: one picture of all of it would leave the rest of a page empty. It is a table, for those are what browsers
 * part between rows, and whose heads and feet they repeat on each page, so that an axis stands beside each part.
 */
export function PaperParts(props: {
  readonly width: number;
  readonly axis: PaperAxis;
  readonly parts: readonly PaperPart[];
}) {
  const { width, axis, parts } = props;
  return (
    <div className={styles.parts} data-paper="">
      <div className={axis.at === 'head' ? styles.head : styles.foot} aria-hidden="true">
        <div className={styles.row}>
          <div className={styles.cell}>
            <Part {...{ width, y: axis.y, height: axis.height }}>
              <SceneSvg scene={{ tag: 'g', attrs: {}, children: axis.nodes }} />
            </Part>
          </div>
        </div>
      </div>
      <div className={styles.body}>
        {parts.map(({ y, height, drawn }) => (
          <div key={y} className={styles.row}>
            <div className={styles.cell}>
              <Part {...{ width, y, height }}>{drawn}</Part>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
