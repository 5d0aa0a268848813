/** What is said of a number beside it, in words of several languages, as texts for a regular expression. */

/** `at least 12`, and behind the number: `12 or more`. */
export const AT_LEAST = {
  before: `at least|minimum(?: of)?|min\\.?|no (?:less|fewer) than|not less than|>=|≥|
al menos|por lo menos|como m[íi]nimo|m[íi]nimo|no menos de|au moins|au minimum|pelo menos|ao menos|no m[íi]nimo|almeno|come minimo|
mindestens|wenigstens|minstens|ten minste|co najmniej|przynajmniej|nie mniej niż|en az|
не менее(?: чем)?|не меньше(?: чем)?|минимум|как минимум|по меньшей мере|по крайней мере|
не менше(?: ніж)?|щонайменше|принаймні|мінімум|
على الأقل|ما لا يقل عن|لا يقل عن|حداقل|دست ?کم|至少`,
  after: `\\+|or more|and more|and above|at least|plus|oder mehr|o m[áa]s|ou plus|ou mais|o più|(?:и|или) (?:более|больше)|(?:і|й|або) більше|
of meer|lub więcej|veya daha (?:fazla|çok)|على الأقل|(?:أو|ف)\\s*أكثر|以上|人以上`,
} as const;

/** `more than 12`: 13 at the least. */
export const MORE = {
  before: `more than|over|above|upwards of|>|m[áa]s de|superior a|plus de|mais de|più di|oltre|mehr als|über|meer dan|więcej niż|ponad|
более(?: чем)?|больше(?: чем)?|свыше|понад|більше(?: ніж)?|більш (?:ніж|як)|أكثر من|ما يزيد (?:عن|على)|يزيد على|بیش از|超过|超過`,
  after: `'?(?:den|dan|ten|tan) (?:fazla|çok)`,
} as const;

/** `up to 12`, and behind the number: `12 or fewer`. */
export const AT_MOST = {
  before: `up to|at most|maximum(?: of)?|max\\.?|no more than|not more than|<=|≤|hasta|como m[áa]ximo|m[áa]ximo|no m[áa]s de|
jusqu'à|au plus|au maximum|pas plus de|até|no m[áa]ximo|fino a|al massimo|bis zu|höchstens|maximal|najwyżej|nie więcej niż|en fazla|
не более(?: чем)?|не больше(?: чем)?|максимум|до|не більше(?: ніж)?|щонайбільше|على الأكثر|ما لا يزيد (?:عن|على)|حداکثر`,
  after: `or (?:fewer|less)|at most|oder weniger|o menos|ou moins|ou menos|или (?:менее|меньше)|або менше`,
} as const;

/** `fewer than 12`: 11 at the most. */
export const LESS = {
  before: `less than|fewer than|under|below|<|menos de|moins de|meno di|weniger als|unter|minder dan|mniej niż|poniżej|
менее(?: чем)?|меньше(?: чем)?|менше(?: ніж)?|менш (?:ніж|як)|أقل من|کمتر از`,
  after: `'?(?:den|dan|ten|tan) az`,
} as const;

export const ABOUT = {
  before: `~|c\\.|ca\\.?|circa|about|around|approx\\.?|approximately|roughly|nearly|almost|some|est\\.?|estimated|unos|unas|cerca de|alrededor de|
aproximadamente|aprox\\.?|casi|environ|près de|uns|umas|quase|quasi|etwa|rund|ungefähr|fast|ongeveer|około|ok\\.|prawie|yaklaşık|
около|примерно|приблизительно|порядка|почти|близько|приблизно|майже|حوالي|نحو|قرابة|تقريبا|حدود|تقریبا|大约|约|約`,
  after: `approx\\.?|approximately|circa|aproximadamente|environ|примерно|приблизно|تقريبا`,
} as const;

/** What stands before the first end of a range, between the two, and between them only behind such a word. */
export const RANGE = {
  before: `between|from|entre(?: los| las)?|de|zwischen|von|tussen|tra|da|między|od|между|от|с|між|від|з|بين|من|بین|از`,
  between: `to|or|a|à|o|ou|bis|oder|do|lub|до|или|або|أو|إلى|الى|تا`,
  joint: `and|y|et|e|und|en|i|и|і|й|та|و`,
} as const;

/** Words that give a number which nobody can name. They are told from notes, so that a column of figures stays one. */
export const VAGUE =
  /\b(?:dozens?|scores?|several|many|multiple|numerous|few|some|hundreds?|thousands?|tens|unclear|heavy|varios|varias|decenas|docenas|cientos|miles|muchos|plusieurs|dizaines?|centaines?|milliers|vários|várias|dezenas|centenas|milhares|decine|mehrere|dutzende?|viele|hunderte|einige)\b|десятк|несколько|нескільк|кілька|декілька|много|багато|сотн|тысяч|тисяч|عشرات|العشرات|مئات|عدد من|عدة|ده‌ها|چند/iu;
