import { ISO_DATES } from '../../../dates/date-rule';
import type { DateMapping } from '../../mapping';
import type { Layout, LayoutColumns } from '../layout';
import { titleOf } from '../parts';

function datesOf({ name }: LayoutColumns): DateMapping {
  const start = name('start') ?? '';
  const end = name('end');
  return end === null
    ? { kind: 'one', column: start, rule: ISO_DATES, precision: null }
    : { kind: 'span', start, end, rule: ISO_DATES, meaning: { fixed: 'lasting' } };
}

/** Items of vis-timeline: `content` is what is drawn, `start` and `end` when, `group` the row in which it stands. */
export const VIS_TIMELINE: Layout = {
  id: 'vis-timeline',
  name: 'vis-timeline',
  fits: (columns) =>
    columns.has('content', 'start') &&
    columns.name('end', 'group', 'className', 'type') !== null &&
    columns.all.length <= 15,
  map(columns) {
    const { name } = columns;
    return {
      date: datesOf(columns),
      id: name('id'),
      title: titleOf((content) => content, name('content')),
      type: name('group', 'className'),
      notes: columns.names('title'),
    };
  },
};
