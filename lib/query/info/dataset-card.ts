import type { Problem } from '../../problems/problem';
import type { Noun } from '../../series/measures';
import type { Coverage, NamedView } from '../../series/model';
import type { Bin } from '../../time/bin';
import type { BinValue } from '../result';

/** The largest values of a field, most incidents first, and how many values there are. */
export interface CardField {
  readonly label: string;
  readonly names: readonly string[];
  readonly count: number;
}

/** What the front page says of a dataset that can be shown. */
export interface DatasetCardData {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly coverage: Coverage;
  /** Incidents in the revision, and how many of them lie outside its scope. */
  readonly incidents: number;
  readonly outOfScope: number;
  /** What one of the default view is called, and what one of the revision. */
  readonly noun: Noun;
  readonly wholeNoun: Noun;
  /** As of when its sources speak, in words; null where the series does not say. */
  readonly asOf: string | null;
  readonly revision: string;
  readonly published: string;
  /** Incidents of the default view by `bin`. */
  readonly bin: Bin;
  readonly spark: readonly BinValue[];
  readonly namedViews: readonly NamedView[];
  /** The largest groups, types and regions; what the series does not have is left out. */
  readonly holds: readonly CardField[];
  /** A sentence where the newest package could not be imported and an older revision stands in. */
  readonly warning: string | null;
}

/** A dataset that cannot be shown, and why. */
export interface DamagedDataset {
  readonly id: string;
  readonly problems: readonly Problem[];
}
