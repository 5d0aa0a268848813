import type { FieldKind, OwnValue } from '../series/fields';
import { parseDay } from '../time/day';
import { formatDayText } from '../time/format';

function dayText(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDayText(day);
}

/** A number as the incident states it: every decimal, thousands set apart. */
function numberText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 20 }).replace('-', '−');
}

/** What an incident says in an own field, as it is read; one text a value. */
export function ownInWords(kind: FieldKind, value: OwnValue): readonly string[] {
  if (typeof value === 'number') return [numberText(value)];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  const texts = typeof value === 'string' ? [value] : value;
  return kind === 'day' ? texts.map(dayText) : texts;
}
