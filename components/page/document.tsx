import { Marked, type Tokens } from 'marked';
import { sitePath } from '@/lib/text/site-path';
import styles from './prose.module.css';

/** The anchor of a heading: `Killed and injured` becomes `killed-and-injured`. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Where a link between the documents of docs/ leads on our pages; null where the document has no page. */
function pageOf(href: string): string | null {
  if (href.startsWith('methods.md')) return href.replace('methods.md', sitePath('/methods'));
  return /^[a-z]+\.md/.test(href) ? null : href;
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }: Tokens.Heading): string {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }: Tokens.Link): string {
      const [page, words] = [pageOf(href), this.parser.parseInline(tokens)];
      return page === null ? words : `<a href="${encodeURI(page)}">${words}</a>`;
    },
  },
});

/** A document of docs/, which is ours: its text comes from the repository, never from a reader. */
export function Document({ markdown }: { readonly markdown: string }) {
  const headings = marked
    .lexer(markdown)
    .filter((token): token is Tokens.Heading => token.type === 'heading');
  const sections = headings.filter(({ depth }) => depth === 2);
  const [title, ...rest] = markdown.split('\n');
  return (
    <main id="main" className={styles.page}>
      <h1>{title?.replace(/^# /, '')}</h1>
      <nav aria-label="On this page">
        <ul className={styles.contents}>
          {sections.map(({ text }) => (
            <li key={text}>
              <a href={`#${anchorOf(text)}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own document, turned into HTML on the server */}
      <div dangerouslySetInnerHTML={{ __html: marked.parse(rest.join('\n'), { async: false }) }} />
    </main>
  );
}
