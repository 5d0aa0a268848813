import type { RawColumn } from '../../formats/raw-table';
import { hasPhrase, nameWords, phrases } from '../../text/name-words';

/** Words for dates and parts of them in names of columns. */
export const DATE_WORDS = phrases(`
  date dates datetime day when time timestamp started started_at start begin began finished ended end until eow year
  occurred sqldate dt month monat mois mes месяц місяць الشهر
  datum tag jahr zeitpunkt beginn ende
  fecha dia ano inicio fin
  jour annee debut quand
  data hora inicio fim
  дата день год время начало конец
  рік час початок кінець
  التاريخ تاريخ اليوم السنة
  tarih
`);

const DATE_TAGS = /^#date\b/;

/** Whether a column is named like a date, so that bare numbers in it may be years or days counted from some day. */
export function saysDate({ name, hxl }: RawColumn): boolean {
  return (hxl !== null && DATE_TAGS.test(hxl)) || hasPhrase(nameWords(name), DATE_WORDS);
}
