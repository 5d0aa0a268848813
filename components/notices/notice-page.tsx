import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/page/site-header';
import styles from './notice.module.css';

/** A page that says why there is nothing to show, and the ways out. */
export function NoticePage(props: {
  readonly title: string;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
  readonly children: ReactNode;
}) {
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles.page}>
        <h1>{props.title}</h1>
        {props.children}
        <p className={styles.ways}>
          {props.ways.map(({ label, href }, at) => (
            // A plain link: what failed is loaded anew as a whole.
            <a key={href} className={at === 0 ? 'control primary' : 'control'} href={href}>
              {label}
            </a>
          ))}
        </p>
      </main>
    </>
  );
}
