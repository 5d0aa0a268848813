import type { FieldChange } from '../query/changes/compare-incidents';
import type { ChangeKind } from '../query/changes/compare-views';
import {
  type ChangeField,
  type FieldValue,
  isEstimate,
  type LinkValue,
} from '../query/changes/incident-fields';
import { propertyLabel } from '../series/field-table';
import { isOwnKey, type OwnKey, type OwnValue, ownField } from '../series/fields';
import type { Estimate, Incident, SeriesGuide } from '../series/model';
import { ROLES } from '../series/roles';
import { parseEventDate } from '../time/edtf';
import { formatEventDate } from '../time/format';
import { formatEstimate } from './figures';
import { ownInWords } from './incident';
import { columnLabel, joinWords, labelBy, labelOf } from './labels';

export const KIND_LABELS: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  entered: 'Now in this view',
  left: 'No longer in this view',
  changed: 'Corrected',
};

/** What stands for a value that is not there. */
const NOTHING = 'none';

/** The name of a field on the page; an own one by its label in the newer revision, or in the older where it is gone. */
function labelOfField(field: ChangeField, old: SeriesGuide, young: SeriesGuide): string {
  if (!isOwnKey(field)) return propertyLabel(field);
  return columnLabel(ownField(young, field) ? young : old, field);
}

/** A value of an own field as the page has it. */
function ownWords(field: OwnKey, value: FieldValue, guide: SeriesGuide): string {
  return ownInWords(ownField(guide, field)?.kind ?? 'text', value as OwnValue).join(', ');
}

function dateWords(edtf: string): string {
  const parsed = parseEventDate(edtf);
  return parsed.kind === 'date' ? formatEventDate(parsed.date) : edtf;
}

/** `ISKP: claimed, certain, through Amaq on 22 Mar 2024`. */
function linkWords({ actor, relation, certainty, ...link }: LinkValue, guide: SeriesGuide): string {
  const through = link.outlet === null ? '' : `, through ${link.outlet}`;
  const on = link.date === null ? '' : `, on ${dateWords(link.date)}`;
  const by = link.claimant === null ? '' : `, by ${labelOf(guide, 'actor', link.claimant)}`;
  const disputed = link.disputedBy.length === 0 ? '' : `, disputed by ${joinWords(link.disputedBy, 'and')}`;
  const sources = link.sources.length === 0 ? '' : ` [${link.sources.join(', ')}]`;
  return `${labelOf(guide, 'actor', actor)}: ${relation}, ${certainty}${by}${through}${on}${disputed}${sources}`;
}

function placeWords({ name, country, lat, lon, precision, note }: Incident['place']): string {
  const at = lat === null || lon === null ? null : `${lat}, ${lon}`;
  const parts = [name, country, at, precision, note].filter((part) => part !== null);
  return parts.length === 0 ? NOTHING : parts.join(', ');
}

/** What a value of a property is called: by the vocabulary of its role, where that has one. */
function valueLabel(guide: SeriesGuide, property: string, id: string): string {
  const role = ROLES.find((one) => one.property === property);
  return role?.vocabulary ? labelBy(guide, role.vocabulary, id) : id;
}

/** The value of a field in words; `guide` is that of the revision the value is from. */
function valueInWords(field: ChangeField, value: FieldValue, guide: SeriesGuide): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return NOTHING;
  if (isOwnKey(field)) return ownWords(field, value, guide);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  switch (field) {
    case 'date':
      return dateWords(value as string);
    case 'links':
      return (value as readonly LinkValue[]).map((link) => linkWords(link, guide)).join('; ');
    case 'place':
      return placeWords(value as Incident['place']);
    default:
      if (isEstimate(field)) return formatEstimate(value as Estimate);
      return [value]
        .flat()
        .map((id) => valueLabel(guide, field, String(id)))
        .join(', ');
  }
}

/** A change of a field with both values in words. */
export interface FieldChangeWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/**
 * A change of a field in words. Two values that read alike, such as a figure whose ends were only implied before, are
 * told apart as written.
 */
export function changeInWords(
  { field, before, after }: FieldChange,
  old: SeriesGuide,
  young: SeriesGuide,
): FieldChangeWords {
  const [then, now] = [valueInWords(field, before, old), valueInWords(field, after, young)];
  const label = labelOfField(field, old, young);
  if (then !== now) return { label, before: then, after: now };
  return { label, before: JSON.stringify(before), after: JSON.stringify(after) };
}
