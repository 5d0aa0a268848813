import type { ReactNode } from 'react';
import { QuoteButton } from '@/components/quote/quote-button';
import { MarkWords } from '@/components/ui/mark-words';
import { reportedEstimates } from '@/lib/query/info/offers';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Incident, Source } from '@/lib/series/model';
import { incidentHref } from '@/lib/view/addresses/addresses';
import { isLocal } from '@/lib/view/addresses/local';
import { defaultView } from '@/lib/view/keys';
import type { View } from '@/lib/view/view';
import { nounOf } from '@/lib/words/headline/headline';
import { incidentSentence, sourceSentence } from '@/lib/words/headline/quote';
import { capitalised } from '@/lib/words/labels';
import { asOfSentence } from '@/lib/words/provenance';
import { CasualtyTable } from './casualty-table';
import styles from './incident-detail.module.css';
import { IncidentFacts } from './incident-facts';
import { LinkList } from './link-list';
import { SourceList } from './source-list';
import { TieList, tiesOf } from './tie-list';

/** The heading of the open incident, which names its panel and takes the focus. */
export const INCIDENT_HEADING = 'incident-title';

export interface IncidentDetailProps {
  readonly info: SeriesInfo;
  readonly incident: Incident;
  /** The sources that the incident and its links name. */
  readonly sources: readonly Source[];
  /** Folded words of a search, to be marked. */
  readonly words?: readonly string[];
  /** The revision that the address is fixed to, for the links; null for the current one. */
  readonly revision?: string | null;
  /** How the page counts its actors, for their colours. */
  readonly by?: Pick<View, 'roll' | 'actors'>;
  /** On a page of its own the title is the first heading; in a panel of the dashboard the second. */
  readonly within?: 'page' | 'panel';
}

type Level = 'page' | 'panel';

const ROLLED_UP = { roll: 'up', actors: [] } as const;

function Section(props: { readonly level: Level; readonly title: string; readonly children: ReactNode }) {
  const Heading = props.level === 'page' ? 'h2' : 'h3';
  return (
    <section className={styles.section}>
      <Heading className={styles.heading}>{capitalised(props.title)}</Heading>
      {props.children}
    </section>
  );
}

/** Sources in the order in which the incident names them, those of its links alone after. */
function inOrder(incident: Incident, sources: readonly Source[]): readonly Source[] {
  const own = incident.sources.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return [...own, ...sources.filter((source) => !own.includes(source))];
}

function Notes({ notes, words }: { readonly notes: string; readonly words: readonly string[] }) {
  return (
    <p className={styles.notes}>
      <MarkWords text={notes} words={words} />
    </p>
  );
}

/** Who is tied to the incident and how: claims, what others say, and ties of those actors that count nowhere. */
function Ties(
  props: Required<Pick<IncidentDetailProps, 'info' | 'incident' | 'sources' | 'revision' | 'by'>> & {
    level: Level;
  },
) {
  const { info, incident, sources, revision, by, level } = props;
  const of = (...relations: readonly string[]) =>
    incident.links.filter(({ relation }) => relations.includes(relation));
  const [claims, others, involved] = [of('claimed'), of('attributed', 'suspected'), of('involved')];
  const ties = tiesOf(info, incident);
  const list = (links: typeof claims) => (
    <LinkList links={links} date={incident.date} by={by} info={info} revision={revision} sources={sources} />
  );
  return (
    <>
      <Section level={level} title={claims.length > 1 ? `Claims (${claims.length})` : 'Claims'}>
        {claims.length === 0 ? <p className="muted">No claim is recorded.</p> : list(claims)}
      </Section>
      {others.length > 0 && (
        <Section level={level} title="Attributions and suspicions">
          {list(others)}
        </Section>
      )}
      {involved.length > 0 && (
        <Section level={level} title="Involved">
          {list(involved)}
        </Section>
      )}
      {ties.length > 0 && (
        <Section level={level} title="Ties that are not counted">
          <TieList info={info} ties={ties} />
        </Section>
      )}
    </>
  );
}

/** The page of an incident in this very revision. */
function frozenIncident({ guide, revision, standard }: SeriesInfo, { id }: Incident): string {
  return incidentHref({ ...defaultView(guide.meta.id, standard), revision: revision.slice(0, 12) }, id);
}

/** Everything the series knows of one incident. Draws on the server as in the browser. */
export function IncidentDetail(props: IncidentDetailProps) {
  const { info, incident, words = [], revision = null, by = ROLLED_UP, within: level = 'page' } = props;
  const sources = inOrder(incident, props.sources);
  const Title = level === 'page' ? 'h1' : 'h2';
  const noun = nounOf({ initiators: [incident.initiator] }, info.guide.meta);
  const estimates = reportedEstimates(info.offers);
  return (
    <article className={styles.detail} data-within={level} aria-labelledby={INCIDENT_HEADING}>
      <div className={styles.head}>
        <Title id={INCIDENT_HEADING} tabIndex={-1} className={styles.title}>
          <MarkWords text={capitalised(incident.title)} words={words} />
        </Title>
        {!isLocal(info.guide.meta.id) && (
          <QuoteButton
            said={incidentSentence(info, incident)}
            source={sourceSentence(info)}
            href={frozenIncident(info, incident)}
            of={incident.title}
          />
        )}
      </div>
      <div className={styles.columns}>
        <div>
          <IncidentFacts info={info} incident={incident} words={words} revision={revision} />
          {estimates.length > 0 && (
            <Section level={level} title="Killed and injured">
              <CasualtyTable
                {...{ incident, sources, estimates, noun }}
                asOf={asOfSentence(info.guide.meta)}
              />
            </Section>
          )}
        </div>
        <div>
          <Ties {...{ info, incident, sources, revision, by, level }} />
        </div>
      </div>
      {incident.notes !== null && (
        <Section level={level} title="Notes">
          <Notes notes={incident.notes} words={words} />
        </Section>
      )}
      <Section level={level} title={`Sources (${sources.length})`}>
        <SourceList sources={sources} />
      </Section>
    </article>
  );
}
