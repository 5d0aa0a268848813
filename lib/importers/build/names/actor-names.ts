import { type NamedActor, readSuspicion } from '../../../mapping/cells/suspicion';
import type { ActorDecisions, ActorMapping } from '../../../mapping/mapping';
import type { Actor, ActorId } from '../../../series/model';
import { type CellProblem, NO_PROBLEMS } from '../cells/cell-problem';
import { splitCell } from '../cells/split-cell';

/** Names in a cell as the reader decided about them. */
export type NamesOf = (cell: string, separator: ActorMapping['separator']) => readonly NamedActor[];

/** Longer names are cut: they are notes that stand in a column of names. */
export const LONGEST_NAME = 300;

/** A text as a name: letters composed in one way, so that names that look the same are the same. */
export function nameOf(text: string): string {
  const name = text.normalize('NFC');
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

const NOBODY = { name: null, isSuspected: false };

/**
 * Reads the actors of a cell: placeholders are left out, spellings of a group go by its name, every other text is a
 * name of its own, without the word that says that it is suspected.
 */
export function actorNames({ groups, placeholders }: ActorDecisions): NamesOf {
  const known = new Map<string, string | null>();
  for (const { name, spellings } of groups) {
    for (const spelling of spellings) known.set(nameOf(spelling.trim()), nameOf(name.trim()));
  }
  for (const text of placeholders) known.set(nameOf(text.trim()), null);
  const decide = ({ name, isSuspected }: NamedActor) => {
    const decided = known.get(name);
    return decided === undefined ? undefined : { name: decided, isSuspected };
  };
  return (cell, separator) => {
    return splitCell(cell, separator).flatMap((member) => {
      const own = decide({ name: nameOf(member), isSuspected: false });
      const read = own === undefined ? readSuspicion(nameOf(member)) : null;
      const { name, isSuspected } = own ?? (read && (decide(read) ?? read)) ?? NOBODY;
      return name === null || name === '' ? [] : [{ name, isSuspected }];
    });
  };
}

/** What is to be said of a cell whose names are cut; most cells are too short to look at. */
export function cutProblems(column: string, cell: string, separator: string | null): readonly CellProblem[] {
  if (cell.length <= LONGEST_NAME) return NO_PROBLEMS;
  const long = splitCell(cell, separator).find((name) => name.normalize('NFC').length > LONGEST_NAME);
  if (long === undefined) return NO_PROBLEMS;
  const reason = `a name of ${long.length} characters is cut after ${LONGEST_NAME - 1}`;
  return [{ code: 'long-name', column, value: long, reason }];
}

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
