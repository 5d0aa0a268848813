import type { ReactNode } from 'react';
import prose from '@/components/page/prose.module.css';

/** A part of the page about a series, under a heading that addresses can name. */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { id, title, children } = props;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A part that a page has, by the id and the title of its section. */
export interface Part {
  readonly id: string;
  readonly title: string;
}

/** The way to each part of a long page, in the order of the page. */
export function Contents({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <nav aria-label="On this page">
      <ul className={prose.contents}>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
