'use client';

import styles from './map.module.css';

const STEP = 2;

/** Zooming by buttons; they come with the scripts, without which the map stands as it is. */
export function MapControls(props: {
  /** Whether not all is shown, and whether that is so because the reader moved the map. */
  readonly isMoved: boolean;
  readonly isPart: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onAll: () => void;
  /** Filters by the part that is shown: what a drag does, for fingers and keys. */
  readonly onOnly: () => void;
}) {
  const { isMoved, isPart, onZoom, onAll, onOnly } = props;
  const button = (label: string, text: string, onClick: () => void, disabled = false) => (
    <button
      type="button"
      className={`control ${styles.zoom}`}
      aria-label={label}
      title={label}
      {...{ onClick, disabled }}
    >
      {text}
    </button>
  );
  return (
    <div className={styles.zooms}>
      {isPart && (
        <button type="button" className="control" onClick={onOnly}>
          Only this part
        </button>
      )}
      {button('Zoom in on the map', '+', () => onZoom(STEP))}
      {button('Zoom out of the map', '−', () => onZoom(1 / STEP))}
      {button('Show all places on the map', 'All', onAll, !isMoved)}
    </div>
  );
}
