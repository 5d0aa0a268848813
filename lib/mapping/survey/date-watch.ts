import type { DateInference } from '../../dates/date-rule';
import { collectDates } from '../../dates/evidence/date-evidence';
import type { RawColumn } from '../../formats/raw-table';
import { hasPhrase, nameWords, phrases } from '../../text/name-words';

/** Cells after which a column that shows no date is given up. */
const TRIAL = 400;
/** The share of them that must look like dates where the column is not named like one. */
const ENOUGH = 0.2;

const FIRST_DAY = 19000101;
const LAST_DAY = 21001231;
const EPOCH_S_1990 = 631_152_000;
const EPOCH_S_2100 = 4_102_444_800;

function looksCompact(number: number): boolean {
  if (number < FIRST_DAY || number > LAST_DAY) return false;
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  return month <= 12 && day <= 31;
}

function looksEpoch(number: number): boolean {
  return (
    (number >= EPOCH_S_1990 && number <= EPOCH_S_2100) ||
    (number >= EPOCH_S_1990 * 1000 && number <= EPOCH_S_2100 * 1000)
  );
}

/** A bare number is a date of its own only where it is plainly one: 20240322 or an epoch of our time. */
const looksLikeDateNumber = (number: number) =>
  Number.isInteger(number) && (looksCompact(number) || looksEpoch(number));

/** A year, a day and month in numbers, `22-Mar-24`, `404 BC`. */
const DATE_TEXT =
  /(?<!\d)\d{4}(?!\d)|(?<!\d)\d{8}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}(?!\d)|\d[\s.-]*\p{L}{3,}[\s.,'/-]*\d|\d\s*(BCE?|AD|CE)\b/u;
const MOST_CHARACTERS = 80;

/** Whether a text may be a date: short, and with what no date lacks. */
const looksLikeDateText = (text: string) => text.length <= MOST_CHARACTERS && DATE_TEXT.test(text);

const reads = (found: DateInference | null) => found !== null && found.understood > found.cells / 10;

/**
 * Looks whether a column may hold dates, and if so lets every cell of it be read as one. A column named like a date is
 * read to its end whatever its first cells look like. A class, so that millions of calls stay quick.
 */
export class DateWatch {
  /** Whether the cells still look like dates; once not, no cell need be shown any more. */
  isOn = true;
  private readonly named: boolean;
  private readonly evidence = collectDates();
  private tried = 0;
  private looked = 0;

  constructor(column: RawColumn) {
    this.named = saysDate(column);
  }

  /** Takes a trimmed text and what it writes as a number, NaN where it is none. */
  observe(text: string, number: number): void {
    this.evidence.observe(text);
    if (this.named || this.tried >= TRIAL) return;
    this.tried++;
    const isNumber = !Number.isNaN(number);
    if (isNumber ? looksLikeDateNumber(number) : looksLikeDateText(text)) this.looked++;
    if (this.tried === TRIAL) this.isOn = this.looksEnough() && reads(this.evidence.conclude());
  }

  private looksEnough(): boolean {
    return this.named || this.looked >= this.tried * ENOUGH;
  }

  conclude(): DateInference | null {
    return this.isOn && this.looksEnough() ? this.evidence.conclude() : null;
  }
}

/** Words for dates and parts of them in names of columns. */
const DATE_WORDS = phrases(`
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
function saysDate({ name, hxl }: RawColumn): boolean {
  return (hxl !== null && DATE_TAGS.test(hxl)) || hasPhrase(nameWords(name), DATE_WORDS);
}
