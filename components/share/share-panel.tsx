'use client';

import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import { useMapSource } from '@/components/map/map-source';
import { citationOf, citeAsBibtex, citeAsCsl, citeAsText } from '@/lib/export/cite/citation';
import { type EmbedPanel, embedCode, PANELS } from '@/lib/export/html/embed-code';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { servedTwinHref } from '@/lib/view/addresses/addresses';
import { type LinkChoice, linkChoices } from '@/lib/view/addresses/share';
import { viewHref, withKey } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { CopyField } from './copy-field';
import { ClosedFiles, FeedPart, FilePart } from './row-parts';
import styles from './share.module.css';
import { OtherCodes, OtherLinks } from './without-scripts';

/** What is shared, from where, and on which day (`YYYY-MM-DD`). */
export interface SharePanelProps {
  readonly info: SeriesInfo;
  readonly view: View;
  readonly origin: string;
  readonly today: string;
  /** The heading of each way out: in a dialog beneath its own, on a page beneath the first. */
  readonly heading?: 'h2' | 'h3';
}

/** What the headings of the parts are. */
const HeadingContext = createContext<'h2' | 'h3'>('h3');

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const Heading = useContext(HeadingContext);
  return (
    <section className={styles.part}>
      <Heading className={styles.title}>{title}</Heading>
      {children}
    </section>
  );
}

/** Which link: each with what it will show. */
function LinkPart(props: {
  readonly choices: readonly LinkChoice[];
  readonly chosen: LinkChoice;
  readonly onChoose: (choice: LinkChoice) => void;
  readonly origin: string;
}) {
  const { choices, chosen, onChoose, origin } = props;
  const name = useId();
  return (
    <>
      <fieldset className={styles.choices} data-needs-scripts="">
        <legend className="visually-hidden">Kind of link</legend>
        {choices.map((choice) => (
          <label key={choice.id} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={choice.id === chosen.id}
              onChange={() => onChoose(choice)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.sentence} aria-live="polite">
        {chosen.sentence}
      </p>
      <CopyField label="Address" text={origin + viewHref(chosen.view)} rows={2} />
      <OtherLinks choices={choices} chosen={chosen} origin={origin} />
    </>
  );
}

const PICTURE_LABELS = {
  timeline: 'Timeline',
  activity: 'Activity',
  comparison: 'Comparison',
  map: 'Map',
} as const;

function PicturePart({ view }: { readonly view: View }) {
  const hasMap = useMapSource()?.hasPlaces !== false;
  const kinds = Object.keys(PICTURE_LABELS) as (keyof typeof PICTURE_LABELS)[];
  const pictures = kinds.filter((kind) => kind !== 'map' || hasMap);
  return (
    <ul className={`${styles.files} ${styles.pictures}`}>
      {pictures.map((kind) => (
        <li key={kind}>
          <span>{PICTURE_LABELS[kind]}</span>
          <a className="control" href={servedTwinHref(view, `${kind}.svg`)}>
            SVG<span className="visually-hidden"> of the {kind}</span>
          </a>
          <a className="control" href={withKey(servedTwinHref(view, `${kind}.png`), 'scale', '2')}>
            PNG<span className="visually-hidden"> of the {kind}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The HTML of a panel; which one is a choice. */
function EmbedPart({ info, view, origin }: Pick<SharePanelProps, 'info' | 'view' | 'origin'>) {
  const [panel, setPanel] = useState<EmbedPanel>('activity');
  const id = useId();
  const { title, licence } = info.guide.meta;
  const { closed } = licence;
  return (
    <>
      <label className={styles.choice} htmlFor={id} data-needs-scripts="">
        Show
        <select
          id={id}
          className="control"
          value={panel}
          onChange={(event) => setPanel(event.target.value as EmbedPanel)}
        >
          {PANELS.filter(({ id }) => id !== 'table' || closed === undefined).map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <CopyField label="Code" text={embedCode({ origin, view, panel, title })} rows={4} />
      <OtherCodes title={title} view={view} origin={origin} chosen={panel} />
    </>
  );
}

function CitePart({ info, view, origin, today }: SharePanelProps) {
  const citation = citationOf(view, info, origin + viewHref(view), today);
  return (
    <>
      <CopyField label="Citation" text={citeAsText(citation)} rows={3} />
      <CopyField label="BibTeX" text={citeAsBibtex(citation)} rows={4} />
      <CopyField label="CSL-JSON" text={citeAsCsl(citation)} rows={4} />
    </>
  );
}

/** Everything by which a view leaves: link, picture, embed, file, feed, citation. */
export function SharePanel({ info, view, origin, today, heading = 'h3' }: SharePanelProps) {
  const choices = linkChoices({ view, guide: info.guide, revision: info.revision });
  const [id, setId] = useState<LinkChoice['id']>('frozen');
  const [frozen] = choices;
  const chosen = choices.find((choice) => choice.id === id) ?? frozen;
  if (!frozen || !chosen) return null;
  const { closed } = info.guide.meta.licence;
  const live = choices.find((choice) => choice.id === 'live') ?? frozen;
  return (
    <HeadingContext value={heading}>
      <div className={styles.panel}>
        <Part title="Link">
          <LinkPart
            choices={choices}
            chosen={chosen}
            onChoose={(choice) => setId(choice.id)}
            origin={origin}
          />
        </Part>
        <Part title="Picture">
          <PicturePart view={chosen.view} />
        </Part>
        <Part title="Embed in a page">
          <EmbedPart info={info} view={chosen.view} origin={origin} />
        </Part>
        <Part title="Files">
          {closed === undefined ? (
            <FilePart view={chosen.view} incidents={info.incidents} />
          ) : (
            <ClosedFiles view={chosen.view} closed={closed} />
          )}
        </Part>
        {closed === undefined ? (
          <Part title="Feed">
            <FeedPart view={live.view} />
          </Part>
        ) : null}
        <Part title="Cite">
          <CitePart info={info} view={frozen.view} origin={origin} today={today} />
        </Part>
      </div>
    </HeadingContext>
  );
}
