import type { Engine } from '../../query/engine';
import { askFieldFacts } from '../../query/info/field-facts';
import { loadInfo } from '../../query/info/load-info';
import { answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { defaultView } from '../../view/keys';
import { columnarEngine } from '../columnar/columnar-engine';
import type { Columns } from '../columnar/columns/columns';
import type { StoredAnswers } from '../columnar/stored/stored-columns';

/** What every opening asks of a series, its page without a filter, and the page about it: answers that are kept with the columns, by query. */
export async function firstAnswers(columns: Columns): Promise<ReadonlyMap<string, unknown>> {
  const answers = new Map<string, unknown>();
  const engine = columnarEngine(columns);
  const noting: Engine = {
    ...engine,
    async run(query, signal) {
      const answer = await engine.run(query, signal);
      answers.set(JSON.stringify(query), answer);
      return answer;
    },
  };
  const { sources: _, ...guide } = columns.series;
  const info = await loadInfo(noting, { guide, revision: '', published: '', incidents: columns.size });
  await answerPlan(noting, planView(defaultView(guide.meta.id, info.standard), info));
  // A field of many values is put in order for it.
  await askFieldFacts(noting, guide.fields, columns.size);
  return answers;
}

/** The same engine, which knows some answers beforehand. */
export function knowing(engine: Engine, answers: StoredAnswers): Engine {
  return {
    ...engine,
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      signal?.throwIfAborted();
      const known = answers(query);
      return known === null ? engine.run(query, signal) : (known as ResultOf<Q>);
    },
  };
}
