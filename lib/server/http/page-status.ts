import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

const held = globalThis as typeof globalThis & { annalsAnswers?: AsyncLocalStorage<ServerResponse> };

/** Global, for Next loads modules anew for pages. */
function answers(): AsyncLocalStorage<ServerResponse> {
  held.annalsAnswers ??= new AsyncLocalStorage();
  return held.annalsAnswers;
}

/**
 * Remembers, for all that a request sets off, the answer that it gets: Next lets a page say that it is not found, and
 * nothing else about its status.
 */
export function keepAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    answers().enterWith((message as { response: ServerResponse }).response);
  });
}

/** The answer to the request that is being worked on; undefined outside of any, as in tests. */
export function currentAnswer(): ServerResponse | undefined {
  return answers().getStore();
}

/** Gives the page that is being made a status, and headers; nothing where it is on its way already. */
export function answerWithStatus(status: number, headers: Readonly<Record<string, string>> = {}): void {
  const answer = currentAnswer();
  if (!answer || answer.headersSent) return;
  answer.statusCode = status;
  for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
}
