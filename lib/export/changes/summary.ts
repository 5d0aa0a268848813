import type { FieldChange } from '../../query/changes/compare-incidents';
import type { IncidentChange } from '../../query/changes/compare-views';
import {
  CHANGE_FIELDS,
  type ChangeClass,
  type LinkValue,
  tieAlike,
} from '../../query/changes/incident-fields';
import { isOwnKey } from '../../series/fields';

/** How many incidents changed, and in what way. One incident may be re-dated and have another toll. */
export interface ChangeSummary {
  readonly added: number;
  readonly removed: number;
  readonly entered: number;
  readonly left: number;
  readonly redated: number;
  readonly toll: number;
  readonly reattributed: number;
  /** Changed in other fields only. */
  readonly other: number;
  /** Incidents in all. */
  readonly total: number;
}

/**
 * What the change of a field means. A link that has other sources, and nothing else, ties nobody anew;
 * what an own field says is no date, toll or attribution of ours.
 */
function classOf({ field, before, after }: FieldChange): ChangeClass {
  const isSame = field === 'links' && tieAlike(before as readonly LinkValue[], after as readonly LinkValue[]);
  return isSame || isOwnKey(field) ? 'other' : CHANGE_FIELDS[field];
}

/** The classes of the fields that changed; empty for an incident that came or went. */
export function classesOf({ fields }: IncidentChange): ReadonlySet<ChangeClass> {
  return new Set(fields.map(classOf));
}

/** Counts changes by what they mean. */
export function summarise(changes: readonly IncidentChange[]): ChangeSummary {
  const count = (test: (change: IncidentChange) => boolean) => changes.filter(test).length;
  const changed = (one: ChangeClass) =>
    count((change) => change.kind === 'changed' && classesOf(change).has(one));
  return {
    added: count(({ kind }) => kind === 'added'),
    removed: count(({ kind }) => kind === 'removed'),
    entered: count(({ kind }) => kind === 'entered'),
    left: count(({ kind }) => kind === 'left'),
    redated: changed('date'),
    toll: changed('toll'),
    reattributed: changed('attribution'),
    other: count((change) => {
      const classes = classesOf(change);
      return change.kind === 'changed' && classes.size === 1 && classes.has('other');
    }),
    total: changes.length,
  };
}

const WORDS: readonly (readonly [keyof ChangeSummary, one: string, many: string])[] = [
  ['added', 'added', 'added'],
  ['removed', 'removed', 'removed'],
  ['entered', 'now in this view', 'now in this view'],
  ['left', 'no longer in this view', 'no longer in this view'],
  ['redated', 're-dated', 're-dated'],
  ['toll', 'toll changed', 'tolls changed'],
  ['reattributed', 're-attributed', 're-attributed'],
  ['other', 'otherwise corrected', 'otherwise corrected'],
];

/** `3 added, 1 removed, 2 re-dated, 1 toll changed`; `nothing has changed`. */
export function summaryInWords(summary: ChangeSummary): string {
  const parts = WORDS.flatMap(([key, one, many]) => {
    const n = summary[key];
    return n === 0 ? [] : [`${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'nothing has changed' : parts.join(', ');
}
