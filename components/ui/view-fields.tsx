import type { OwnKey } from '@/lib/series/fields';
import type { ViewKey } from '@/lib/view/keys';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/** The rest of a view as hidden fields of a form, so that the form works without scripts. */
export function ViewFields(props: { readonly view: View; readonly except: readonly (ViewKey | OwnKey)[] }) {
  const fields = [...new URLSearchParams(serializeView(props.view))];
  return fields
    .filter(([key]) => !props.except.some((one) => one === key))
    .map(([key, value]) => <input key={`${key} ${value}`} type="hidden" name={key} value={value} />);
}
