import { type AncestorsOf, lineageOf, spanOf } from '../../query/ancestors';
import { gradeLink, type LinkView } from '../../query/links';
import { CERTAINTIES, type Incident, RELATIONS } from '../../series/model';
import { flag, integer, type TableColumn, text, texts } from './columns';

/** A link with its incident's number; an incident without links has one that stands for none. */
export interface NumberedLink {
  readonly n: number;
  readonly incident: Incident;
  readonly link: LinkView;
}

/** Rank of "no link", after those of {@link CERTAINTIES}. */
const NO_CERTAINTY = CERTAINTIES.length;

function rankIn(order: readonly string[], value: string): number {
  const at = order.indexOf(value);
  return at < 0 ? order.length : at;
}

/** The rank of the firmest certainty of an incident's links where no clause looks at links. */
export function firmestRank({ links }: Incident): number {
  const firm = links.filter((link) => link.certainty !== 'possible' && link.relation !== 'suspected');
  const allowed = firm.length > 0 ? firm : links;
  return Math.min(NO_CERTAINTY, ...allowed.map(({ certainty }) => rankIn(CERTAINTIES, certainty)));
}

function grade(asked: boolean, end: 'best' | 'low') {
  return ({ link }: NumberedLink) => gradeLink(link, asked)[end];
}

/** The table `links`: one row a link. `best_asked` and `low_asked` hold where `suspected` is asked for. */
export function linkColumns(ancestorsOf: AncestorsOf): readonly TableColumn<NumberedLink>[] {
  return [
    integer('n', ({ n }) => n),
    integer('position', ({ link }) => link.index),
    text('actor', ({ link }) => link.actor),
    texts('ancestors', ({ incident, link }) => ancestorsOf(link.actor, spanOf(incident.date))),
    texts('roots', ({ incident, link }) => lineageOf(link.actor, spanOf(incident.date), ancestorsOf).roots),
    text('relation', ({ link }) => link.relation),
    integer('relation_rank', ({ link }) => rankIn(RELATIONS, link.relation)),
    text('certainty', ({ link }) => link.certainty),
    integer('certainty_rank', ({ link }) => rankIn(CERTAINTIES, link.certainty)),
    flag('disputed', ({ link }) => link.disputed),
    flag('in_dispute', ({ incident, link }) => link.disputed || incident.natureDisputed),
    flag('best', grade(false, 'best')),
    flag('low', grade(false, 'low')),
    flag('best_asked', grade(true, 'best')),
    flag('low_asked', grade(true, 'low')),
  ];
}
