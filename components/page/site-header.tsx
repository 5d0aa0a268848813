import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './site-header.module.css';
import { ThemeSwitch } from './theme-switch';

/** The bar on top of every page: where the reader is, what can be done here, and the theme. */
export function SiteHeader(props: {
  readonly trail?: readonly { readonly label: string; readonly href: string | null }[];
  readonly children?: ReactNode;
  /** Whether it leads to opening a file; not where that is done. */
  readonly opens?: false;
}) {
  const { trail = [], children, opens = true } = props;
  return (
    <header className={styles.bar}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <nav aria-label="Breadcrumb" className={styles.trail}>
        <Link href="/" className={styles.name} prefetch={false}>
          Annals
        </Link>
        {trail.map(({ label, href }) => (
          <span key={label} className={styles.step}>
            <span aria-hidden="true" className={styles.slash}>
              /
            </span>
            {href === null ? (
              <span aria-current="page" className={styles.here}>
                {label}
              </span>
            ) : (
              <Link href={href} prefetch={false}>
                {label}
              </Link>
            )}
          </span>
        ))}
      </nav>
      <div className={styles.tools}>
        {children}
        {opens && (
          <Link href="/open" className="control quiet" prefetch={false}>
            Open a file
          </Link>
        )}
        <Link href="/methods" className="control quiet" prefetch={false}>
          Methods
        </Link>
        <ThemeSwitch />
      </div>
    </header>
  );
}
