import type { SeriesInfo } from '@/lib/query/info/series-info';
import { drawnGroups } from '@/lib/query/plan/drawn-groups';
import { colourName } from '@/lib/render/scene/palette';
import styles from './actor-dot.module.css';

/** The colour that an actor has in every panel. Its name always stands beside it. */
export function ActorDot({ info, actor }: { readonly info: SeriesInfo; readonly actor: string }) {
  const colour = colourName(drawnGroups(info, 'actor'), actor);
  return <span aria-hidden="true" className={styles.dot} style={{ background: `var(${colour})` }} />;
}
