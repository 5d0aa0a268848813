import { expect, it } from 'vitest';
import { linesTable } from '../../../../testing/files/proposal-sample';
import { surveyTable } from '../../survey/survey-table';
import { guessFields } from './guess-fields';

/** Forty different whole numbers from zero up, in no order, so that only the name says what they are. */
const NUMBERS = Array.from({ length: 40 }, (_, at) => (at * 7) % 40);

it.each([
  ['year', 'none'],
  ['start_hour', 'none'],
  ['START_MINUTE', 'none'],
  ['second', 'none'],
  ['I_D', 'none'],
  ['version', 'none'],
  ['rank', 'none'],
  ['zip_code', 'none'],
  ['tz', 'none'],
  ['updated_time', 'none'],
  ['population', 'mean'],
  ['pop', 'mean'],
  ['risk index', 'mean'],
  ['score', 'mean'],
  ['death rate', 'mean'],
  ['percent_white', 'mean'],
  ['sex_ratio', 'mean'],
  ['age', 'mean'],
  ['temperature', 'mean'],
  ['magnitude', 'mean'],
  ['focal_depth', 'mean'],
  ['houses', 'sum'],
  ['number of houses', 'sum'],
  ['minutes lost', 'sum'],
] as const)(
  'numbers of %s are guessed with the aggregate %s, and the reason says why',
  async (name, aggregate) => {
    const table = linesTable([name, ...NUMBERS].join('\n'));
    const [guess] = guessFields((await surveyTable(table)).columns, null);
    expect([guess?.field.kind, guess?.field.aggregate]).toEqual(['number', aggregate]);
    const words = { none: 'not added up, for', mean: 'averaged, for', sum: 'added up, for' };
    expect(guess?.why).toContain(`; ${words[aggregate]}`);
  },
);
