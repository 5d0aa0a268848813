import { ActorDot } from '@/components/ui/actor-dot';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Certainty, Link, Source } from '@/lib/series/model';
import type { EventDate } from '@/lib/time/event-date';
import { formatEventDate } from '@/lib/time/format';
import type { View } from '@/lib/view/view';
import { actorName, capitalised, joinWords, labelOf } from '@/lib/words/labels';
import { filterHref } from './filter-href';
import styles from './link-list.module.css';
import { SourceRefs } from './source-list';

interface Place {
  readonly info: SeriesInfo;
  /** How the page counts its actors, for their colours. */
  readonly by: Pick<View, 'roll' | 'actors'>;
  /** When the incident was. */
  readonly date: EventDate;
  readonly revision: string | null;
  readonly sources: readonly Source[];
}

const CERTAINTY_MEANING: Readonly<Record<Certainty, string>> = {
  certain: '',
  probable: ': counts for this actor in best and high, not in low',
  possible: ': counts for this actor in high only',
};

/** How certain a link is, and how it counts. A claim is certain to have been made, which says nothing of its truth. */
function certaintyWords({ relation, certainty }: Link): string {
  const made = relation === 'claimed' ? ' to have been made' : '';
  return `${certainty}${made}${CERTAINTY_MEANING[certainty]}`;
}

/** Who made a claim, where that is the organisation the actor is part of. */
function claimWords(link: Link, info: SeriesInfo): string {
  const { guide } = info;
  if (link.claimant === null) return capitalised(link.relation);
  return `${capitalised(link.relation)} by ${actorName(guide, link.claimant)} for ${labelOf(guide, 'actor', link.actor)}`;
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LinkItem({ link, info, by, date, revision, sources }: Place & { readonly link: Link }) {
  return (
    <li className={styles.item}>
      <p className={styles.actor}>
        <ActorDot info={info} by={by} actor={link.actor} date={date} />
        <a href={filterHref(info, revision, { actors: [link.actor] })}>{actorName(info.guide, link.actor)}</a>
      </p>
      <dl className={styles.facts}>
        <Fact name="How">{claimWords(link, info)}</Fact>
        {link.outlet !== null && <Fact name="Outlet">{link.outlet}</Fact>}
        {link.date !== null && <Fact name="When">{formatEventDate(link.date)}</Fact>}
        {link.relation === 'claimed' && link.date === null && (
          <Fact name="When">
            <span className="muted">not reported</span>
          </Fact>
        )}
        <Fact name="Certainty">{certaintyWords(link)}</Fact>
        {link.disputedBy.length > 0 && (
          <Fact name="Disputed by">
            <strong className={styles.disputed}>{joinWords(link.disputedBy, 'and')}</strong>
          </Fact>
        )}
        {link.sources.length > 0 && (
          <Fact name="Sources">
            <SourceRefs ids={link.sources} sources={sources} />
          </Fact>
        )}
      </dl>
    </li>
  );
}

/** Ties of actors to an incident, each with who, how, outlet, date, certainty, dispute and sources. */
export function LinkList({ links, ...place }: Place & { readonly links: readonly Link[] }) {
  return (
    <ul className={styles.list}>
      {links.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an incident's links are a fixed list, and two may be alike
        <LinkItem key={index} link={link} {...place} />
      ))}
    </ul>
  );
}
