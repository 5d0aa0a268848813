import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import type { Series } from '../../series/model';
import { Answers } from './answers';
import { Columns } from './columns';
import { STEP } from './tally';

/** The columns of a series in memory as an engine. `step` is for tests, whose series are small. */
export function columnarEngine(series: Series, step: number = STEP): Engine {
  const columns = new Columns(series);
  const answers = new Answers(columns, step);

  const answer = (query: Query): ResultOf<Query> => {
    switch (query.kind) {
      case 'total':
        return answers.total(query);
      case 'bins':
        return answers.bins(query);
      case 'groups':
        return answers.groups(query);
      case 'facet':
        return answers.facet(query);
      default:
        return evaluate(series, query);
    }
  };

  return {
    name: 'columnar',
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      await Promise.resolve();
      signal?.throwIfAborted();
      return answer(query) as ResultOf<Q>;
    },
    close: async () => undefined,
  };
}
