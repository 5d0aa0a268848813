import { foldWords } from '../../text/plain-text';
import type { Join, Keyword } from './date-words';
import type { WordMeaning } from './word-meaning';

type Meaning = WordMeaning | Keyword;

const month = (month: number): Meaning => ({ kind: 'month', month, orWeekday: false });
const weekday = (weekday: number): Meaning => ({ kind: 'weekday', weekday });
const join = (join: Join): Meaning => ({ kind: 'join', join });
const season = (code: number): Meaning => ({ kind: 'season', code });
const part = (part: 'early' | 'mid' | 'late'): Meaning => ({ kind: 'part', part });
const ABOUT: Meaning = { kind: 'mark', sign: '~' };
const DOUBT: Meaning = { kind: 'mark', sign: '?' };
const OPEN: Meaning = { kind: 'open' };
const FILLER: Meaning = { kind: 'filler' };
const [SPRING, SUMMER, AUTUMN, WINTER] = [21, 22, 23, 24].map(season) as [Meaning, Meaning, Meaning, Meaning];

/**
 * What the words of a language mean beside the names of months and days that Intl knows: shorter and older forms, and
 * words that tie two dates, limit one or doubt it. `and` parts two days; `to` a first from a last.
 */
const WORDS: Readonly<Record<string, readonly (readonly [Meaning, string])[]>> = {
  en: [
    [month(9), 'sept'],
    [weekday(2), 'tues'],
    [weekday(3), 'weds'],
    [weekday(4), 'thur thurs'],
  ],
  de: [
    [month(3), 'mrz'],
    [join('from'), 'von vom seit'],
    [join('between'), 'zwischen'],
    [join('before'), 'vor'],
    [join('after'), 'nach'],
    [ABOUT, 'gegen ungefähr'],
    [DOUBT, 'wahrscheinlich vermutlich vielleicht möglicherweise'],
    [part('early'), 'anfang'],
    [part('mid'), 'mitte'],
    [part('late'), 'ende'],
    [SPRING, 'frühling frühjahr'],
    [SUMMER, 'sommer'],
    [AUTUMN, 'herbst'],
    [OPEN, 'heute andauernd laufend'],
    [FILLER, 'zum dem der den nacht'],
  ],
  fr: [
    [month(1), 'jan'],
    [month(2), 'fev'],
    [join('from'), 'depuis dès'],
    [join('between'), 'entre'],
    [join('until'), "jusqu'au"],
    [join('before'), 'avant'],
    [join('after'), 'après'],
    [ABOUT, 'environ'],
    [DOUBT, 'probablement peut-être'],
    [part('early'), 'début'],
    [part('mid'), 'mi'],
    [part('late'), 'fin'],
    [SPRING, 'printemps'],
    [SUMMER, 'été'],
    [AUTUMN, 'automne'],
    [WINTER, 'hiver'],
    [OPEN, 'présent'],
    [FILLER, 'du nuit soir matin'],
  ],
  es: [
    [join('from'), 'desde'],
    [join('to'), 'al a hasta'],
    [join('between'), 'entre'],
    [join('and'), 'y e'],
    [join('or'), 'o u'],
    [join('before'), 'antes'],
    [join('after'), 'después'],
    [ABOUT, 'aproximadamente alrededor hacia'],
    [DOUBT, 'probablemente posiblemente'],
    [part('early'), 'principios comienzos'],
    [part('mid'), 'mediados'],
    [part('late'), 'finales fines'],
    [SPRING, 'primavera'],
    [SUMMER, 'verano'],
    [AUTUMN, 'otoño'],
    [WINTER, 'invierno'],
    [OPEN, 'presente actualidad hoy'],
    [FILLER, 'noche madrugada'],
  ],
  pt: [
    [join('from'), 'desde'],
    [join('to'), 'a ao até'],
    [join('between'), 'entre'],
    [join('and'), 'e'],
    [join('or'), 'ou'],
    [join('before'), 'antes'],
    [join('after'), 'após depois'],
    [part('early'), 'início'],
    [part('mid'), 'meados'],
    [part('late'), 'final finais fim'],
    [OPEN, 'presente hoje'],
    [FILLER, 'do dia'],
  ],
  it: [
    [join('from'), 'dal dall da'],
    [join('to'), "al all' fino"],
    [join('between'), 'tra fra'],
    [join('and'), 'e ed'],
    [join('or'), 'o'],
    [join('before'), 'prima'],
    [join('after'), 'dopo'],
    [part('early'), 'inizio'],
    [part('mid'), 'metà'],
    [part('late'), 'fine'],
    [OPEN, 'oggi'],
    [FILLER, 'il'],
  ],
  nl: [
    [join('from'), 'van vanaf sinds'],
    [join('to'), 'tot t/m'],
    [join('between'), 'tussen'],
    [join('and'), 'en'],
    [join('or'), 'of'],
    [join('before'), 'voor'],
    [join('after'), 'na'],
    [part('early'), 'begin'],
    [part('mid'), 'midden medio'],
    [part('late'), 'eind einde'],
    [OPEN, 'heden'],
  ],
  sv: [
    [join('from'), 'från sedan'],
    [join('to'), 'till'],
    [join('between'), 'mellan'],
    [join('and'), 'och'],
    [join('or'), 'eller'],
    [OPEN, 'pågående'],
  ],
  ru: [
    [month(2), 'фев'],
    [month(9), 'сен'],
    [month(11), 'ноя'],
    [join('from'), 'с со от'],
    [join('to'), 'на'],
    [join('between'), 'между'],
    [join('or'), 'либо'],
    [join('before'), 'раньше'],
    [join('after'), 'после'],
    [ABOUT, 'примерно приблизительно ориентировочно'],
    [DOUBT, 'вероятно предположительно возможно'],
    [part('early'), 'начало начале начала'],
    [part('mid'), 'середина середине середины'],
    [part('late'), 'конец конце конца'],
    [SPRING, 'весна весной'],
    [SUMMER, 'лето летом'],
    [AUTUMN, 'осень осенью'],
    [WINTER, 'зима зимой'],
    [OPEN, 'сейчас продолжается'],
    [FILLER, 'год года году г гг в ночь ночью'],
  ],
  uk: [
    [join('from'), 'з із зі від'],
    [join('to'), 'на'],
    [join('between'), 'між'],
    [join('and'), 'та і й'],
    [join('or'), 'або чи'],
    [join('before'), 'раніше'],
    [join('after'), 'після'],
    [ABOUT, 'близько приблизно орієнтовно'],
    [DOUBT, 'ймовірно можливо'],
    [part('early'), 'початок початку'],
    [part('mid'), 'середина середині'],
    [part('late'), 'кінець кінці'],
    [SPRING, 'весна навесні'],
    [SUMMER, 'літо влітку'],
    [AUTUMN, 'осінь восени'],
    [WINTER, 'зима взимку'],
    [OPEN, 'зараз триває'],
    [FILLER, 'року рік р рр в у ніч'],
  ],
  pl: [
    [join('from'), 'od z'],
    [join('between'), 'między pomiędzy'],
    [join('and'), 'i a'],
    [join('or'), 'lub albo'],
    [join('before'), 'przed'],
    [join('after'), 'po'],
    [ABOUT, 'około ok'],
    [part('early'), 'początek'],
    [part('mid'), 'połowa'],
    [part('late'), 'koniec'],
    [OPEN, 'dziś trwa'],
    [FILLER, 'r roku'],
  ],
  tr: [
    [join('to'), 'ile ila'],
    [join('and'), 've'],
    [join('or'), 'veya'],
    [OPEN, 'günümüz'],
    [FILLER, 'tarihinde arasında arası'],
  ],
  ar: [
    [join('from'), 'من منذ'],
    [join('to'), 'إلى الى حتى'],
    [join('between'), 'بين'],
    [join('and'), 'و'],
    [join('or'), 'أو'],
    [join('before'), 'قبل'],
    [join('after'), 'بعد'],
    [ABOUT, 'حوالي'],
    [OPEN, 'الآن مستمر'],
    [FILLER, 'يوم عام سنة شهر'],
  ],
  fa: [
    [join('from'), 'از'],
    [join('to'), 'تا'],
    [join('between'), 'بین'],
    [join('and'), 'و'],
    [join('or'), 'یا'],
  ],
  vi: [[FILLER, 'ngay nam']],
};

/** These words by their folded text; none for a language that has no more. */
export function moreWords(language: string): readonly (readonly [string, Meaning])[] {
  return (WORDS[language] ?? []).flatMap(([meaning, words]) =>
    words.split(' ').map((word) => [foldWords(word), meaning] as const),
  );
}

let open: ReadonlySet<string> | null = null;

/** The words of all languages that say that something goes on, folded. */
export function openWords(): ReadonlySet<string> {
  open ??= new Set(
    Object.keys(WORDS).flatMap((language) =>
      moreWords(language).flatMap(([word, { kind }]) => (kind === 'open' ? [word] : [])),
    ),
  );
  return open;
}
