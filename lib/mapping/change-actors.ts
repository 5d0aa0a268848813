import type { Relation } from '../series/model';
import type { ActorDecisions, ActorGroup, ActorMapping, Mapping } from './mapping';

const decide = (mapping: Mapping, change: Partial<ActorDecisions>): Mapping => ({
  ...mapping,
  actorDecisions: { ...mapping.actorDecisions, ...change },
});

/** The mapping with a group accepted. A spelling belongs to one group only, so it leaves the others. */
export function acceptGroup(mapping: Mapping, group: ActorGroup): Mapping {
  const { name, spellings } = group;
  const others = keepApart(mapping, spellings).actorDecisions.groups.filter((one) => one.name !== name);
  return decide(mapping, { groups: [...others, { name, spellings: [...new Set(spellings)] }] });
}

/** The mapping with some spellings in no group; a group left with one spelling or none is gone. */
export function keepApart(mapping: Mapping, spellings: readonly string[]): Mapping {
  const leaving = new Set(spellings);
  const groups = mapping.actorDecisions.groups
    .map((group) => ({ ...group, spellings: group.spellings.filter((one) => !leaving.has(one)) }))
    .filter((group) => group.spellings.length > 1);
  return decide(mapping, { groups });
}

/** The mapping with a text taken to mean that the actor is not known. */
export function addPlaceholder(mapping: Mapping, text: string): Mapping {
  return decide(mapping, { placeholders: [...new Set([...mapping.actorDecisions.placeholders, text])] });
}

/** The mapping with a text taken as the name of an actor again. */
export function removePlaceholder(mapping: Mapping, text: string): Mapping {
  return decide(mapping, { placeholders: mapping.actorDecisions.placeholders.filter((one) => one !== text) });
}

/** The mapping with another column of actors, or with another relation or separator of one that it has. */
export function setActorColumn(
  mapping: Mapping,
  column: string,
  relation: Relation,
  separator: string | null,
): Mapping {
  const made: ActorMapping = {
    column,
    separator,
    relation: { fixed: relation },
    certainty: { fixed: 'certain' },
  };
  const has = mapping.actors.some((actor) => actor.column === column);
  const actors = has
    ? mapping.actors.map((actor) => (actor.column === column ? made : actor))
    : [...mapping.actors, made];
  return { ...mapping, actors };
}

/** The mapping without the actors of a column. */
export function removeActorColumn(mapping: Mapping, column: string): Mapping {
  return { ...mapping, actors: mapping.actors.filter((actor) => actor.column !== column) };
}
