import { SEVERAL } from '../../query/query';
import { isLinkSplit, isSingle, isValueFacet, listRole } from '../../series/facets';
import type { Split } from '../../series/field-table';
import { isOwnKey } from '../../series/fields';
import { byCodePoint } from '../../text/order';
import type { ViewChange } from '../../view/change';
import { withClause } from '../../view/grammar/own-clause';
import type { View } from '../../view/view';

/** More members than this are not written into a facet, and no longer text into the clause on groups. */
const MOST_MEMBERS = 12;
const MOST_TEXT = 4000;

/** The values that a view selects of its split; empty is all of them. */
export function selectedOf(view: View, split: Split): readonly string[] {
  if (isOwnKey(split)) return view.own.find(({ key }) => key === split)?.values ?? [];
  return split === 'none' ? [] : view[listRole(split).asked];
}

/** The change that selects values of a split by its facet. */
export function select(view: View, split: Split, ids: readonly string[]): ViewChange {
  if (isOwnKey(split)) {
    const values = [...ids].sort(byCodePoint);
    return {
      own: withClause(view.own, split, values.length === 0 ? null : { key: split, values, range: null }),
    };
  }
  return split === 'none' ? {} : { [listRole(split).asked]: ids };
}

/** Whether the rest of a stack is more than what lacks the value: links that are not firm form no group there. */
export function restIsDoubt(split: Split, stacked: boolean): boolean {
  return stacked && isLinkSplit(split);
}

/** What the rest of such a stack holds beside what lacks the value; a split by relation asks for suspicions. */
export function restInWords(split: Split): string {
  return split === 'relation' ? 'only possible' : 'only suspected';
}

/** The values of `series`, or of a selection, that ask for any other group than those named; see {@link beyondClause}. */
export function beyondTexts(named: readonly string[], stacked: boolean): readonly string[] {
  return named.map((id) => `${stacked ? 'not' : 'beyond'}:${id}`);
}

/** Those that ask for the incidents which form one group of a stack. */
export function stackTexts(members: readonly string[]): readonly string[] {
  return members.map((id) => (id === SEVERAL ? id : `only:${id}`));
}

/** Values that narrow the groups of a view and are short enough to be written; else null. */
export function sayable(view: View, values: readonly string[]): readonly string[] | null {
  const narrows = view.groups.length === 0 || values.every((value) => view.groups.includes(value));
  return narrows && values.length > 0 && values.join(',').length <= MOST_TEXT ? values : null;
}

/** A clause on groups, where it narrows the one that is there and is short enough; else null. */
function groupsClause(view: View, values: readonly string[]): ViewChange | null {
  const groups = sayable(view, values);
  return groups === null ? null : { groups };
}

/** Whether a split is by values of the model's own that an incident itself has. */
function isOfRole(split: Split): boolean {
  return !isOwnKey(split) && isValueFacet(split);
}

/**
 * The clause for the incidents that count in some of the groups, beside others or not: a facet where it says the same
 * (one value or more, never in doubt), else `series`. Null where an address cannot say it.
 */
export function eachClause(view: View, split: Split, members: readonly string[]): ViewChange | null {
  if (isOfRole(split) && members.length <= MOST_MEMBERS) return select(view, split, members);
  return groupsClause(view, members);
}

/** The clause for the incidents that form one group of a stack: `several`, or one of `members` and no other. */
export function stackClause(view: View, split: Split, members: readonly string[]): ViewChange | null {
  if (isOfRole(split) && isSingle({ fields: [] }, split) && members.length <= MOST_MEMBERS)
    return select(view, split, members);
  return groupsClause(view, stackTexts(members));
}

/**
 * The clause for the incidents of any other group than those named, `several` and `none`: that they form in a stack, or
 * in which they count beside others.
 */
export function beyondClause(view: View, named: readonly string[], stacked: boolean): ViewChange | null {
  return groupsClause(view, beyondTexts(named, stacked));
}
