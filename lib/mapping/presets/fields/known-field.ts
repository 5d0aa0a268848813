import type { FieldKind } from '../../../series/field-kinds';
import type { Aggregate } from '../../../series/fields';

/** A column of a published layout as it is commonly described. */
export interface KnownField {
  /** The names that it has in one edition or another; the first that is there is meant. */
  readonly names: readonly string[];
  readonly label: string;
  readonly kind: FieldKind;
  readonly unit?: string;
  /** For numbers; `none` where it is left out. */
  readonly aggregate?: Aggregate;
  readonly separator?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly description?: string;
  /** Cells that mean that it is not known. */
  readonly unknown?: readonly string[];
}

/** What is known of the columns of a published layout that its mapping does not settle. */
export interface LayoutFields {
  /** In the order in which they tell most. Each is a field, whatever else of the model reads the column. */
  readonly fields: readonly KnownField[];
  /** Columns of codes, each with the column that says the same in words; where that is there, the codes are not kept. */
  readonly repeats: readonly (readonly [code: string, words: string])[];
  /** Columns for machines: keys, shapes, marks of an edition. They are kept, and stand last. */
  readonly last: readonly string[];
}
