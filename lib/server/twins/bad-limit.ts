import { MOST_ROWS } from '../../export/documents/listing';
import type { TwinAnswer } from './twin';

/** The answer to a `limit` that cannot be read. */
export function badLimit(params: URLSearchParams): Extract<TwinAnswer<never>, { kind: 'problem' }> {
  const error = { key: 'limit', value: params.getAll('limit').join(','), code: 'bad-limit' };
  const message = `“limit” is a whole number from 1 to ${MOST_ROWS}.`;
  return { kind: 'problem', code: 'bad-limit', detail: message, errors: [{ ...error, message }] };
}
