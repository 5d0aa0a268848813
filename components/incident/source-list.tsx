import type { Source } from '@/lib/series/model';
import { webAddress } from '@/lib/text/web-address';
import { dateWords } from '@/lib/time/atom-words';
import { capitalised } from '@/lib/words/labels';
import styles from './source-list.module.css';

const READ_WORDS: Readonly<Record<string, string>> = {
  opening: 'its opening was read',
  whole: 'read in full',
};

/** An address that was seen is a link; another is no more than its text. */
function Title({ source }: { readonly source: Source }) {
  const address = source.urlSeen ? webAddress(source.url) : null;
  if (address === null) return source.title;
  return (
    <a href={address} rel="noopener noreferrer external" referrerPolicy="no-referrer">
      {source.title}
    </a>
  );
}

function remarks(source: Source, sameOrigin: number): string {
  const parts = [
    source.read === null ? null : (READ_WORDS[source.read] ?? `read: ${source.read}`),
    source.origin === null || source.origin === source.publisher ? null : `goes back to ${source.origin}`,
    sameOrigin > 1 ? `${sameOrigin} of these sources go back to ${source.origin}` : null,
    source.url !== null && !source.urlSeen ? 'its address was not seen, so there is no link' : null,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** The anchor of a source, so that claims and figures can point to it. */
function sourceAnchor(id: string): string {
  return `source-${id}`;
}

/** References into the list of sources: `[1] [3]`. Sources that the list lacks are left out. */
export function SourceRefs(props: { readonly ids: readonly string[]; readonly sources: readonly Source[] }) {
  const numbers = props.ids
    .map((id) => props.sources.findIndex((source) => source.id === id))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b);
  return (
    <span className={styles.refs}>
      {numbers.map((index) => (
        <a
          key={index}
          href={`#${sourceAnchor(props.sources[index]?.id ?? '')}`}
          aria-label={`Source ${index + 1}`}
        >
          [{index + 1}]
        </a>
      ))}
    </span>
  );
}

/** The sources of an incident, numbered: publisher, title, date, and what of it was read. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return <p className="muted">No source is given.</p>;
  return (
    <ol className={styles.list}>
      {sources.map((source) => {
        const same = source.origin === null ? [] : sources.filter(({ origin }) => origin === source.origin);
        const remark = remarks(source, same.length);
        return (
          <li key={source.id} id={sourceAnchor(source.id)}>
            <span className={styles.publisher}>{source.publisher}</span>, <Title source={source} />
            {source.date !== null && `, ${dateWords(source.date)}`}
            {remark !== '' && <span className={styles.remark}>{capitalised(remark)}.</span>}
          </li>
        );
      })}
    </ol>
  );
}
