import styles from './old-browser.module.css';

/** Browsers that run the scripts of Annals, as README says them. */
export const BROWSERS = 'Chrome and Edge 111, Firefox 115, Safari 16.4';

/**
 * A script for the head that browsers before those can read: it marks the page where one of the youngest things that the
 * others need is not known, a look behind in a pattern.
 */
export const OLD_BROWSER_SCRIPT =
  "try{new RegExp('(?<=a)b')}catch(e){document.documentElement.setAttribute('data-old-browser','')}";

/** Says that no script of ours runs, where that is so. */
export function OldBrowser() {
  return (
    <p className={styles.notice} role="note">
      This browser is too old for the scripts of Annals, which run in {BROWSERS} and later. Pages can be read,
      and filters are links; opening a file here needs a newer one.
    </p>
  );
}
