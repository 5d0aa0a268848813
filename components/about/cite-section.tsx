import { type Citation, citeAsBibtex, citeAsText } from '@/lib/export/cite/citation';
import type { DatasetId } from '@/lib/series/model';
import { sitePath } from '@/lib/text/site-path';
import { Section } from './section';

/** How to cite the series as a whole; a view of it is cited from its own page. */
export function CiteSection(props: { readonly dataset: DatasetId; readonly citation: Citation }) {
  const { dataset, citation } = props;
  return (
    <Section id="cite" title="How to cite">
      <p>{citeAsText(citation)}</p>
      <details>
        <summary>BibTeX</summary>
        <pre>{citeAsBibtex(citation)}</pre>
      </details>
      <p>
        Cite the revision: it names this exact content. <a href={sitePath(`/${dataset}/share`)}>Share</a>{' '}
        writes the citation of any view, with its filters in words, also as CSL-JSON for reference managers.
      </p>
    </Section>
  );
}
