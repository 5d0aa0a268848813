import { hasPhrase, nameWords, phrases } from '../../../text/name-words';
import type { ColumnProfile } from '../../survey/survey';
import { type NameList, nameRank } from '../columns/name-list';

/** Words of a total, and those that say no more than that people are counted. */
const TOTAL =
  phrases(`total totals overall all combined sum gesamt insgesamt totales totale totaux всего итого общее общая усього загальна
  إجمالي الإجمالي مجموع المجموع toplam razem łącznie ogółem`);
const COUNTING =
  phrases(`number no nr num of people persons person count n total_number de personas numero numéro nombre anzahl число количество
  человек кількість عدد kişi sayısı liczba`);

const without = (name: string, ...lists: readonly ReadonlySet<string>[]) =>
  name
    .split(' ')
    .filter((word) => !lists.some((list) => list.has(word)))
    .join(' ');

/** How surely a column is named like a figure: `Total wounded` as plainly as `wounded`. */
export function figureRank(column: ColumnProfile, list: NameList): number {
  const rank = nameRank(column, list);
  const name = nameWords(column.name);
  if (rank >= 2 || hasPhrase(name, list.never)) return rank;
  const bare = without(name, TOTAL, COUNTING);
  if (bare === '' || bare === name || nameRank({ name: bare, hxl: null }, list) < 2) return rank;
  return hasPhrase(name, TOTAL) ? 2.6 : 2.1;
}

/** Whom parts of a figure count: of each family no two share a person, and together they are all. */
const FAMILIES = [
  `national nationals international internationals expatriate expatriates foreign foreigner foreigners local locals`,
  `civilian civilians civil civilians_noncombatants noncombatants non_combatants police policemen officer officers enforcement law_enforcement military
   soldiers soldier army troops security security_forces security_personnel forces combatants combatant fighters militants insurgents rebels
   government unknown others other civiles civil militares militar policias policia fuerza_publica combatientes
   civils militaires policiers zivilisten soldaten polizisten мирные мирных гражданские гражданских военные военных полицейские силовики
   цивільні цивільних військові військових مدنيون مدنيين عسكريون عسكريين`,
  `men women children boys girls hombres mujeres ninos ninas hommes femmes enfants мужчины женщины дети رجال نساء أطفال`,
  `male female males females unknown_gender unknown_sex`,
  `a b civilians unknown side_a side_b`,
].map(phrases);

/**
 * The columns that make up a figure where none gives it whole: at least two of one family, each named by the figure and by
 * whom it counts, and by nothing else.
 */
export function partColumns(columns: readonly ColumnProfile[], list: NameList): readonly ColumnProfile[] {
  const families = FAMILIES.map((family) =>
    columns.filter(({ name }) => {
      const words = nameWords(name);
      const bare = [...family]
        .sort((a, b) => b.length - a.length)
        .reduce((text, one) => text.replace(` ${one} `, ' '), ` ${words} `)
        .trim();
      return bare !== words && nameRank({ name: without(bare, COUNTING), hxl: null }, list) >= 2;
    }),
  );
  const [largest = []] = families.sort((a, b) => b.length - a.length);
  return largest.length > 1 ? largest : [];
}
