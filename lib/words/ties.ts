import type { TieShown } from '../query/info/shown-columns';
import type { Link } from '../series/model';

/** How an actor is tied to an incident: `claimed`, `suspected, probable`; '' where there is nothing to say. What is certain needs no word. */
export function tieDegree(
  { relation, certainty }: Pick<Link, 'relation' | 'certainty'>,
  shown: TieShown,
): string {
  if (shown === 'apart') return '';
  const words = [shown === 'whole' ? relation : '', certainty === 'certain' ? '' : certainty];
  return words.filter((word) => word !== '').join(', ');
}

/** The same with whether somebody disputes it: `claimed, disputed`. */
export function tieWords(link: Link, shown: TieShown): string {
  const words = [tieDegree(link, shown), shown !== 'apart' && link.disputedBy.length > 0 ? 'disputed' : ''];
  return words.filter((word) => word !== '').join(', ');
}

/** An actor with how it is tied: `ISKP (claimed)`. */
export function actorWithTie(name: string, link: Link, shown: TieShown): string {
  const words = tieWords(link, shown);
  return words === '' ? name : `${name} (${words})`;
}
