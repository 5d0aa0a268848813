import type { Dice } from '../synthetic/random';

/** What is known of a dataset to ask for parts of it. */
export interface Known {
  readonly id: string;
  readonly revision: string;
  readonly from: number;
  readonly to: number;
  readonly facets: Readonly<Record<'actor' | 'type' | 'region', readonly string[]>>;
  readonly incidents: readonly string[];
}

interface ViewJson {
  readonly revision: string;
  readonly coverage: { readonly from: string; readonly to: string };
  readonly facets: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Asks a server what it has of a dataset. */
export async function knownOf(at: string, id: string): Promise<Known> {
  const view = await json<ViewJson>(`${at}/${id}/view.json`);
  const { rows } = await json<{ rows: readonly { readonly id: string }[] }>(
    `${at}/${id}/incidents.json?limit=50`,
  );
  const ids = (facet: string) => (view.facets[facet] ?? []).slice(0, 60).map((one) => one.id);
  return {
    ...{ id, revision: view.revision.slice(0, 12) },
    from: Number(view.coverage.from.slice(0, 4)),
    to: Number(view.coverage.to.slice(0, 4)),
    facets: { actor: ids('actor'), type: ids('type'), region: ids('region') },
    incidents: rows.map((row) => row.id),
  };
}

/** What a reader asks for, for the report, and its address. */
export interface Asked {
  readonly kind: string;
  readonly path: string;
}

/** A view as readers choose one: some years, perhaps an actor, a type, a region, a word, another bin or split. */
function viewOf({ from, to, facets }: Known, dice: Dice): URLSearchParams {
  const params = new URLSearchParams();
  if (dice.chance(0.6)) {
    const first = from + dice.below(Math.max(1, to - from));
    params.set('from', String(first));
    params.set('to', String(first + dice.below(Math.max(1, to - first + 1))));
  }
  for (const facet of ['actor', 'type', 'region'] as const) {
    const values = facets[facet];
    if (values.length > 0 && dice.chance(0.25)) params.set(facet, values[dice.zipf(values.length)] ?? '');
  }
  if (dice.chance(0.1)) params.set('q', dice.pick(['police', 'witness', 'river', 'attack']));
  if (dice.chance(0.2)) params.set('bin', dice.pick(['month', 'quarter', 'year']));
  if (dice.chance(0.2)) params.set('split', dice.pick(['actor', 'type', 'region', 'none']));
  return params;
}

/** Twins of a view, each as often as it stands here. */
const TWINS = [
  ...['view.json', 'view.json', 'incidents.json', 'incidents.json', 'activity.svg', 'timeline.svg'],
  ...['activity.png', 'card.png', 'incidents.csv', 'feed.atom', 'changes.json'],
];

/** The next address of a reader: mostly dashboards, else one of everything that is served. */
export function nextAddress(known: Known, dice: Dice): Asked {
  const { id, revision, incidents } = known;
  const view = viewOf(known, dice);
  const at = (kind: string, path: string) => {
    if (dice.chance(0.2)) view.set('r', revision);
    const query = view.toString();
    return { kind, path: `${path}${query === '' ? '' : `?${query}`}` };
  };
  const turn = dice.below(100);
  if (turn < 50) return at('page', `/${id}`);
  if (turn < 58 && incidents.length > 0) {
    return at('incident', `/${id}/incidents/${encodeURIComponent(dice.pick(incidents))}`);
  }
  if (turn < 62) return { kind: 'front page', path: '/' };
  if (turn < 65) return { kind: 'about', path: `/${id}/about` };
  if (turn < 72)
    return at('embed', `/embed/${id}/${dice.pick(['activity', 'timeline', 'headline', 'table'])}`);
  const twin = dice.pick(TWINS);
  // Whole files of a large series are asked for by few: a reader narrows first.
  if (twin === 'incidents.csv') {
    view.set('from', String(known.to));
    view.set('to', String(known.to));
  }
  return at(twin, `/${id}/${twin}`);
}
