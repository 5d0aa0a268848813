import type { SeriesInfo } from '@/lib/query/info/series-info';
import { actorColour } from '@/lib/render/scene/actor-colour';
import type { EventDate } from '@/lib/time/event-date';
import type { View } from '@/lib/view/view';
import styles from './actor-dot.module.css';

interface Props {
  readonly info: Pick<SeriesInfo, 'guide' | 'ranking'>;
  readonly by: Pick<View, 'roll' | 'actors'>;
  readonly actor: string;
  /** When the incident was that the actor is tied to: whole and part may be so for a time. */
  readonly date: EventDate;
}

/** The colour that an actor has in every panel. Its name always stands beside it. */
export function ActorDot({ info, by, actor, date }: Props) {
  const colour = actorColour(info, by, actor, date);
  return <span className={styles.dot} style={{ background: `var(${colour})` }} />;
}
