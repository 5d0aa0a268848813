import { Fragment } from 'react';

/** A name out of a file, such as that of a column: on a narrow screen it breaks after its signs, for it has no blanks. */
export function FileName({ text }: { readonly text: string }) {
  const parts = text.split(/([_:./])/);
  const pieces = parts.flatMap((part, at) => (at % 2 === 0 ? [part + (parts[at + 1] ?? '')] : []));
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a name hold no state
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
