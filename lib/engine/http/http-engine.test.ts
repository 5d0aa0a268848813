import { describe, expect, test } from 'vitest';
import { EngineError } from '../../query/engine';
import type { Query } from '../../query/query';
import type { IncidentId } from '../../series/model';
import { toDay } from '../../time/day';
import { binColumns } from './bin-columns';
import { httpEngine } from './http-engine';

interface Sent {
  readonly url: string;
  readonly body: { readonly revision: string; readonly queries: readonly Query[] };
  readonly signal: AbortSignal;
}

const ask = (id: string): Query => ({ kind: 'incident', incident: id as IncidentId });

/** A server that answers each query with its own id as the only source, or with `answer`. */
function server(answer?: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fake: typeof fetch = async (url, init) => {
    const body = JSON.parse(String(init?.body)) as Sent['body'];
    sent.push({ url: String(url), body, signal: init?.signal as AbortSignal });
    if (answer) return answer();
    const results = body.queries.map((query) => ({ incident: null, sources: [query] }));
    return Response.json({ results });
  };
  const engine = httpEngine({ dataset: 'a-b', revision: 'f00', fetch: fake });
  return { engine, sent };
}

describe('httpEngine', () => {
  test('sends the queries of one tick together and gives each its own answer', async () => {
    const { engine, sent } = server();
    const answers = await Promise.all(['x', 'y', 'z'].map((id) => engine.run(ask(id))));
    expect(answers.map((answer) => JSON.stringify(answer))).toEqual(
      ['x', 'y', 'z'].map(
        (id) => `{"incident":null,"sources":[{"kind":"incident","incident":${JSON.stringify(id)}}]}`,
      ),
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe('/api/v1/datasets/a-b/query');
    expect(sent[0]?.body.revision).toBe('f00');
    await engine.run(ask('later'));
    expect(sent).toHaveLength(2);
  });

  test('asks for many bins as columns, and gives them as bins', async () => {
    const value = (at: number) => ({
      ...{ start: toDay(2020, 1, 1 + Math.floor(at / 20)), series: `group ${at % 20}` },
      ...{ low: at, best: at + 0.5, high: at + 1, basis: null },
    });
    const bins = Array.from({ length: 400 }, (_, at) => value(at));
    const { engine, sent } = server(() => Response.json({ results: [binColumns({ bins })] }));
    expect(await engine.run(ask('many'))).toEqual({ bins });
    expect(sent[0]?.body).toMatchObject({ bins: 'columns' });
  });

  test('sends what was asked when it is told to, and nothing of that again', async () => {
    const { engine, sent } = server();
    const answers = ['x', 'y'].map((id) => engine.run(ask(id)));
    expect(sent).toEqual([]);
    engine.send?.();
    expect(sent.map(({ body }) => body.queries)).toEqual([[ask('x'), ask('y')]]);
    await Promise.all([...answers, engine.run(ask('z'))]);
    expect(sent.slice(1).map(({ body }) => body.queries)).toEqual([[ask('z')]]);
  });

  test('divides what one request cannot carry', async () => {
    const { engine, sent } = server();
    await Promise.all(Array.from({ length: 70 }, (_, i) => engine.run(ask(`i${i}`))));
    expect(sent.map(({ body }) => body.queries.length)).toEqual([64, 6]);
    await Promise.all(['a', 'b', 'c'].map((id) => engine.run(ask(id.repeat(20_000)))));
    expect(sent.slice(2).map(({ body }) => body.queries.length)).toEqual([2, 1]);
  });

  test('gives the detail of a problem document as the message of an EngineError', async () => {
    const detail = 'This revision cannot be read.';
    const { engine } = server(() => Response.json({ detail }, { status: 503 }));
    const failed = engine.run(ask('x'));
    await expect(failed).rejects.toBeInstanceOf(EngineError);
    await expect(failed).rejects.toThrow(detail);
  });

  test.each([
    ['a page instead of JSON', () => new Response('<html>', { status: 502 }), /status 502/],
    ['too few results', () => Response.json({ results: [] }), /cannot be read/],
    ['no connection', () => Promise.reject(new TypeError('fetch failed')), /did not answer/],
  ])('has a sentence for %s', async (_, answer, message) => {
    const failed = server(answer).engine.run(ask('x'));
    await expect(failed).rejects.toBeInstanceOf(EngineError);
    await expect(failed).rejects.toThrow(message);
  });

  test('an abort rejects that query at once, and stops the request with the last one', async () => {
    const never = new Promise<Response>(() => undefined);
    const { engine, sent } = server(() => never);
    const [one, other] = [new AbortController(), new AbortController()];
    const first = engine.run(ask('x'), one.signal);
    const second = engine.run(ask('y'), other.signal);
    await Promise.resolve();
    one.abort();
    other.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('asks again at once for the rest of a request that was left in part', async () => {
    const { engine, sent } = server(() => new Promise<Response>(() => undefined));
    const left = new AbortController();
    void engine.run(ask('shared'));
    const alone = engine.run(ask('alone'), left.signal);
    await Promise.resolve();
    left.abort();
    await expect(alone).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(sent[1]?.body.queries).toEqual([ask('shared')]);
  });

  test('asks again with the next request what is still waited for of one that somebody left', async () => {
    const answers: ((response: Response) => void)[] = [];
    const { engine, sent } = server(() => new Promise<Response>((resolve) => answers.push(resolve)));
    const left = new AbortController();
    const shared = engine.run(ask('shared'));
    const alone = engine.run(ask('alone'), left.signal);
    await Promise.resolve();
    left.abort();
    const next = engine.run(ask('next'));
    await Promise.resolve();
    await expect(alone).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(sent[1]?.body.queries).toEqual([ask('shared'), ask('next')]);
    answers[1]?.(Response.json({ results: ['a', 'b'] }));
    expect(await Promise.all([shared, next])).toEqual(['a', 'b']);
  });

  test('leaves a request alone that everybody still waits for', async () => {
    const { engine, sent } = server(() => new Promise<Response>(() => undefined));
    void engine.run(ask('x'));
    await Promise.resolve();
    void engine.run(ask('y'));
    await Promise.resolve();
    expect(sent.map(({ body }) => body.queries)).toEqual([[ask('x')], [ask('y')]]);
    expect(sent[0]?.signal.aborted).toBe(false);
  });

  test('leaves out what was aborted before it was sent', async () => {
    const { engine, sent } = server();
    const controller = new AbortController();
    const left = engine.run(ask('x'), controller.signal);
    const stayed = engine.run(ask('y'));
    controller.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await stayed;
    expect(sent[0]?.body.queries).toEqual([ask('y')]);
  });
});
