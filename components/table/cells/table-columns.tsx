'use client';

import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { TieShown } from '@/lib/query/info/shown-columns';
import type { Row } from '@/lib/query/result';
import type { ValueList } from '@/lib/series/facets';
import { type BuiltInColumn, type Column, roleOf } from '@/lib/series/field-table';
import { isOwnKey } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import { columnLabel } from '@/lib/words/labels';
import { ActorCell, RelationCell } from './actor-cell';
import { DateCell, FigureCell, TextCell, TitleCell, ValueCell } from './cells';
import { OwnCell } from './own-cell';

/** A row of the table: its place among all rows, and the incident once it is here. */
export interface TableItem {
  readonly index: number;
  readonly row: Row | null;
}

/** What the table does by itself: nothing but know the order. Engines sort. */
export const features = tableFeatures({ rowSortingFeature });

const helper = createColumnHelper<typeof features, TableItem>();

function column(guide: SeriesGuide, id: Column, draw: (row: Row) => ReactNode) {
  return helper.display({
    id,
    header: columnLabel(guide, id),
    cell: ({ row }) => (row.original.row === null ? null : draw(row.original.row)),
  });
}

/** How a cell is drawn depends on the columns beside it: a place and a relation with columns of their own stand there alone. */
function drawer(shown: readonly Column[], ties: TieShown, id: BuiltInColumn): (row: Row) => ReactNode {
  switch (id) {
    case 'title':
      return (row) => <TitleCell row={row} place={!shown.includes('place')} />;
    case 'actor':
      return (row) => <ActorCell row={row} ties={ties} />;
    case 'relation':
      return (row) => <RelationCell row={row} />;
    default:
      return plainDrawer(id);
  }
}

/** How the cells of any other column are drawn: by what it reads of an incident. */
function plainDrawer(id: BuiltInColumn): (row: Row) => ReactNode {
  const read = roleOf(id)?.read;
  switch (read?.as) {
    case 'date':
      return ({ incident }) => <DateCell date={incident.date} />;
    case 'number':
      return ({ incident }) => read.of(incident);
    case 'text':
      return ({ incident }) => <TextCell text={read.of(incident)} />;
    case 'estimate':
      return ({ incident }) => (
        <FigureCell estimate={incident[read.property]} disputed={incident.natureDisputed} />
      );
    default:
      return (row) => <ValueCell row={row} facet={id as ValueList['key']} />;
  }
}

/** The columns of a table. Each call makes other cells, so what is given must be the same while they are to stay. */
export function columnsOf(guide: SeriesGuide, shown: readonly Column[], ties: TieShown) {
  return helper.columns(
    shown.map((id) =>
      column(
        guide,
        id,
        isOwnKey(id)
          ? ({ incident }) => <OwnCell guide={guide} incident={incident} field={id} />
          : drawer(shown, ties, id),
      ),
    ),
  );
}
