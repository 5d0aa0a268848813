'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ActorDot } from '@/components/ui/actor-dot';
import { ViewLink } from '@/components/ui/view-link';
import type { TieShown } from '@/lib/query/info/shown-columns';
import { NONE } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';
import type { Link } from '@/lib/series/model';
import { changeView } from '@/lib/view/change';
import { cellWords } from '@/lib/words/cells';
import { natureInDoubt } from '@/lib/words/incident';
import { actorName, labelOf } from '@/lib/words/labels';
import { actorWithTie, tieDegree } from '@/lib/words/ties';
import styles from './cells.module.css';

/** So many ties stand in a line; of more, these and how many others there are. */
export const MOST_NAMED = 2;

interface CellProps {
  readonly row: Row;
}

interface Tie {
  readonly link: Link;
  readonly matches: boolean;
}

/** The ties of a row: those that the filter matches first. */
function tiesOf({ incident, matched }: Row): readonly Tie[] {
  const ties = incident.links.map((link, index) => ({ link, matches: matched.includes(index) }));
  return [...ties.filter(({ matches }) => matches), ...ties.filter(({ matches }) => !matches)];
}

function Disputed({ by }: { readonly by: readonly string[] }) {
  if (by.length === 0) return null;
  return (
    <span className={styles.tag} title={`Disputed by ${by.join('; ')}`}>
      disputed
    </span>
  );
}

function NatureDisputed({ row }: CellProps) {
  const { guide } = useSettled().info;
  if (!row.incident.natureDisputed) return null;
  return (
    <span className={styles.tag} title={natureInDoubt(guide.meta.noun, false)}>
      nature disputed
    </span>
  );
}

/** One actor with its colour; a click sets the filter. */
function NamedActor({ row, tie, ties }: CellProps & { readonly tie: Tie; readonly ties: TieShown }) {
  const { info, view } = useSettled();
  const { link } = tie;
  // The cell says all of its words, too: what a link would say again is left out.
  const [full, label] = [
    actorWithTie(actorName(info.guide, link.actor), link, ties),
    labelOf(info.guide, 'actor', link.actor),
  ];
  return (
    <>
      <ActorDot info={info} by={view} actor={link.actor} date={row.incident.date} />
      <ViewLink
        view={(now) => changeView(now, { actors: [link.actor] })}
        {...(full === label ? {} : { title: full })}
      >
        {label}
      </ViewLink>
    </>
  );
}

function Degree({ words }: { readonly words: string }) {
  return words === '' ? null : <span className={styles.degree}> ({words})</span>;
}

/** Who, and how in brackets: `ISKP (claimed)`, `LSR, RDK and 1 more (claimed)` where all are tied alike. */
export function ActorCell({ row, ties }: CellProps & { readonly ties: TieShown }) {
  const { guide } = useSettled().info;
  const all = tiesOf(row);
  const named = all.slice(0, MOST_NAMED);
  const degrees = all.map(({ link }) => tieDegree(link, ties));
  const alike = all.length > 1 && new Set(degrees).size === 1;
  return (
    <span className={styles.ties} title={cellWords(guide, row.incident, 'actor', ties)}>
      {all.length === 0 && (
        <ViewLink className={styles.quiet} view={(now) => changeView(now, { actors: [NONE] })}>
          {labelOf(guide, 'actor', NONE)}
        </ViewLink>
      )}
      {named.map((tie, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ties of one actor may be alike, and they hold no state
        <span key={at} className={styles.tie} data-matches={tie.matches ? undefined : false}>
          <NamedActor row={row} tie={tie} ties={ties} />
          {!alike && <Degree words={degrees[at] ?? ''} />}
          {ties !== 'apart' && <Disputed by={tie.link.disputedBy} />}
          {at < named.length - 1 && ', '}
        </span>
      ))}
      {all.length > MOST_NAMED && <span className="muted"> and {all.length - MOST_NAMED} more</span>}
      {alike && <Degree words={degrees[0] ?? ''} />}
      {ties !== 'apart' && <NatureDisputed row={row} />}
    </span>
  );
}

/** How the actors are tied to the incident, in their order. */
export function RelationCell({ row }: CellProps) {
  const { guide } = useSettled().info;
  const all = tiesOf(row);
  return (
    <span className={styles.ties} title={cellWords(guide, row.incident, 'relation', 'apart')}>
      {all.length === 0 && !row.incident.natureDisputed && <span className="muted">none</span>}
      {all.slice(0, MOST_NAMED).map((tie, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ties of one actor may be alike, and they hold no state
        <span key={at} className={styles.tie} data-matches={tie.matches ? undefined : false}>
          {at > 0 && '; '}
          {tieDegree(tie.link, 'whole')}
          <Disputed by={tie.link.disputedBy} />
        </span>
      ))}
      {all.length > MOST_NAMED && <span className="muted"> and {all.length - MOST_NAMED} more</span>}
      <NatureDisputed row={row} />
    </span>
  );
}
