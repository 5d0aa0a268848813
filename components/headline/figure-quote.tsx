import { type Settled, useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewQuote } from '@/components/quote/view-quote';
import type { View } from '@/lib/view/view';
import { nounOf } from '@/lib/words/headline/headline';
import { omissionSentence, omissionsOf } from '@/lib/words/headline/left-out';
import { figureSentence, quotedView } from '@/lib/words/headline/quote';
import { capitalised } from '@/lib/words/labels';

const SAID = new WeakMap<Settled, { readonly what: string; readonly left: string | null }>();

/** What all figures of a view are of, and what it leaves out; worked out once for all of them. */
function saidOf(settled: Settled) {
  const known = SAID.get(settled);
  if (known !== undefined) return known;
  const { view, info } = settled;
  const said = { what: quotedView(view, info), left: omissionSentence(omissionsOf(settled)) };
  SAID.set(settled, said);
  return said;
}

/** Copies a headline figure as a sentence: of what, with its range, and with what the view leaves out. */
export function FigureQuote(props: {
  readonly label: string;
  readonly value: string;
  readonly range: string | null;
  readonly unit: string | null;
  readonly notes: readonly string[];
  readonly opens: View | null;
}) {
  const { label, value, range, unit, notes, opens } = props;
  const settled = useSettled();
  const { info, view } = settled;
  const { what, left } = saidOf(settled);
  // The count itself needs no label: the title of the view says what is counted.
  const isCount = label === capitalised(nounOf(view, info.guide.meta).many);
  const said = figureSentence({
    what,
    label: isCount ? null : label,
    value: unit === null ? value : `${value} ${unit}`,
    range,
    notes: [...notes, ...(left === null ? [] : [left])],
  });
  return <ViewQuote said={said} view={opens ?? view} of={label} />;
}
