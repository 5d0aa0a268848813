import type { ProblemCode } from '../../export/documents/problem-codes';
import type { RefusalReason } from './fair-queue';

/** What a reader is told who gets no place. */
export const REFUSALS: Readonly<
  Record<RefusalReason, { readonly code: ProblemCode; readonly detail: string }>
> = {
  client: {
    code: 'too-many-requests',
    detail:
      'From where you ask, more is asked at once than this server does for one. Ask for less at a time.',
  },
  full: { code: 'busy', detail: 'This server has more to do than it can at the moment.' },
  late: { code: 'busy', detail: 'This server has so much to do that the turn of this request did not come.' },
  slow: {
    code: 'busy',
    detail:
      'This took longer than this server gives to one request. Narrow the view, or ask when there is less to do.',
  },
};
