/** Errors that nobody caught are said, and the server goes on: one broken request is not everybody's. */
export function outlastErrors() {
  process.on('unhandledRejection', (error) => console.error(error));
  process.on('uncaughtException', (error) => console.error(error));
  // Where nobody reads what a server says any more, it says it to nobody. To say that as well would fail again, for as long as it runs.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
}
