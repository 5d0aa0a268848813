import type { TieShown } from '../query/info/shown-columns';
import { NONE } from '../query/query';
import { type BuiltInColumn, type BuiltInFacet, type Column, roleOf } from '../series/field-table';
import { isOwnKey, ownField, ownValue } from '../series/fields';
import type { Incident, SeriesGuide } from '../series/model';
import { isPossible } from '../series/places/location';
import { formatEventDate } from '../time/format';
import { formatEstimate, NOT_REPORTED_TEXT } from './figures';
import { ownInWords } from './incident';
import { capitalised, labelOf, standingLabel } from './labels';
import { degreesText } from './marks/place-name';
import { actorWithTie, tieWords } from './ties';

/** A date in words without what is said of the end that is not known, which its first word tells: `from 12 Mar 2024`. */
export function withoutOpenEnd(date: string): string {
  return date.replace(/, (?:start|end) (?:not known|open)$/, '');
}

/** Whether a text is one of those that a title was made of, such as the type in `assault, Gransee`. */
export function isPartOfTitle({ title }: Pick<Incident, 'title'>, text: string): boolean {
  return title.toLowerCase().split(', ').includes(text.toLowerCase());
}

const NO_LETTER = /^[^\p{L}\p{N}]?$/u;

/** Whether a text has some words in it, and not only as a part of longer ones. */
function hasWords(text: string, words: string): boolean {
  const [whole, sought] = [text.toLowerCase(), words.toLowerCase()];
  if (sought === '') return true;
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (NO_LETTER.test(whole.slice(Math.max(0, at - 1), at)) && NO_LETTER.test(whole.slice(end, end + 1)))
      return true;
  }
  return false;
}

/** Where an incident was, as it stands beside its title: the place where the title does not say it; the point of what has no name, where there can be such a point. */
export function besideTitle(incident: Pick<Incident, 'title' | 'place'>): string | null {
  const { name, lat, lon } = incident.place;
  if (name !== null) return hasWords(incident.title, name) ? null : name;
  return lat === null || lon === null || !isPossible(lat, lon) ? null : degreesText(lat, lon);
}

function listed(texts: readonly string[], nothing: string): string {
  return texts.length === 0 ? nothing : texts.join('; ');
}

/** A text as it stands in the file, a title as the beginning of a line. */
function textWords(column: BuiltInColumn, text: string | null): string {
  if (text === null) return NOT_REPORTED_TEXT;
  return column === 'title' ? capitalised(text) : text;
}

function roleWords(guide: SeriesGuide, incident: Incident, column: BuiltInColumn, ties: TieShown): string {
  const read = roleOf(column)?.read;
  const label = (id: string) => labelOf(guide, column as BuiltInFacet, id);
  const standing = (id: string) => standingLabel(guide, column as BuiltInFacet, id);
  switch (read?.as) {
    case 'date':
      return formatEventDate(incident.date);
    case 'text':
      return textWords(column, read.of(incident));
    case 'number':
      return String(read.of(incident));
    case 'estimate':
      return formatEstimate(incident[read.property]);
    case 'values':
      return listed(read.of(incident).map(standing), standing(NONE));
    default: {
      const { links } = incident;
      if (column === 'relation')
        return listed(
          links.map((link) => tieWords(link, 'whole')),
          'none',
        );
      return listed(
        links.map((link) => actorWithTie(label(link.actor), link, ties)),
        label(NONE),
      );
    }
  }
}

/** A cell of a table of incidents as a text. `ties` is how much the cell of the actor says. */
export function cellWords(guide: SeriesGuide, incident: Incident, column: Column, ties: TieShown): string {
  if (!isOwnKey(column)) return roleWords(guide, incident, column, ties);
  const value = ownValue(incident, column.slice(1));
  if (value === undefined) return NOT_REPORTED_TEXT;
  return ownInWords(ownField(guide, column)?.kind ?? 'text', value).join(', ');
}
