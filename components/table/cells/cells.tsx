'use client';

import { Fragment, type MouseEvent } from 'react';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { ActorDot } from '@/components/ui/actor-dot';
import { foundElsewhere, MarkWords } from '@/components/ui/mark-words';
import { isPlainClick, ViewLink } from '@/components/ui/view-link';
import { NONE } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';
import { isReported, settle } from '@/lib/series/estimate';
import { idsOf, listRole, type ValueList } from '@/lib/series/facets';
import type { Estimate, Link } from '@/lib/series/model';
import { searchWords } from '@/lib/series/search-text';
import { incidentHref } from '@/lib/view/addresses/addresses';
import { changeView } from '@/lib/view/change';
import { figureWords, NOT_REPORTED_TEXT } from '@/lib/words/figures';
import { doubtSign } from '@/lib/words/incident';
import { actorName, labelOf } from '@/lib/words/labels';
import styles from './cells.module.css';

/** More ties than this are counted, not listed. */
const MOST_LINES = 3;

interface CellProps {
  readonly row: Row;
}

/** The ties of a row: those that the filter matches first. */
function linesOf({ incident, matched }: Row): readonly { readonly link: Link; readonly matches: boolean }[] {
  const lines = incident.links.map((link, index) => ({ link, matches: matched.includes(index) }));
  return [...lines.filter(({ matches }) => matches), ...lines.filter(({ matches }) => !matches)];
}

/** The title, which opens the incident, with how the row counts and the place beneath. */
export function TitleCell({ row }: CellProps) {
  const { view } = useSettled();
  const { go } = useNavigation();
  const { incident } = row;
  const words = searchWords(view.q);
  const sign = doubtSign(row);
  const inNotes = foundElsewhere(words, [incident.title, incident.place.name]);
  const page = incidentHref(view, incident.id);
  const open = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go((now) => changeView(now, { incident: incident.id }));
  };
  return (
    <>
      <a className={styles.title} href={page} onClick={open} data-incident={incident.id}>
        <MarkWords text={incident.title} words={words} />
      </a>
      <span className={styles.beneath}>
        {incident.place.name !== null && (
          <span>
            <MarkWords text={incident.place.name} words={words} />
          </span>
        )}
        {sign && (
          <span className={styles.sign} data-kind={sign.kind} title={sign.meaning}>
            {sign.label}
          </span>
        )}
        {inNotes && (
          <span className={styles.sign} data-kind="notes">
            <mark>found in the notes</mark>
          </span>
        )}
      </span>
    </>
  );
}

/** The actors, short, one a line; each sets the filter. */
export function ActorCell({ row }: CellProps) {
  const { info, view } = useSettled();
  const lines = linesOf(row);
  if (lines.length === 0) {
    return (
      <ViewLink className={styles.quiet} view={(now) => changeView(now, { actors: [NONE] })}>
        {labelOf(info.guide, 'actor', NONE)}
      </ViewLink>
    );
  }
  return (
    <span className={styles.lines}>
      {lines.slice(0, MOST_LINES).map(({ link, matches }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ties of one actor may be alike, and lines hold no state
        <span key={index} className={`${styles.line} ${styles.actor}`} data-matches={matches}>
          <ActorDot info={info} by={view} actor={link.actor} date={row.incident.date} />
          <ViewLink
            view={(now) => changeView(now, { actors: [link.actor] })}
            title={actorName(info.guide, link.actor)}
          >
            {labelOf(info.guide, 'actor', link.actor)}
          </ViewLink>
        </span>
      ))}
      {lines.length > MOST_LINES && <span className="muted">and {lines.length - MOST_LINES} more</span>}
    </span>
  );
}

/** How each actor is tied to the incident, in the lines of the actors. */
export function RelationCell({ row }: CellProps) {
  const { natureDisputed } = row.incident;
  const lines = linesOf(row);
  return (
    <span className={styles.lines}>
      {lines.length === 0 && !natureDisputed && <span className="muted">none</span>}
      {lines.slice(0, MOST_LINES).map(({ link, matches }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ties of one actor may be alike, and lines hold no state
        <span key={index} className={styles.line} data-matches={matches}>
          <span className={styles.tie}>
            {link.relation}
            {link.certainty !== 'certain' && <span className={styles.certainty}>, {link.certainty}</span>}
          </span>
          {link.disputedBy.length > 0 && (
            <span className={styles.tag} title={`Disputed by ${link.disputedBy.join('; ')}`}>
              disputed
            </span>
          )}
        </span>
      ))}
      {natureDisputed && (
        <span className={styles.line}>
          <span className={styles.tag} title="Whether this was an attack at all is disputed">
            nature disputed
          </span>
        </span>
      )}
    </span>
  );
}

/** The values of a facet; each sets the filter. */
export function ValueCell({ row, facet }: CellProps & { readonly facet: ValueList['key'] }) {
  const { info } = useSettled();
  const held = idsOf(row.incident, facet);
  const { asked, many } = listRole(facet);
  const links = (held.length === 0 ? [NONE] : held).map((id) => (
    <ViewLink key={id} className={styles.quiet} view={(now) => changeView(now, { [asked]: [id] })}>
      {labelOf(info.guide, facet, id)}
    </ViewLink>
  ));
  if (!many) return links;
  return (
    <span className={styles.lines}>
      {links.map((link) => (
        <span key={link.key} className={styles.wrapping}>
          {link}
        </span>
      ))}
    </span>
  );
}

/** A text, or that there is none. */
export function TextCell({ text }: { readonly text: string | null }) {
  return text ?? <span className={styles.missing}>{NOT_REPORTED_TEXT}</span>;
}

/** A text that is broken at its blanks and nowhere else, not even behind the dash of a range. */
function Unbroken({ text }: { readonly text: string }) {
  return text.split(' ').map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text are a fixed list, and two may be alike
    <Fragment key={at}>
      {at > 0 && ' '}
      <span className={styles.figure}>{word}</span>
    </Fragment>
  ));
}

/** A figure with its range: `145 (143–145)`. */
export function FigureCell(props: { readonly estimate: Estimate; readonly disputed?: boolean }) {
  const settled = settle(props.estimate);
  if (!isReported(settled)) return <span className={styles.missing}>{NOT_REPORTED_TEXT}</span>;
  const { value, range } = figureWords(settled);
  return (
    <>
      {settled.best === null ? (
        <span title="Sources give a range, none the best figure">
          <Unbroken text={value} />
        </span>
      ) : (
        <>
          <Unbroken text={value} />
          {/* The blank stands between the two: within one that is never broken, Firefox breaks the figure instead. */}
          {range !== null && ' '}
          {range !== null && (
            <span className={styles.range}>
              <Unbroken text={`(${range})`} />
            </span>
          )}
        </>
      )}
      {props.disputed && settled.high !== 0 && (
        <span className={styles.tag} title="Whether this was an attack is disputed: counts in high only">
          only in high
        </span>
      )}
    </>
  );
}
