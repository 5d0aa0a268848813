import { Fragment } from 'react';
import type { FieldKind } from '@/lib/series/field-kinds';
import { type OwnKey, type OwnValue, ownField, ownValue } from '@/lib/series/fields';
import type { Incident, SeriesGuide } from '@/lib/series/model';
import { webAddress } from '@/lib/text/web-address';
import { NOT_REPORTED_TEXT } from '@/lib/words/figures';
import { ownInWords } from '@/lib/words/incident';
import styles from './cells.module.css';

/** An address of the web is a link; anything else a file calls one stays a text. */
function Address({ text }: { readonly text: string }) {
  if (webAddress(text) === null) return text;
  return (
    <a href={text} rel="noreferrer nofollow">
      {text.replace(/^https?:\/\/(www\.)?/i, '').split('/')[0]}
    </a>
  );
}

/** A date as files write it, which must not end a line behind one of its hyphens. */
const ISO_DAY = /^\d{4}-\d{2}(-\d{2})?$/;

/** A value of an own field as it is read. */
export function OwnText(props: { readonly kind: FieldKind; readonly value: OwnValue }) {
  const { kind, value } = props;
  return ownInWords(kind, value).map((text, at) => {
    const isWhole = kind === 'day' || ISO_DAY.test(text);
    const words = kind === 'address' ? <Address text={text} /> : text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the values of one incident never move
      <Fragment key={at}>
        {at > 0 && ', '}
        {isWhole ? <span data-whole="">{words}</span> : words}
      </Fragment>
    );
  });
}

/** What an incident says in a field of the series' own. */
export function OwnCell(props: {
  readonly guide: Pick<SeriesGuide, 'fields'>;
  readonly incident: Incident;
  readonly field: OwnKey;
}) {
  const { guide, incident, field } = props;
  const value = ownValue(incident, field.slice(1));
  if (value === undefined) return <span className={styles.missing}>{NOT_REPORTED_TEXT}</span>;
  const kind = ownField(guide, field)?.kind ?? 'text';
  return (
    <span title={ownInWords(kind, value).join(', ')}>
      <OwnText kind={kind} value={value} />
    </span>
  );
}
