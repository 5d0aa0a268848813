import { memo } from 'react';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/** Drawn anew only with another value: React writes name and type of a field at every drawing, which a browser answers with work of its own. */
const Hidden = memo(function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
});

const NOTHING: readonly string[] = [];

/** The rest of a view as hidden fields of a form, so that the form works without scripts. */
export function ViewFields(props: { readonly view: View; readonly except?: readonly string[] }) {
  const { view, except = NOTHING } = props;
  const fields = [...new URLSearchParams(serializeView(view))];
  return fields
    .filter(([key]) => !except.includes(key))
    .map(([key, value]) => <Hidden key={`${key} ${value}`} name={key} value={value} />);
}
