/** What a word of a language means in a date. Weekdays are 0 (Sunday) to 6, null where the word is part of several. */
export type WordMeaning =
  | { readonly kind: 'month'; readonly month: number; readonly orWeekday: boolean }
  | { readonly kind: 'weekday'; readonly weekday: number | null }
  | { readonly kind: 'filler' };
