import { join } from 'node:path';
import type { OwnValue } from '../../series/fields';
import type { DatasetId, Incident, IncidentId } from '../../series/model';
import { ownKeys, PART_PROPERTIES, type PartProperty } from '../../series/parts/part-keys';
import { type IncidentTexts, type TextColumn, textColumns } from '../../store/incidents/incident-texts';
import { revisionDir } from '../../store/log/layout';
import { openIncidentTexts, type RevisionHead } from '../../store/revision/read-revision';
import { placesInOrder } from '../../text/text-places';
import type { EventDate } from '../../time/event-date';
import { ownBuilder, partBuilder } from '../columnar/columns/columns-builder';
import { sortDates } from '../columnar/columns/dates';
import { type ColumnBuilder, codesFor, type Dictionary } from '../columnar/columns/dictionary';
import { linkListsOf } from '../columnar/columns/link-lists';
import { placeNames } from '../columnar/columns/packed-places';
import { PackedValues, type Values } from '../columnar/columns/values';
import { readColumns } from '../columnar/stored/stored-columns';
import type { ColumnsInTurn } from '../columnar/stored/write-columns';
import type { ReadWritten } from './columns-file';
import { Spills } from './spill-file';

/** What is opened: a revision of a dataset in a store, and what is known of it. */
export interface Place {
  readonly store: string;
  readonly id: DatasetId;
  readonly revision: string;
  readonly head: RevisionHead;
}

/** Columns that are read one after the other, until they are let go of. */
export interface RevisionInTurn {
  readonly columns: ColumnsInTurn;
  close(): void;
}

/** Columns that are read together: each more than one takes the codes of its rows, and each time takes a text a row. */
const TOGETHER = 8;

/** Fills columns, row after row. */
async function filled(
  columns: readonly (readonly [TextColumn, ColumnBuilder<unknown>])[],
  texts: IncidentTexts,
): Promise<readonly ColumnBuilder<unknown>[]> {
  const builders = columns.map(([, builder]) => builder as ColumnBuilder<unknown>);
  const given = columns.map(([column]) => column);
  let row = 0;
  for await (const batch of texts.rows(given)) {
    for (const said of batch) {
      for (let at = 0; at < builders.length; at++) builders[at]!.setText(row, said[at]!, given[at]!.read);
      row++;
    }
  }
  return builders;
}

/** Values in another order. */
function inOrder<T>(values: Values<T>, order: Uint32Array): Values<T> {
  return {
    length: order.length,
    at: (place) => (place < order.length ? values.at(order[place]!) : undefined),
    map: (make) => Array.from(order, (at, place) => make(values.at(at)!, place)),
    *[Symbol.iterator]() {
      for (const at of order) yield values.at(at)!;
    },
  };
}

/**
 * The columns of a revision, some of them read out of its files when it is their turn and held for no longer: what is in memory at once
 * are the order of the rows and a few columns, and of those of texts of which nearly each row has its own only their codes. Texts wait in
 * `folder`. `read` reads what was written before.
 */
export async function columnsInTurn(
  { store, id, revision, head }: Place,
  folder: string,
  read: ReadWritten,
): Promise<RevisionInTurn> {
  const dir = revisionDir(store, id, revision);
  const all = textColumns(head.rest.fields);
  const texts = await openIncidentTexts(dir, head);
  const spills = new Spills((at) => join(folder, `spill-${at}`));
  const columnOf = (property: PartProperty | 'id') =>
    all.find((column) => column.kind === 'part' && column.property === property)!;
  const close = () => {
    spills.clear();
    texts.close();
  };

  const given = await filled(
    [[columnOf('date'), partBuilder('date') as ColumnBuilder<unknown>]],
    texts,
  ).catch((error: unknown) => {
    close();
    throw error;
  });
  const { order, ...dates } = sortDates(given[0]!.unordered(head.incidents) as Dictionary<EventDate>);
  const same = codesFor(order.length, 1);
  const [keyOfOwn, waiting] = [ownKeys(), () => spills.values<never>()];
  const parts = PART_PROPERTIES.filter((property) => property !== 'date').map(columnOf);
  const wanted = [...parts, ...all.filter(({ kind }) => kind === 'own')];
  const ready = new Map<TextColumn, ColumnBuilder<unknown>>();
  const builderOf = (column: TextColumn) =>
    (column.kind === 'own'
      ? ownBuilder(keyOfOwn, undefined, waiting)
      : partBuilder(column.property as PartProperty, undefined, waiting)) as ColumnBuilder<unknown>;
  const finished = async (column: TextColumn): Promise<Dictionary<unknown>> => {
    if (!ready.has(column)) {
      // Those before are written.
      spills.clear();
      const next = wanted.slice(wanted.indexOf(column)).slice(0, TOGETHER);
      for (const one of next) ready.set(one, builderOf(one));
      await filled([...ready], texts);
    }
    const builder = ready.get(column)!;
    ready.delete(column);
    return builder.finish(order, same);
  };
  let names: Dictionary<string | null> | null = null;

  const columns: ColumnsInTurn = {
    dates,
    own: head.rest.fields.map((field) => field.id),
    async ids() {
      const [ids, column] = [new PackedValues<IncidentId>(), columnOf('id')];
      for await (const batch of texts.rows([column])) {
        for (const [text] of batch) ids.push(column.read(text!) as IncidentId);
      }
      return inOrder(ids, order);
    },
    idOrder: placesInOrder,
    async part<P extends PartProperty>(property: P) {
      const column = (await finished(columnOf(property))) as Dictionary<Incident[P]>;
      if (property === 'place') names = placeNames(column as Dictionary<Incident['place']>);
      return column;
    },
    ownColumn: async (field) =>
      (await finished(all.find((one) => one.kind === 'own' && one.id === field)!)) as Dictionary<
        OwnValue | undefined
      >,
    places: () => names!,
    linkLists: (written) => linkListsOf(head.rest, dates, readColumns(read(written), head.rest).parts),
    columns: (written) => readColumns(read(written), head.rest),
    spill: () => {
      spills.clear();
      return spills.numbers();
    },
  };
  return { columns, close };
}
