'use client';

import { Fragment, type MouseEvent } from 'react';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useLateAddress } from '@/components/ui/later/late-address';
import { foundElsewhere, MarkWords } from '@/components/ui/mark-words';
import { isPlainClick, ViewLink } from '@/components/ui/view-link';
import { NONE } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';
import { isReported, settle } from '@/lib/series/estimate';
import { idsOf, listRole, type ValueList } from '@/lib/series/facets';
import type { Estimate } from '@/lib/series/model';
import { searchWords } from '@/lib/series/search-text';
import type { EventDate } from '@/lib/time/event-date';
import { formatEventDate } from '@/lib/time/format';
import { incidentHref } from '@/lib/view/addresses/addresses';
import { changeView } from '@/lib/view/change';
import { besideTitle, cellWords, withoutOpenEnd } from '@/lib/words/cells';
import { figureWords, NOT_REPORTED_TEXT } from '@/lib/words/figures';
import { doubtSign, natureInDoubt } from '@/lib/words/incident';
import { capitalised, standingLabel } from '@/lib/words/labels';
import styles from './cells.module.css';

interface CellProps {
  readonly row: Row;
}

/** The title, which opens the incident, with how the row counts, and the place where it has no column. */
export function TitleCell({ row, place }: CellProps & { readonly place: boolean }) {
  const { view } = useSettled();
  const { go, viewNow } = useNavigation();
  const { incident } = row;
  const { ref, href } = useLateAddress(() => incidentHref(viewNow(), incident.id));
  const words = searchWords(view.q);
  const title = capitalised(incident.title);
  const sign = doubtSign(row);
  const inNotes = foundElsewhere(words, [incident.title, incident.place.name]);
  const where = place ? besideTitle(incident) : null;
  const open = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go((now) => changeView(now, { incident: incident.id }));
  };
  return (
    <span title={where === null ? title : `${title}, ${where}`}>
      <a className={styles.title} ref={ref} href={href} onClick={open} data-incident={incident.id}>
        <MarkWords text={title} words={words} />
      </a>
      {sign && ' '}
      {sign && (
        <span className={styles.sign} data-kind={sign.kind} title={sign.meaning}>
          {sign.label}
        </span>
      )}
      {inNotes && ' '}
      {inNotes && (
        <span className={styles.sign} data-kind="notes">
          <mark>found in the notes</mark>
        </span>
      )}
      {where !== null && ' '}
      {where !== null && (
        <span className={styles.place}>
          <MarkWords text={where} words={words} />
        </span>
      )}
    </span>
  );
}

/** The values of a facet; each sets the filter. */
export function ValueCell({ row, facet }: CellProps & { readonly facet: ValueList['key'] }) {
  const { info } = useSettled();
  const held = idsOf(row.incident, facet);
  const { asked } = listRole(facet);
  return (
    <span title={cellWords(info.guide, row.incident, facet, 'apart')}>
      {(held.length === 0 ? [NONE] : held).map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <ViewLink className={styles.quiet} view={(now) => changeView(now, { [asked]: [id] })}>
            {standingLabel(info.guide, facet, id)}
          </ViewLink>
        </Fragment>
      ))}
    </span>
  );
}

/** A date; that an end of it is open is said by its first word where the line is short. */
export function DateCell({ date }: { readonly date: EventDate }) {
  const words = formatEventDate(date);
  const short = withoutOpenEnd(words);
  return (
    <span title={words}>
      {short}
      {short !== words && <span className={styles.openEnd}>{words.slice(short.length)}</span>}
    </span>
  );
}

/** A text, or that there is none. */
export function TextCell({ text }: { readonly text: string | null }) {
  if (text === null) return <span className={styles.missing}>{NOT_REPORTED_TEXT}</span>;
  return <span title={text}>{text}</span>;
}

/** Words in which no browser ends a line. */
const WHOLE = /^[\d.,]*$/;

/** A text that is broken at its blanks and nowhere else, not even behind the dash of a range. */
function Unbroken({ text }: { readonly text: string }) {
  return text.split(' ').map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text are a fixed list, and two may be alike
    <Fragment key={at}>
      {at > 0 && ' '}
      {WHOLE.test(word) ? word : <span className={styles.figure}>{word}</span>}
    </Fragment>
  ));
}

/** A figure with its range: `145 (143–145)`. One of disputed nature is marked, for it counts in high only. */
export function FigureCell(props: { readonly estimate: Estimate; readonly disputed?: boolean }) {
  const { guide } = useSettled().info;
  const settled = settle(props.estimate);
  if (!isReported(settled)) return <span className={styles.missing}>{NOT_REPORTED_TEXT}</span>;
  const { value, range } = figureWords(settled);
  const figure =
    settled.best === null ? (
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
    );
  if (!props.disputed || settled.high === 0) return figure;
  return (
    <span className={styles.doubted} title={`${natureInDoubt(guide.meta.noun, false)}: counts in high only`}>
      {figure}
      <span className="visually-hidden">, only in high</span>
    </span>
  );
}
