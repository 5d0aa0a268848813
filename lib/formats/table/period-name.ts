/** A period as the name of a column: `2019`, `X2019`, `2019-03`, `Jan 2019`, `2019 [YR2019]`, `2019Q1`. */
const PERIOD =
  /^(?:X|YR|FY|year[ _]?)?(?:1[6-9]|20)\d\d(?:\s*\[YR\d{4}\]|[-/. ]?(?:0?[1-9]|1[0-2])|[- ]?Q[1-4])?$|^\p{L}{3,9}\.?[-_ ](?:1[6-9]|20)\d\d$/iu;

/** Names of periods that make a table one of totals, with a column for each. */
export const FEWEST_PERIODS = 3;

/** Whether a column is called after a period. */
export const isPeriodName = (name: string) => PERIOD.test(name.trim());
