import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { ActorRelation, Incident } from '@/lib/series/model';
import { formatEventDate } from '@/lib/time/format';
import { actorName, labelOf } from '@/lib/words/labels';

/** The span of a relation: `since 2022`, `until 2021`, `2015 to 2021`; empty where nothing is known. */
function spanWords({ from, to }: ActorRelation): string {
  if (from && to) return `${formatEventDate(from)} to ${formatEventDate(to)}`;
  if (from) return `since ${formatEventDate(from)}`;
  return to ? `until ${formatEventDate(to)}` : '';
}

/** The ties of an incident's actors to others, such as support that is disputed. */
export function tiesOf(info: SeriesInfo, incident: Incident): readonly ActorRelation[] {
  const linked = new Set(incident.links.map(({ actor }) => actor));
  return info.guide.actorRelations.filter(({ kind, child }) => kind === 'tie' && linked.has(child));
}

/** Ties as sentences. They are shown, dated, and never counted. */
export function TieList(props: { readonly info: SeriesInfo; readonly ties: readonly ActorRelation[] }) {
  const { guide } = props.info;
  return (
    <ul>
      {props.ties.map((tie) => {
        const details = [tie.note, spanWords(tie)].filter((text) => text !== null && text !== '').join('; ');
        return (
          <li key={`${tie.child} ${tie.parent} ${tie.from?.edtf ?? ''}`}>
            {labelOf(guide, 'actor', tie.child)} and {actorName(guide, tie.parent)}
            {details !== '' && `: ${details}`}. Not counted under {labelOf(guide, 'actor', tie.parent)}.
          </li>
        );
      })}
    </ul>
  );
}
