import prose from '@/components/page/prose.module.css';
import type { Actor, ActorRelation, DatasetId } from '@/lib/series/model';
import { formatEventDate } from '@/lib/time/format';
import { queryHref } from '@/lib/view/addresses/addresses';

/** As many actors are listed; of the rest the number is given. */
const MOST_SHOWN = 1_000;

/** The dates of a relation in words; nothing where neither end is known. */
function duration({ from, to }: ActorRelation): string {
  if (from && to) return `, ${formatEventDate(from)} to ${formatEventDate(to)}`;
  if (from) return `, since ${formatEventDate(from)}`;
  return to ? `, until ${formatEventDate(to)}` : '';
}

/** Every actor with what it belongs to and what is known of it. */
export function ActorTable(props: {
  readonly dataset: DatasetId;
  readonly actors: readonly Actor[];
  readonly relations: readonly ActorRelation[];
}) {
  const { dataset, actors, relations } = props;
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const described = actors.some(({ kind, ideology, notes }) => (kind ?? ideology ?? notes) !== null);
  const related = relations.length > 0;
  return (
    <table className={prose.stacked} aria-label="Actors">
      <thead>
        <tr>
          <th scope="col">Actor</th>
          {described && <th scope="col">Kind</th>}
          {related && <th scope="col">Part of, tied to</th>}
        </tr>
      </thead>
      <tbody>
        {actors.slice(0, MOST_SHOWN).map((actor) => (
          <tr key={actor.id} id={`actor-${actor.id}`}>
            <th scope="row">
              <a href={queryHref(dataset, `actor=${encodeURIComponent(actor.id)}`)}>{actor.name}</a>
              {actor.aliases.length > 0 && <div className="muted">{actor.aliases.join(', ')}</div>}
            </th>
            {described && (
              <td>
                {[actor.kind, actor.ideology].filter((text) => text !== null).join('; ')}
                {actor.notes !== null && <div className="muted">{actor.notes}</div>}
              </td>
            )}
            {related && (
              <td className={prose.wide}>
                {relations
                  .filter(({ child }) => child === actor.id)
                  .map((relation) => (
                    <div key={`${relation.parent} ${relation.kind}`}>
                      {relation.kind === 'part' ? 'Part of ' : 'Tied to '}
                      {names.get(relation.parent) ?? relation.parent}
                      {duration(relation)}
                      {relation.note !== null && <span className="muted"> ({relation.note})</span>}
                    </div>
                  ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {actors.length > MOST_SHOWN && (
        <tfoot>
          <tr>
            <td colSpan={3}>… and {(actors.length - MOST_SHOWN).toLocaleString('en')} more.</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
