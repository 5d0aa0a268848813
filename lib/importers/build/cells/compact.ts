import type { Incident } from '../../../series/model';
import { detached } from './detached';

/** An incident to be held in memory: its texts hold on to nothing of the file. What it shares with others stays shared. */
export function compact(incident: Incident): Incident {
  const { id, title, notes, targets } = incident;
  return {
    ...incident,
    id: detached(id) as Incident['id'],
    title: detached(title),
    notes: notes === null ? null : detached(notes),
    targets: targets.length === 0 ? targets : targets.map(detached),
  };
}
