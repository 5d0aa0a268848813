'use client';

import { type ClipboardEvent, useEffect, useId, useState } from 'react';
import styles from '@/components/open/open.module.css';
import { takeToken } from '@/components/open/page-token';
import type { Keeping } from './use-kept-file';

const EXAMPLE = 'date,actor,place,killed\n2024-03-22,…';

/** Pasted text as a file, so that it goes the same way as any other. */
function pasted(text: string): File {
  return new File([text], 'pasted text');
}

/** The view that the address holds for a file that is not here any more; '' where it holds none. */
function useKeptView(): string {
  const [kept, setKept] = useState('');
  useEffect(() => {
    // A token is no view; it is kept for the form that needs it.
    takeToken();
    setKept(window.location.hash.slice(1));
  }, []);
  return kept.includes('=') ? kept : '';
}

function PasteBox({ onFile }: { readonly onFile: (file: File) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  const onPaste = ({ clipboardData }: ClipboardEvent) => {
    const file = clipboardData.files[0];
    if (file) onFile(file);
  };
  return (
    <div className={styles.paste} data-needs-script>
      <label htmlFor={id}>Or paste a table, such as cells copied from a spreadsheet</label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        placeholder={EXAMPLE}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPaste={onPaste}
      />
      <button
        type="button"
        className="control"
        disabled={text.trim() === ''}
        onClick={() => onFile(pasted(text))}
      >
        Read the pasted text
      </button>
    </div>
  );
}

/** The file that this browser keeps: it opens again, or is forgotten. */
function KeptOffer({ keeping }: { readonly keeping: Keeping }) {
  const { offer, reopen, forget } = keeping;
  if (offer === null) return null;
  return (
    <p className={styles.notice} role="note">
      This browser keeps <strong>{offer.file.name}</strong>, as you told it.{' '}
      <button type="button" className="control" onClick={reopen}>
        Open it again
      </button>{' '}
      <button type="button" className="control" onClick={forget}>
        Forget it
      </button>
    </p>
  );
}

/** The first step: a file is dropped, picked or pasted. */
export function DropZone(props: {
  readonly failure: string | null;
  readonly onFile: (file: File) => void;
  readonly keeping: Keeping;
}) {
  const { failure, onFile, keeping } = props;
  const kept = useKeptView();
  return (
    <>
      <h1 tabIndex={-1}>Open an event file</h1>
      <p className={styles.lead}>
        A table of dated incidents becomes a timeline, activity charts and an incident table.{' '}
        <strong>Nothing you open here leaves this computer</strong>: the file is read by this page and held in
        its memory, and no server is sent any of it.
      </p>
      <KeptOffer keeping={keeping} />
      {kept !== '' && keeping.offer === null && (
        <p className={styles.notice} role="note">
          This address holds a view of a file that was open here. The file was not kept: open it again and the
          same view returns.
        </p>
      )}
      {failure !== null && (
        <p className={styles.failure} role="alert">
          That did not work: {failure}
        </p>
      )}
      <div className={styles.zone} data-needs-script>
        <label className={`control primary ${styles.pick}`}>
          Choose a file
          <input
            type="file"
            className="visually-hidden"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) onFile(file);
            }}
          />
        </label>
        <p>or drop one anywhere on this page.</p>
        <p className="muted">
          CSV, TSV, XLSX, JSON, NDJSON, GeoJSON, Parquet, a Data Package; also zipped. ACLED, GTD, UCDP GED
          and GDELT files are recognised; of any other table you say what its columns mean.
        </p>
      </div>
      <PasteBox onFile={onFile} />
    </>
  );
}
