import { formatEstimate } from '../../render/figures';
import type { Incident, SeriesGuide } from '../../series/model';
import { formatEventDate } from '../../time/format';
import { labelOf } from '../../view/labels';

/** The columns of a table in a page that stands alone. `key` is what it is sorted by. */
export interface TableCell {
  readonly text: string;
  readonly key: string | number;
}

function actorsOf({ links }: Incident, guide: SeriesGuide): string {
  if (links.length === 0) return 'not established';
  return links
    .map(({ actor, relation, certainty, disputedBy }) => {
      const doubt = [certainty === 'certain' ? '' : certainty, disputedBy.length > 0 ? 'disputed' : ''];
      const notes = [relation, ...doubt.filter((note) => note !== '')];
      return `${labelOf(guide, 'actor', actor)} (${notes.join(', ')})`;
    })
    .join('; ');
}

/** The names of the columns, in order; those that are numbers stand to the right. */
export const TABLE_COLUMNS = [
  { name: 'Date', numeric: false },
  { name: 'Title', numeric: false },
  { name: 'Actors', numeric: false },
  { name: 'Type', numeric: false },
  { name: 'Place', numeric: false },
  { name: 'Killed', numeric: true },
] as const;

/** The cells of an incident. What is not reported sorts below 0. */
export function tableCells(incident: Incident, guide: SeriesGuide): readonly TableCell[] {
  const { date, title, type, place, regions, fatalities } = incident;
  const where = [place.name, ...regions.map((id) => labelOf(guide, 'region', id))].filter(
    (one) => one !== null,
  );
  const text = (words: string): TableCell => ({ text: words, key: words.toLocaleLowerCase('en') });
  return [
    { text: formatEventDate(date), key: date.earliest ?? Number.MIN_SAFE_INTEGER },
    text(title),
    text(actorsOf(incident, guide)),
    text(labelOf(guide, 'type', type ?? 'none')),
    text(where.join(', ')),
    { text: formatEstimate(fatalities), key: fatalities.best ?? fatalities.high ?? -1 },
  ];
}
