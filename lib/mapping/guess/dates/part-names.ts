import { LANGUAGES } from '../../../dates/words/languages';
import { nameWords } from '../../../text/name-words';
import type { ColumnProfile } from '../../survey/survey';
import { DATE, END, START } from '../columns/field-names';

/** What a column gives of a date. */
export type DatePart = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'dayOfYear';

/** A column as a part of a date: which part, of which end, and of what, where its name says so. */
export interface NamedPart {
  readonly part: DatePart;
  readonly side: 'start' | 'end' | null;
  /** The words that tell of what it is a date: `birth` of `Birth Year`; '' where none do. */
  readonly of: string;
  /** Whether its words are part words throughout, not run together or shortened to a letter. */
  readonly plain: boolean;
}

/** Forms that the languages of Intl have beside the word itself: cases, short forms, those of single files. Not plurals: `days` are counted. */
const MORE: Readonly<Record<(typeof PARTS)[number], string>> = {
  quarter:
    'quarter qtr quartal trimestre trimestri kwartał kvartal kwartaal квартал çeyrek الربع ربع 季度 四半期 분기',
  year: 'year yr yyyy yy jahr jaar annee an ano anyo anio anno annoh anoh god goda год года рік року rok roku yil yili السنة سنة العام عام سال 年 年份 年度 년 năm έτος שנה tahun वर्ष ar',
  month:
    'month months mon mth mo mm monat maand mois mes mês mese mesh mesec месяц месяца місяць місяця miesiac miesiaca ay الشهر شهر ماه 月 月份 월 tháng μήνας חודש bulan महीना luna',
  day: 'day dd dy tag jour dia día diah giorno dag den dzien день дня gun gün اليوم يوم روز 日 일 ngày ημέρα יום hari दिन zi',
  week: 'week wk weekno isoweek woche kw kalenderwoche semaine semana settimana vecka uge uke неделя тиждень tydzien hafta الأسبوع أسبوع 周 週 주 tuần minggu',
};

/** Words that stand beside a part and change nothing of it. */
const BESIDE = new Set(
  nameWords(
    `of the in on at event events incident incidents attack attacks occurrence occurred happened when time timestamp number no nr num iso
    calendar gregorian i de del des du la le l el da do das der dem suceso sucesos evento eventos hecho hechos caso incidente ocurrencia
    ereignis ereignisses vorfall vorfalls tat ereignisdatum evenement incident attaque fait faits fato events происшествия события
    инцидента события події інциденту zdarzenia olay olayin الحدث الحادث الحادثة start_date end_date`,
  ).split(' '),
);

const INITIALS: ReadonlyMap<string, DatePart> = new Map([
  ['y', 'year'],
  ['m', 'month'],
  ['d', 'day'],
  ['w', 'week'],
]);

const PARTS = ['year', 'quarter', 'month', 'day', 'week'] as const;

/** The word for a part in each language that Intl knows, with more forms; made when first asked. */
let words: ReadonlyMap<string, DatePart> | null = null;

function partWords(): ReadonlyMap<string, DatePart> {
  if (words !== null) return words;
  const made = new Map<string, DatePart>();
  for (const [language] of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'dateTimeField' });
    const own = names.resolvedOptions().locale.startsWith(language);
    for (const part of own ? PARTS : []) {
      const word = nameWords(names.of(part === 'week' ? 'weekOfYear' : part) ?? '');
      if (word !== '' && !word.includes(' ') && !made.has(word)) made.set(word, part);
    }
  }
  for (const part of PARTS) for (const word of nameWords(MORE[part]).split(' ')) made.set(word, part);
  words = made;
  return made;
}

const sideOf = (word: string) => (START.words.has(word) ? 'start' : END.words.has(word) ? 'end' : null);
const isBeside = (word: string) => BESIDE.has(word) || DATE.words.has(word);

/** Words that are run together with a part: `startday`, `eventyear`, `iyear`. */
const GLUED = [
  ...['start', 'end', 'begin', 'event', 'incident', 'attack', 'date', 'from', 'to', 'stop', 'i'],
  ...['inicio', 'fin', 'beginn', 'ende', 'debut', 'hecho', 'evento'],
];
const ENGLISH = /^(?:year|month|day|week|yr|mon|mth|jahr|monat|tag|ano|mes|dia|annee|mois|jour)$/;

function unglued(word: string): readonly string[] {
  for (const glue of GLUED) {
    const [behind, before] = [word.slice(glue.length), word.slice(0, -glue.length)];
    if (word.startsWith(glue) && ENGLISH.test(behind)) return [glue, behind];
    if (word.endsWith(glue) && glue.length > 1 && ENGLISH.test(before)) return [before, glue];
  }
  return [word];
}

/** `day of week` and `day of the month` say which day is counted; the first is no day of a date. */
const WEEKDAY =
  /\bday of (?:the )?week\b|\bweek ?day\b|\bjour de la semaine\b|\bdia de la semana\b|\bwochentag\b/;
const IN_FULL =
  /\b(?:day of (?:the )?month|month of (?:the )?year|week of (?:the )?year|mes del ano|dia del mes)\b/;

function wordsOf(name: string): readonly string[] {
  const full = IN_FULL.exec(name)?.[0];
  const short = full === undefined ? name : name.replace(full, full.split(' ')[0] ?? '');
  return short
    .split(' ')
    .filter((word) => word !== '')
    .flatMap(unglued);
}

const YEAR_DAY =
  /\b(?:day of (?:the )?year|dayofyear|julian day|ordinal day|year ?day|yday|doy|jour de l annee|dia del ano)\b/;

/** Which part of a date a column is by its name, whatever the language; null where it is none by that. */
export function partOf({ name }: Pick<ColumnProfile, 'name'>): NamedPart | null {
  const plainName = nameWords(name);
  if (WEEKDAY.test(plainName)) return null;
  if (YEAR_DAY.test(plainName)) return { part: 'dayOfYear', side: null, of: '', plain: true };
  const all = wordsOf(plainName);
  const known = partWords();
  const found = all.filter((word) => known.has(word) && !isOther(word, all));
  const initial = all.length <= 2 ? INITIALS.get(all.at(-1) ?? '') : undefined;
  const part = found.length === 1 ? known.get(found[0] ?? '') : found.length === 0 ? initial : undefined;
  if (part === undefined) return null;
  const rest = all.filter((word) => word !== (found[0] ?? all.at(-1)));
  const sides = rest.map(sideOf).filter((side) => side !== null);
  const of = rest.filter((word) => sideOf(word) === null && !isBeside(word)).join(' ');
  return { part, side: sides[0] ?? null, of, plain: found.length === 1 };
}

/** A word of some language that is a small word beside the part of another: `an` beside `event`, `day` beside `month`. */
function isOther(word: string, all: readonly string[]): boolean {
  return all.length > 1 && (BESIDE.has(word) || START.words.has(word) || END.words.has(word));
}
