import { type AskedList, idsIn, type ListFacet, type ListRole, listRole } from '../../series/facets';
import type { SeriesGuide } from '../../series/model';
import type { Roll, View } from '../view';
import { type Alone, choiceForm, LIST, listWithOneAlone } from './forms';
import type { Form } from './reading';

/** The parts of a view that keys of the address hold. */
export type ViewField = Exclude<keyof View, 'dataset' | 'standard' | 'broken'>;

/**
 * What a key is for. One that `filters` decides which incidents are counted: where it cannot be read nothing matches, so
 * that it never means "all". One that `draws` falls back to its default; one that `opens` an incident or a revision says
 * nothing of the view.
 */
export type KeyUse = 'filters' | 'draws' | 'opens';

/** What of a view decides what the rest of it is where the address says nothing. */
export type StandardBasis = Pick<View, 'standard' | 'split' | 'actors' | 'groups' | 'revision'>;

/**
 * How actors are grouped where the reader did not choose: rolled up at the top of the tree and among several that were
 * chosen, so that each stands for its parts; as linked inside a single one, where its parts are what there is to see. Regions
 * that lie in others are rolled up, inside a single one under its own parts.
 */
export function rolled({ standard, split, actors }: StandardBasis): Roll {
  if (split === 'region') return standard.regionTree ? 'up' : 'own';
  return standard.tree && split === 'actor' && actors.length !== 1 ? 'up' : 'own';
}

export type Kind =
  | 'end'
  | 'list'
  | 'choice'
  | 'field'
  | 'own'
  | 'text'
  | 'groups'
  | 'columns'
  | 'id'
  | 'date'
  | 'number'
  | 'comparison'
  | 'selection'
  | 'box'
  | 'places'
  | 'notes';

/** What a reader is told of a key: its name on the page, and its cells in the table of docs/url.md. */
export interface KeyWords {
  readonly label: string;
  readonly meaning: string;
  readonly values: string;
  /** The default in words. */
  readonly otherwise: string;
}

/** One key of the address: what of a view it holds, and all that is done with it. */
export interface Entry<F extends ViewField = ViewField, U extends KeyUse = KeyUse, K extends Kind = Kind>
  extends Form<View[F]>,
    KeyWords {
  readonly kind: K;
  readonly field: F;
  readonly use: U;
  /** What a view has where its address says nothing. */
  readonly standard: (view: StandardBasis) => View[F];
  /** What a view has where the reader did not choose, if that moves with the rest of it; see `changeView`. */
  readonly follows?: (view: StandardBasis) => View[F];
  /** The fields without which its values mean nothing: another value of one of them takes the clause away. */
  readonly beside?: readonly ViewField[];
}

/** A list of ids, by code point. */
export interface ListEntry<F extends AskedList = AskedList> extends Entry<F, 'filters', 'list'> {
  /** The ids that it can have in a series, `none` included where it means something. */
  readonly known: (guide: SeriesGuide) => readonly string[];
  /** The one that never adds up with the others; null where all do. */
  readonly alone: Alone | null;
}

/** One of some words. */
export interface ChoiceEntry<
  F extends ViewField,
  U extends KeyUse,
  C extends string,
  K extends Kind = 'choice',
> extends Entry<F, U, K> {
  readonly choices: readonly [C, ...C[]];
  /** What a clause says beside the label, where that is not the word itself. */
  readonly said: Readonly<Record<string, string>>;
}

/** Texts as a cell of a document writes them. */
export function codes(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

export function entry<F extends ViewField, U extends KeyUse, K extends Kind>(
  kind: K,
  field: F,
  use: U,
  form: Form<View[F]>,
  rest: Pick<Entry<F>, 'standard' | 'beside'> & KeyWords,
): Entry<F, U, K> {
  return { ...form, ...rest, kind, field, use };
}

/** What addresses write of a vocabulary: its ids, where they are the model's own. */
function valuesInWords({ vocabulary, apart }: ListRole): string {
  if ('list' in vocabulary) return 'ids, `none`';
  const ids = Object.keys(vocabulary.labels).filter((id) => id !== apart?.id);
  const all = codes(vocabulary.none === null ? ids : [...ids, 'none']);
  return apart === null ? all : `${all}; \`${apart.id}\` stands alone`;
}

function aloneOf({ vocabulary, apart }: ListRole): Alone | null {
  if (apart === null || 'list' in vocabulary) return null;
  const others = Object.keys(vocabulary.labels).filter((id) => id !== apart.id);
  return { id: apart.id, others, message: `${apart.why}: “${apart.id}” stands alone.` };
}

/** The list of the values that are asked for of a facet: what they are and how they are called, the table of roles says. */
export function list<K extends ListFacet>(
  key: K,
  rest: Pick<KeyWords, 'meaning' | 'otherwise'> & Partial<KeyWords>,
): ListEntry<ListRole<K>['asked']> {
  const role: ListRole = listRole(key);
  const alone = aloneOf(role);
  return {
    ...(alone === null ? LIST : listWithOneAlone(alone)),
    ...{ label: role.label, values: valuesInWords(role), ...rest },
    ...{ kind: 'list', field: role.asked as ListRole<K>['asked'], use: 'filters', standard: () => [], alone },
    known: (guide) => idsIn(role.vocabulary, guide),
  };
}

export function choice<
  F extends 'map' | 'shade' | 'disputed' | 'scope' | 'bin' | 'mode' | 'roll' | 'axis' | 'across' | 'steps',
  U extends KeyUse,
  C extends NonNullable<View[F]>,
>(
  field: F,
  use: U,
  choices: readonly [C, ...C[]],
  rest: Pick<Entry<F>, 'standard' | 'follows' | 'beside'> & Omit<KeyWords, 'values'>,
  said: Readonly<Record<string, string>> = {},
): ChoiceEntry<F, U, C> {
  const form = choiceForm<View[F]>(choices as readonly (View[F] & string)[]);
  return { ...form, ...rest, values: codes(choices), kind: 'choice', field, use, choices, said };
}

/** One of some words, or a field of the series' own. */
export function fieldChoice<F extends 'measure' | 'split', C extends string>(
  field: F,
  choices: readonly [C, ...C[]],
  form: Form<View[F]>,
  rest: Pick<Entry<F>, 'standard'> & KeyWords,
): ChoiceEntry<F, 'draws', C, 'field'> {
  return { ...form, ...rest, kind: 'field', field, use: 'draws', choices, said: {} };
}

/** Columns of the table. */
export function columnList<F extends 'sort' | 'columns', C extends string>(
  field: F,
  choices: readonly [C, ...C[]],
  form: Form<View[F]>,
  rest: Pick<Entry<F>, 'standard'> & KeyWords,
): ChoiceEntry<F, 'draws', C, 'columns'> {
  return { ...form, ...rest, kind: 'columns', field, use: 'draws', choices, said: {} };
}
