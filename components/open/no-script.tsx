import styles from './open.module.css';

/** What stands on the page where no script runs: this page cannot work then, and the command line can. */
export function NoScript() {
  return (
    <noscript>
      <style>{'[data-needs-script] { display: none; }'}</style>
      <div className={styles.noScript}>
        <p>
          This page reads files in your browser, and needs JavaScript for it. Without it, import the file on
          the command line and open it as a dataset of this server:
        </p>
        <pre>npm run annals -- import FILE --as my-series</pre>
      </div>
    </noscript>
  );
}
