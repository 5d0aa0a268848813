import { join } from 'node:path';
import type { OwnValue } from '../../series/fields';
import type { DatasetId, Incident, IncidentId } from '../../series/model';
import { ownKeys, type PartProperty } from '../../series/parts/part-keys';
import { type TextColumn, textColumns } from '../../store/incidents/incident-texts';
import { revisionDir } from '../../store/log/layout';
import { openIncidentTexts, type RevisionHead } from '../../store/revision/read-revision';
import { placesInOrder } from '../../text/text-places';
import { ownBuilder, partBuilder, placeNames } from '../columnar/columns/columns-builder';
import { sortDates } from '../columnar/columns/dates';
import { type ColumnBuilder, codesFor, type Dictionary } from '../columnar/columns/dictionary';
import { linkListsOf } from '../columnar/columns/link-lists';
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
 * The columns of a revision, each read out of its files when it is its turn and held for no longer: what is in memory at once are the
 * order of the rows, one column, and where it is one of texts of which nearly each row has its own, only their codes. Texts wait in
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
  const fill = async (column: TextColumn, take: (row: number, text: string) => void): Promise<void> => {
    let row = 0;
    for await (const batch of texts.rows([column])) {
      for (const [text] of batch) take(row++, text!);
    }
  };
  const built = async <T>(column: TextColumn, builder: ColumnBuilder<T>): Promise<ColumnBuilder<T>> => {
    const value = column.read as (text: string) => T;
    await fill(column, (row, text) => builder.setText(row, text, value));
    return builder;
  };
  const columnOf = (property: PartProperty | 'id') =>
    all.find((column) => column.kind === 'part' && column.property === property)!;

  const close = () => {
    spills.clear();
    texts.close();
  };

  const given = await built(columnOf('date'), partBuilder('date')).catch((error: unknown) => {
    close();
    throw error;
  });
  const { order, ...dates } = sortDates(given.unordered(head.incidents));
  const same = codesFor(order.length, 1);
  const [keyOfOwn, waiting] = [ownKeys(), () => spills.values<never>()];
  const finished = async <T>(column: TextColumn, builder: ColumnBuilder<T>): Promise<Dictionary<T>> => {
    // Those of the column before are written.
    spills.clear();
    return (await built(column, builder)).finish(order, same);
  };

  const columns: ColumnsInTurn = {
    dates,
    own: head.rest.fields.map((field) => field.id),
    async ids() {
      const ids = new PackedValues<IncidentId>();
      const column = columnOf('id');
      await fill(column, (_, text) => ids.push(column.read(text) as IncidentId));
      return inOrder(ids, order);
    },
    idOrder: placesInOrder,
    part: async <P extends PartProperty>(property: P) =>
      finished<Incident[P]>(columnOf(property), partBuilder(property, undefined, waiting)),
    async ownColumn(field) {
      const column = all.find((one) => one.kind === 'own' && one.id === field)!;
      return finished<OwnValue | undefined>(column, ownBuilder(keyOfOwn, undefined, waiting));
    },
    places: (written) => placeNames(readColumns(read(written), head.rest).parts.place),
    linkLists: (written) => linkListsOf(head.rest, dates, readColumns(read(written), head.rest).parts),
    columns: (written) => readColumns(read(written), head.rest),
    spill: () => {
      spills.clear();
      return spills.numbers();
    },
  };
  return { columns, close };
}
