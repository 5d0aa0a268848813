import type { DuckDBValue } from '@duckdb/node-api';
import { NONE, SEVERAL } from '../../query/query';
import { KINDS } from '../../series/field-kinds';
import { type OwnField, type OwnKey, ownIds, ownKey, ownNumber } from '../../series/fields';
import type { Incident } from '../../series/model';
import { MISSING, ownFigure, ownList, ownOrder, ownStacked } from '../sql/columns';
import { double, type TableColumn, text, texts } from './columns';

interface Numbered {
  readonly incident: Incident;
}

function columnsOf<T extends Numbered>(
  key: OwnKey,
  sortsBy: (incident: Incident) => DuckDBValue,
  isNumeric: boolean,
): readonly TableColumn<T>[] {
  const ids = ({ incident }: T) => {
    const held = ownIds(incident, key);
    return held.length === 0 ? [NONE] : held;
  };
  const order = (isNumeric ? double<T> : text<T>)(ownOrder(key), () => null);
  return [
    texts<T>(ownList(key), ids),
    text<T>(ownStacked(key), (one) => (ids(one).length > 1 ? SEVERAL : (ids(one)[0] ?? NONE))),
    double<T>(ownFigure(key), ({ incident }) => ownNumber(incident, key)),
    { ...order, value: ({ incident }: T) => sortsBy(incident) },
  ];
}

/** The columns of the table `incidents` for the own fields of a series. */
export function ownColumns<T extends Numbered>(
  fields: readonly OwnField[],
  sortsBy: (key: OwnKey) => (incident: Incident) => DuckDBValue,
): readonly TableColumn<T>[] {
  return [
    ...columnsOf<T>(MISSING, () => null, false),
    ...fields.flatMap((field) => {
      const isNumeric = KINDS[field.kind].held !== 'text';
      return columnsOf<T>(ownKey(field), sortsBy(ownKey(field)), isNumeric);
    }),
  ];
}
