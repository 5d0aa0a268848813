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

/** Gives the page that is being made a status; nothing where it is on its way already. */
export function answerWithStatus(status: number): void {
  const answer = answers().getStore();
  if (answer && !answer.headersSent) answer.statusCode = status;
}
