import { fold } from '../text/fold';
import { byCodePoint } from '../text/order';
import type { OwnValue } from './fields';
import type { Incident } from './model';

/** What a search looks through of the value of an own field, the members of a list a line apart; null where that is no text. */
function ownTextOf(value: OwnValue | undefined): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value.length > 0 ? value.join('\n') : null;
}

/** The texts of own fields, by the id of the field. */
function ownTexts({ own }: Pick<Incident, 'own'>): readonly string[] {
  const ids = Object.keys(own).sort(byCodePoint);
  return ids.map((id) => ownTextOf(own[id])).filter((text) => text !== null);
}

/** What a text search looks through: title, place, notes and the texts of own fields, folded. */
export function searchText(incident: Pick<Incident, 'title' | 'place' | 'notes' | 'own'>): string {
  const { title, place, notes } = incident;
  return fold([title, place.name ?? '', notes ?? '', ...ownTexts(incident)].join('\n'));
}

/** The folded words of a search; each must be found. */
export function searchWords(q: string): readonly string[] {
  return [
    ...new Set(
      fold(q)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}
