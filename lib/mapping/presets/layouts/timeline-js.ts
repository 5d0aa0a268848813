import { ISO_DATES } from '../../../dates/date-rule';
import type { DateMapping } from '../../mapping';
import type { Layout, LayoutColumns } from '../layout';
import { listIn, titleOf } from '../parts';

function datesOf({ name }: LayoutColumns): DateMapping {
  const end = name('End Year', 'end_date.year');
  const endParts = {
    month: name('End Month', 'end_date.month'),
    day: name('End Day', 'end_date.day'),
  };
  return {
    kind: 'parts',
    year: name('Year', 'start_date.year') ?? '',
    month: name('Month', 'start_date.month'),
    day: name('Day', 'start_date.day'),
    ...(end === null ? {} : { end: { year: end, ...endParts } }),
    text: null,
    rule: ISO_DATES,
  };
}

/**
 * A sheet of TimelineJS (Year, Month, Day, End Year … Headline, Text, Media), or its JSON.
 */
export const TIMELINE_JS: Layout = {
  id: 'timelinejs',
  name: 'TimelineJS',
  fits: (columns) =>
    columns.has('Year', 'Headline', 'Text', 'Media') || columns.has('start_date.year', 'text.headline'),
  map(columns) {
    const { name } = columns;
    return {
      date: datesOf(columns),
      title: titleOf((headline) => headline, name('Headline', 'text.headline')),
      type: name('Group', 'group') ?? name('Type'),
      sources: listIn(columns.names('Media', 'media.url')),
      notes: columns.names('Text', 'text.text'),
    };
  },
};
