import type { RawColumn } from '../../../formats/raw-table';
import type { Mapping } from '../../../mapping/mapping';
import type { TypeDef, TypeId } from '../../../series/model';
import type { Found } from '../cells/cell-problem';
import { cellsOf } from '../cells/cell-reader';
import type { KnownCells } from '../cells/known-cells';
import { remembered } from '../cells/memo';
import { cutProblems } from '../names/actor-names';
import { type Names, typeLabel } from '../names/names';

/** What kind of incident it was. */
export interface Types {
  readonly type: TypeId | null;
  readonly subtypes: readonly TypeId[];
  /** The label of the type; empty where there is none. */
  readonly label: string;
}

/** Reads types, and adds each that it meets to `met`. */
export function typesReader(
  columns: readonly RawColumn[],
  mapping: Pick<Mapping, 'type' | 'subtypes' | 'typeLabels'>,
  names: Names,
  met: Map<string, TypeDef>,
  known: KnownCells,
): (cells: readonly string[]) => Found<Types> {
  const labels = new Map(Object.entries(mapping.typeLabels));
  const readType = known.of(mapping.type);
  const readSubtypes = mapping.subtypes.map((name) => known.of(name));
  const idOf = (text: string): TypeId => {
    const label = typeLabel(labels, text);
    const id = names.type(label);
    met.set(id, { id, label, description: null });
    return id;
  };
  const reads = cellsOf(columns, [mapping.type, ...mapping.subtypes]);
  return remembered(reads, (cells): Found<Types> => {
    const text = readType(cells);
    const subtexts = readSubtypes.map((read) => read(cells)).filter((one) => one !== '');
    const type = text === '' ? null : idOf(text);
    const label = text === '' ? '' : typeLabel(labels, text);
    const value = { type, subtypes: [...new Set(subtexts.map(idOf))], label };
    const problems = [text, ...subtexts].flatMap((one) => cutProblems(mapping.type ?? '', one, null));
    return { value, problems };
  });
}
