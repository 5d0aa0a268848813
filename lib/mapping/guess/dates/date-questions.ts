import type { DateRule } from '../../../dates/date-rule';
import type { DateMapping } from '../../mapping';
import type { Question, QuestionOption } from '../../proposal';
import type { ColumnProfile } from '../../survey/survey';
import { inferencesOf } from './date-rules';

/** What distinguishes rules, the gravest first, and the question about it. */
const ASPECTS = [
  { key: 'order', id: 'date-order' },
  { key: 'pivot', id: 'two-digit-years' },
  { key: 'language', id: 'date-language' },
  { key: 'numbers', id: 'date-numbers' },
] as const satisfies readonly { readonly key: keyof DateRule; readonly id: string }[];

const ORDERS = {
  'day-first': 'day first',
  'month-first': 'month first',
  'year-first': 'year first',
} as const;
const NUMBERS = {
  year: 'years',
  'year-pairs': 'years and pairs of years, such as 2001/02',
  compact: 'dates such as 20240322',
  'epoch-s': 'seconds since 1970',
  'epoch-ms': 'milliseconds since 1970',
  excel: 'days of Excel, since 1900',
  'excel-1904': 'days of Excel, since 1904',
} as const;

function aspectLabel(
  rule: DateRule,
  key: keyof DateRule,
): { readonly value: string; readonly label: string } {
  if (key === 'order') {
    return rule.order === null
      ? { value: 'no-order', label: 'no order' }
      : { value: rule.order, label: ORDERS[rule.order] };
  }
  if (key === 'pivot') {
    return rule.pivot === null
      ? { value: 'no-pivot', label: 'years as written' }
      : { value: `to-${rule.pivot}`, label: `years from ${rule.pivot - 99} to ${rule.pivot}` };
  }
  if (key === 'language') return { value: rule.language ?? 'none', label: rule.language ?? 'no language' };
  return rule.numbers === null
    ? { value: 'text', label: 'text' }
    : { value: rule.numbers, label: NUMBERS[rule.numbers] };
}

type Example = { readonly text: string; readonly readings: readonly string[] };

/** The example as one rule reads it; nothing where examples and rules do not stand side by side. */
function readingOf(examples: readonly Example[], at: number, many: number): string {
  const [example] = examples.filter(({ readings }) => readings.length === many);
  const reading = example?.readings[at];
  return example && reading ? `: ${example.text} is ${reading}` : '';
}

function optionFor(
  date: DateMapping,
  rule: DateRule,
  keys: readonly (keyof DateRule)[],
  reading: string,
): QuestionOption {
  const parts = keys.map((key) => aspectLabel(rule, key));
  return {
    value: parts.map(({ value }) => value).join('-'),
    label: `${parts.map(({ label }) => label).join(', ')}${reading}`,
    change: { mapping: { date: { ...date, rule } } },
  };
}

function wording(
  id: string,
  names: string,
  rules: readonly DateRule[],
  { shown, isMixed }: { readonly shown: string; readonly isMixed: boolean },
): string {
  const isDayOrMonth = rules.every(({ order }) => order === 'day-first' || order === 'month-first');
  const asked = {
    'date-order': isDayOrMonth
      ? `Day or month first in ${names}? ${isMixed ? 'Some cells can only be read one way and some only the other' : 'No cell has a day over 12'}, so the file does not say.`
      : `In which order do day, month and year stand in ${names}? The file does not say.`,
    'two-digit-years': `Which century do the two-digit years in ${names} stand for?`,
    'date-language': `In which language are the months in ${names} named?`,
    'date-numbers': `What are the numbers in ${names}?`,
  };
  return `${asked[id as keyof typeof asked] ?? `How are the dates in ${names} read?`}${shown}`;
}

/** Asks what the cells of the date columns do not settle; nothing where one rule is left. */
export function dateRuleQuestions(
  date: DateMapping,
  columns: readonly ColumnProfile[],
  rules: readonly DateRule[],
): readonly Question[] {
  if (rules.length < 2) return [];
  const differing = ASPECTS.filter(({ key }) => new Set(rules.map((rule) => rule[key])).size > 1);
  const [first] = differing;
  if (!first) return [];
  const keys = differing.map(({ key }) => key);
  const examples = inferencesOf(columns).flatMap((dates) => dates.examples);
  const shown = examples.slice(0, 3).map(({ text }) => `“${text}”`);
  const options = rules.map((rule, at) => optionFor(date, rule, keys, readingOf(examples, at, rules.length)));
  const names = columns.map(({ name }) => `“${name}”`).join(' and ');
  const seen = shown.length > 0 ? ` For instance ${shown.join(', ')}.` : '';
  const isMixed = examples.some(({ readings }) => readings.includes(''));
  return [{ id: first.id, text: wording(first.id, names, rules, { shown: seen, isMixed }), options }];
}
