import type { Source } from '@/lib/series/model';
import { webAddress } from '@/lib/text/web-address';
import { dateWords } from '@/lib/time/atom-words';
import { formatNumber } from '@/lib/words/figures';

function publisherOf({ publisher, title, date }: Source): string {
  return [publisher, `“${title}”`, date === null ? 'no date' : dateWords(date)].join(', ');
}

/** Every source by publisher; only addresses that were seen are links. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  const sorted = [...sources].sort(
    (a, b) => a.publisher.localeCompare(b.publisher, 'en') || a.id.localeCompare(b.id, 'en'),
  );
  return (
    <details>
      <summary>
        {sources.length === 1 ? 'The one source' : `All ${formatNumber(sources.length)} sources`}
      </summary>
      <ul>
        {sorted.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            {source.urlSeen && webAddress(source.url) !== null ? (
              <a href={source.url ?? ''} rel="noopener noreferrer external">
                {publisherOf(source)}
              </a>
            ) : (
              `${publisherOf(source)} (address not verified)`
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
