import type { ActorDecisions } from '../../../mapping/mapping';
import type { Actor, ActorId } from '../../../series/model';
import { nameOf } from './actor-names';

/** An actor of which nothing is known but its name, and the spellings that were put together under it. */
export function actorOf(id: ActorId, name: string, { groups }: ActorDecisions): Actor {
  const spellings = groups
    .filter((group) => nameOf(group.name.trim()) === name)
    .flatMap((group) => group.spellings)
    .filter((spelling) => spelling !== name);
  const unknown = { kind: null, ideology: null, activeFrom: null, activeTo: null };
  return {
    ...{ id, name, shortName: name, aliases: [...new Set(spellings)].sort() },
    ...unknown,
    ...{ homeBase: null, notes: null, sources: [] },
  };
}
