import type { ReactNode } from 'react';
import prose from '@/components/page/prose.module.css';
import { LicenceName } from '@/components/ui/licence-name';
import type { Citation } from '@/lib/export/cite/citation';
import type { ColumnReport } from '@/lib/importers/report/column-report';
import { columnsInShort } from '@/lib/importers/report/column-words';
import { type LeftOut, quantity } from '@/lib/importers/report/left-out-words';
import type { Problem } from '@/lib/problems/problem';
import type { FieldFact } from '@/lib/query/info/field-facts';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { DatasetId, ReferenceCount, Source } from '@/lib/series/model';
import { statedText } from '@/lib/series/stated';
import { sitePath } from '@/lib/text/site-path';
import { formatDay } from '@/lib/time/day';
import { dayInWords, formatDayText, formatEventDate, formatSpan } from '@/lib/time/format';
import { queryHref } from '@/lib/view/addresses/addresses';
import { BAND_WORDS } from '@/lib/words/coverage';
import { formatNumber } from '@/lib/words/figures';
import { wholeNoun } from '@/lib/words/headline/headline';
import { joinWords, labelOf } from '@/lib/words/labels';
import { asOfSentence, coverageWords, importedText } from '@/lib/words/provenance';
import { ActorTable } from './actor-table';
import { CiteSection } from './cite-section';
import { CodebookSection } from './codebook';
import { ColumnTable } from './column-table';
import { ImportFindings, ProblemTable, type RowCounts, SaidTables } from './problem-table';
import { type PastPublication, RevisionSection } from './revision-section';
import { Contents, type Part, Section } from './section';
import { SourceList } from './source-list';

interface AboutProps {
  readonly info: SeriesInfo;
  readonly sources: readonly Source[];
  /** What the incidents say in the series' own fields. */
  readonly facts: readonly FieldFact[];
  /** What of the source could not be used, and what there is to say of the rest. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly left: LeftOut;
  /** What became of the columns of its file; null where nobody wrote it down. */
  readonly columns: readonly ColumnReport[] | null;
  /** Rows of the file by what came of them; null where nobody counted. */
  readonly counts: RowCounts | null;
  /** How to cite the series, and what was published of it, oldest first. */
  readonly citation: Citation;
  readonly history: readonly PastPublication[];
}

