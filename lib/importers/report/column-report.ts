import type { MappingField } from '../../mapping/mapping';
import type { FieldReason } from '../../mapping/proposal';

/**
 * What became of a column of a file. `used`: fields of the model read it. `kept`: it is a field of the series' own.
 * `empty`: it has no cells to keep. `repeated`: it has the codes of what another column says in words. `dropped`: the mapping
 * leaves it out.
 */
export type ColumnOutcome = 'used' | 'kept' | 'empty' | 'repeated' | 'dropped';

/** What an import did with one column, and why. */
export interface ColumnReport {
  readonly column: string;
  readonly outcome: ColumnOutcome;
  /** The fields of the mapping that read it; empty where none does. */
  readonly fields: readonly MappingField[];
  /** What it is taken for, in sentences: `The year of the incident.` */
  readonly meaning: string;
  /** Why, in words. */
  readonly why: string;
  /** How sure a guess is of it, of the field that is least sure; null where nothing was guessed. */
  readonly certainty: FieldReason['certainty'] | null;
}
