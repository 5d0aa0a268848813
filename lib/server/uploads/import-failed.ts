import type { ProblemCode } from '../../export/documents/problem-codes';
import { importDetails, type ProblemDetail } from '../../export/documents/problem-document';
import type { Question } from '../../mapping/proposal';
import type { Problem } from '../../problems/problem';
import { RequestRefused } from './upload-request';
import type { ImportFailure } from './upload-state';

/** The codes of the command line that have one of HTTP; all others are the server's fault. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  unsettled: 'unsettled-mapping',
  refused: 'refused-file',
  'over-limit': 'refused-file',
  unusable: 'unusable-rows',
  'bad-mapping': 'bad-mapping',
  'bad-answer': 'bad-mapping',
  time: 'import-stopped',
  memory: 'import-stopped',
  cancelled: 'import-stopped',
  crashed: 'import-stopped',
};

function questionDetails(questions: readonly Question[]): readonly ProblemDetail[] {
  return questions.map(({ id, text, options }) => ({
    key: `answer=${id}`,
    value: options.map(({ value }) => value).join('|'),
    code: 'question',
    message: `${text} ${options.map(({ value, label }) => `${value}: ${label}`).join('; ')}`,
  }));
}

const UNKNOWN: ImportFailure = { code: 'crashed', message: 'The import has failed.' };

/** A failed import as a problem document: what is to be told, or what is wrong with the file. */
export function importFailed(failure: ImportFailure | null): RequestRefused {
  const { code, message, problems = [], questions = [] } = failure ?? UNKNOWN;
  const errors = [
    ...questionDetails(questions as readonly Question[]),
    ...importDetails((problems as readonly Problem[]).slice(0, 100)),
  ];
  return new RequestRefused(CODES[code] ?? 'internal-error', message, {}, errors);
}
