import { type EmbedPanel, embedCode, PANELS } from '@/lib/export/html/embed-code';
import type { LinkChoice } from '@/lib/view/addresses/share';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { CopyField } from './copy-field';
import styles from './share.module.css';

/** The kinds of link that a reader without scripts cannot switch to, each with its sentence and its address. */
export function OtherLinks(props: {
  readonly choices: readonly LinkChoice[];
  readonly chosen: LinkChoice;
  readonly origin: string;
}) {
  const { choices, chosen, origin } = props;
  return (
    <noscript>
      {choices
        .filter(({ id }) => id !== chosen.id)
        .map(({ id, label, sentence, view }) => (
          <div key={id} className={styles.other}>
            <p className={styles.sentence}>
              {label}. {sentence}
            </p>
            <CopyField label={`Address, ${label.toLowerCase()}`} text={origin + viewHref(view)} rows={2} />
          </div>
        ))}
    </noscript>
  );
}

/** The code of the panels that a reader without scripts cannot switch to. */
export function OtherCodes(props: {
  readonly title: string;
  readonly view: View;
  readonly origin: string;
  readonly chosen: EmbedPanel;
}) {
  const { title, view, origin, chosen } = props;
  return (
    <noscript>
      {PANELS.filter(({ id }) => id !== chosen).map(({ id, label }) => (
        <div key={id} className={styles.other}>
          <CopyField
            label={`Code, ${label.toLowerCase()}`}
            text={embedCode({ origin, view, panel: id, title })}
            rows={4}
          />
        </div>
      ))}
    </noscript>
  );
}
