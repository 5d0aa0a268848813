import type { ReactNode } from 'react';
import { Fold } from '@/components/ui/fold';
import { sitePath } from '@/lib/text/site-path';
import styles from './site-header.module.css';
import { ThemeSwitch } from './theme-switch';

/** The bar on top of every page: where the reader is, what can be done here, and the theme. */
export function SiteHeader(props: {
  readonly trail?: readonly { readonly label: string; readonly href: string | null }[];
  readonly children?: ReactNode;
  /** What a reader most likely does next: in sight on a phone too, where all else is behind a button. */
  readonly first?: ReactNode;
  /** Whether it leads to opening a file; not where that is done. */
  readonly opens?: false;
}) {
  const { trail = [], children, first, opens = true } = props;
  return (
    <header className={styles.bar}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <nav aria-label="Breadcrumb" className={styles.trail}>
        <a href={sitePath('/')} className={styles.name}>
          Annals
        </a>
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
              <a href={href}>{label}</a>
            )}
          </span>
        ))}
      </nav>
      {first}
      <Fold summary="Menu">
        <div className={styles.tools}>
          {children}
          {opens && (
            <a href={sitePath('/open')} className="control quiet">
              Open a file
            </a>
          )}
          <a href={sitePath('/methods')} className="control quiet">
            Methods
          </a>
          <ThemeSwitch />
        </div>
      </Fold>
    </header>
  );
}