function CoverageSection({ info }: { readonly info: SeriesInfo }) {
  const { meta, coverageNotes } = info.guide;
  return (
    <Section id="coverage" title="Coverage">
      <p>
        {coverageWords(meta.coverage)}. {importedText(meta.coverage.note, wholeNoun(info))}
      </p>
      {coverageNotes.length > 0 && (
        <table aria-label="Coverage">
          <thead>
            <tr>
              <th scope="col">From – to</th>
              <th scope="col">Kind</th>
              <th scope="col">What was watched less well</th>
            </tr>
          </thead>
          <tbody>
            {coverageNotes.map((one) => (
              <tr key={one.id}>
                <td className={prose.narrow}>{formatSpan(one.from, one.to)}</td>
                <td className={prose.narrow}>{BAND_WORDS[one.kind].toLowerCase()}</td>
                <td>
                  {one.regions !== undefined &&
                    `${joinWords(
                      one.regions.map((id) => labelOf(info.guide, 'region', id)),
                      'and',
                    )}: `}
                  {one.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** What rates by people are divided by. */
function PeopleSection({ info }: { readonly info: SeriesInfo }) {
  const { denominators = [], regions } = info.guide;
  if (denominators.length === 0) return null;
  return (
    <Section id="people" title="Numbers of people">
      <p>Rates by people go by these numbers. Nothing is worked out for days that have none.</p>
      <table aria-label="Numbers of people">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col">People</th>
            <th scope="col">Sources</th>
          </tr>
        </thead>
        <tbody>
          {denominators.map(({ region, date, from, to, people, sources }) => (
            <tr key={`${region ?? ''} ${date}`}>
              <td>
                {region === null ? 'All places' : (regions.find(({ id }) => id === region)?.label ?? region)}
              </td>
              <td className={prose.narrow}>{formatSpan(from, to)}</td>
              <td className={prose.narrow}>{formatNumber(people)}</td>
              <td>
                {sources.map((id) => (
                  <a key={id} href={`#source-${id}`}>
                    {id}{' '}
                  </a>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Reference({ count, dataset }: { readonly count: ReferenceCount; readonly dataset: DatasetId }) {
  const scope = `${count.scope}${count.scope === '' ? '' : '&'}from=${formatDay(count.from)}&to=${formatDay(count.to)}`;
  return (
    <li id={`reference-${count.id}`}>
      <strong>{count.value}</strong>, {count.who}, {formatDayText(count.from)} to{' '}
      {count.openEnd ? `${formatDayText(count.to)} or later` : formatDayText(count.to)}. Basis: {count.basis}.{' '}
      {count.note} <a href={queryHref(dataset, scope)}>The same scope in this series</a>.
    </li>
  );
}

function ReferenceSection({ info }: { readonly info: SeriesInfo }) {
  const { meta, referenceCounts } = info.guide;
  if (referenceCounts.length === 0) return null;
  return (
    <Section id="reference-counts" title="Published counts">
      <p>
        Others have counted too, on bases of their own. Where a view has the same scope as one of these, the
        dashboard sets the two side by side. That two counts agree, or differ by one, does not mean that they
        count the same incidents: only a comparison of the lists would show that.
      </p>
      <ul>
        {referenceCounts.map((count) => (
          <Reference key={count.id} count={count} dataset={meta.id} />
        ))}
      </ul>
    </Section>
  );
}

function AnnotationSection({ info }: { readonly info: SeriesInfo }) {
  if (info.guide.annotations.length === 0) return null;
  return (
    <Section id="context" title="Dated context">
      <ul>
        {info.guide.annotations.map((one) => (
          <li key={one.id}>
            <strong>
              {formatEventDate(one.date)}: {one.label}.
            </strong>{' '}
            {one.text}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** `95 incidents, 28 actors, 357 sources`, without what there is none of. */
function heldInWords(info: SeriesInfo, sources: readonly Source[]): string {
  const held = [
    `${formatNumber(info.incidents)} ${wholeNoun(info)[info.incidents === 1 ? 'one' : 'many']}`,
    info.guide.actors.length > 0 && quantity(info.guide.actors.length, 'actor'),
    sources.length > 0 && quantity(sources.length, 'source'),
  ];
  return held.filter((part) => part !== false).join(', ');
}

/** What the part on problems is called: where nothing is left out, there is only something to say. */
function problemsTitle({ problems }: Pick<AboutProps, 'problems'>): string {
  return problems.length > 0 ? 'What could not be used' : 'Warnings and notes';
}

/** The parts that the page of this series has. */
function partsOf(props: AboutProps): readonly Part[] {
  const { info, sources, problems, warnings, columns } = props;
  const { denominators = [], referenceCounts, annotations, actors } = info.guide;
  const parts: readonly (Part | false)[] = [
    { id: 'coverage', title: 'Coverage' },
    denominators.length > 0 && { id: 'people', title: 'Numbers of people' },
    { id: 'provenance', title: 'Provenance and licence' },
    referenceCounts.length > 0 && { id: 'reference-counts', title: 'Published counts' },
    annotations.length > 0 && { id: 'context', title: 'Dated context' },
    { id: 'codebook', title: 'Codebook' },
    actors.length > 0 && { id: 'actors', title: 'Actors' },
    { id: 'cite', title: 'How to cite' },
    { id: 'revisions', title: 'Revisions' },
    columns !== null && { id: 'columns', title: 'Columns of the file' },
    problems.length + warnings.length > 0 && { id: 'problems', title: problemsTitle(props) },
    sources.length > 0 && { id: 'sources', title: 'Sources' },
  ];
  return parts.filter((part) => part !== false);
}

/** /<dataset>/about: what the series is, what it leaves out, where it comes from, and how to cite it. */
export function About(props: AboutProps) {
  const { info, sources, facts, problems, warnings, left, columns, counts, citation, history } = props;
  const { meta } = info.guide;
  return (
    <main id="main" className={prose.page}>
      <h1>{meta.title}</h1>
      {statedText(meta.description) !== null && <p>{meta.description}</p>}
      <p>
        {heldInWords(info, sources)}. Revision <code>{info.revision.slice(0, 12)}</code>, imported here on{' '}
        {dayInWords(info.published)}.{asOfSentence(meta)}{' '}
        <a href={sitePath(`/${meta.id}`)}>Open the dashboard</a>.
      </p>
      <Contents parts={partsOf(props)} />
      <AboutSections info={info} sources={sources} facts={facts}>
        <CiteSection dataset={meta.id} citation={citation} />
        <RevisionSection dataset={meta.id} shown={info.revision} history={history} noun={wholeNoun(info)} />
        {columns !== null && (
          <Section id="columns" title="Columns of the file">
            <p>{columnsInShort(columns)}.</p>
            <ColumnTable columns={columns} noun={wholeNoun(info)} />
          </Section>
        )}
        {problems.length + warnings.length > 0 && (
          <Section id="problems" title={problemsTitle(props)}>
            <ImportFindings
              left={left}
              counts={counts}
              href={sitePath(`/${meta.id}/problems.csv?r=${info.revision.slice(0, 12)}`)}
            />
            <ProblemTable problems={problems} caption="Left out" />
            <SaidTables said={warnings} />
          </Section>
        )}
      </AboutSections>
    </main>
  );
}

/** What the series says of itself. `children` stand before the sources: how to cite it, what was left out. */
export function AboutSections(props: {
  readonly info: SeriesInfo;
  readonly sources: readonly Source[];
  readonly facts: readonly FieldFact[];
  readonly children: ReactNode;
}) {
  const { info, sources, facts, children } = props;
  const { meta, actors, actorRelations } = info.guide;
  const publisher = statedText(meta.publisher);
  return (
    <>
      <CoverageSection info={info} />
      <PeopleSection info={info} />
      <Section id="provenance" title="Provenance and licence">
        {meta.provenance.map((paragraph) => (
          <p key={paragraph}>{importedText(paragraph, wholeNoun(info))}</p>
        ))}
        <p>
          {publisher !== null && `Publisher: ${publisher}. `}
          {statedText(meta.licence.name) === null ? (
            'No licence is stated: ask whoever made the series before you pass its rows on.'
          ) : (
            <>
              Licence: <LicenceName licence={meta.licence} />.
            </>
          )}
        </p>
      </Section>
      <ReferenceSection info={info} />
      <AnnotationSection info={info} />
      <CodebookSection info={info} facts={facts} />
      {actors.length > 0 && (
        <Section id="actors" title="Actors">
          {actorRelations.length > 0 && (
            <p>
              “Part of” rolls up: the dashboard counts a part under its parent. “Tied to” is shown and never
              counted.
            </p>
          )}
          <ActorTable dataset={meta.id} actors={actors} relations={actorRelations} />
        </Section>
      )}
      {children}
      {sources.length > 0 && (
        <Section id="sources" title="Sources">
          <SourceList sources={sources} />
        </Section>
      )}
    </>
  );
}
