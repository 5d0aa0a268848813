import type { CodeTable } from '../problem-effect';

/** What can be wrong with a file before anything is known of its meaning. */
export const FORMAT_CODES = {
  'empty-file': { effect: 'fatal', meaning: 'The file holds nothing, or a header and no rows.' },
  'unknown-format': { effect: 'fatal', meaning: 'The file is of no format that is read.' },
  'broken-file': {
    effect: 'fatal',
    meaning: 'The file is damaged from its start; nothing of it can be read.',
  },
  'truncated-file': {
    effect: 'row',
    meaning: 'The file ends in the middle of something; what stands before it is used.',
    advice: 'Get the whole file and import it again.',
  },
  'over-limit': { effect: 'fatal', meaning: 'The file is larger than a limit allows; see docs/formats.md.' },
} as const satisfies CodeTable;
