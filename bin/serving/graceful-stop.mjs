/** How long requests that run may take to end once the server is told to. */
export const DEADLINE_MS = 10_000;

/**
 * Stops a server: it takes no new connections, and what runs may end within the deadline; then connections are cut. Resolves to
 * whether all had ended by themselves.
 */
export async function drain(server, deadline = DEADLINE_MS) {
  server.stopping = true;
  let whole = true;
  const closed = new Promise((resolve) => server.close(resolve));
  // Connections that were busy when the server closed stay open between requests.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => {
    whole = false;
    server.closeAllConnections();
  }, deadline);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  return whole;
}

/**
 * Ends the process on the first signal: the server is drained, `close` gives back what is open, and the code is 0. A second
 * signal ends it at once.
 */
export function stopOnSignal(server, close, exit = (code) => process.exit(code)) {
  let told = false;
  const stop = async () => {
    if (told) exit(1);
    told = true;
    globalThis.annalsStopping = true;
    const whole = await drain(server);
    if (!whole) console.warn('annals: requests that had not ended were cut off');
    const late = new Promise((resolve) => setTimeout(resolve, 2_000));
    await Promise.race([close().catch((error) => console.error(error)), late]);
    exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}
