/**
 * The languages whose names of months are tried, the more widely written first: where several fit a column equally and
 * mean the same, the first is taken. Variants that have names of their own stand beside their language.
 */
export const LANGUAGES: readonly (readonly [language: string, ...variants: string[]])[] = [
  ['en', 'en-GB', 'en-AU'],
  ['es', 'es-MX', 'es-AR'],
  ['fr', 'fr-CA'],
  ['de', 'de-AT'],
  ['ru'],
  ['ar', 'ar-EG', 'ar-SY', 'ar-DZ'],
  ['pt', 'pt-PT'],
  ['zh', 'zh-Hant'],
  ['it'],
  ['uk'],
  ['pl'],
  ['tr'],
  ['fa'],
  ['ja'],
  ...(
    'ko nl sv da nb nn fi et lv lt cs sk sl hr sr bs mk bg ro hu el he id ms vi th hi ur bn pa gu or ta te kn ml mr ne ' +
    'si my km lo az kk ky uz tk tg ka hy ps ku fil jv ca gl eu ga gd cy br is fo mt sq be lb rm fy af sw am ti so ' +
    'om ha yo ig zu xh rw sd as yi ug'
  )
    .split(' ')
    .map((language): [string, ...string[]] => {
      if (language === 'sr') return ['sr', 'sr-Latn'];
      if (language === 'uz') return ['uz', 'uz-Cyrl'];
      return [language];
    }),
];
