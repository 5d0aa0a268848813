'use client';

import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Row } from '@/lib/query/result';
import type { ValueList } from '@/lib/series/facets';
import { type BuiltInColumn, type Column, roleOf } from '@/lib/series/field-table';
import { isOwnKey } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import { formatEventDate } from '@/lib/time/format';
import { columnLabel } from '@/lib/words/labels';
import { ActorCell, FigureCell, RelationCell, TextCell, TitleCell, ValueCell } from './cells';
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

/** Cells of which the model knows more than the kind of their values. */
const OWN_CELLS: Readonly<Partial<Record<BuiltInColumn, (row: Row) => ReactNode>>> = {
  title: (row) => <TitleCell row={row} />,
  actor: (row) => <ActorCell row={row} />,
  relation: (row) => <RelationCell row={row} />,
  id: ({ incident }) => incident.id,
};

/** How the cells of a column are drawn: by what it reads of an incident. */
function drawer(id: BuiltInColumn): (row: Row) => ReactNode {
  const draw = OWN_CELLS[id];
  if (draw !== undefined) return draw;
  const read = roleOf(id)?.read;
  switch (read?.as) {
    case 'date':
      return ({ incident }) => formatEventDate(incident.date);
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

/** The columns of a table. */
export function columnsOf(guide: SeriesGuide, shown: readonly Column[]) {
  return helper.columns(
    shown.map((id) =>
      column(
        guide,
        id,
        isOwnKey(id)
          ? ({ incident }) => <OwnCell guide={guide} incident={incident} field={id} />
          : drawer(id),
      ),
    ),
  );
}
