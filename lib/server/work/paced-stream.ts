/** How long a reader may leave a chunk lying, in milliseconds, before the stream ends: it keeps an engine and some rows. */
const PATIENCE = 120_000;

/**
 * A stream that makes each chunk when its turn comes among other work, and holds no place while its reader takes what was
 * made. `goOn` gives each chunk its place; `end` is called once, when it is read, cancelled, broken or left lying.
 */
export function pacedStream(
  source: ReadableStream<Uint8Array>,
  goOn: <T>(work: () => Promise<T>) => Promise<T>,
  end: () => void,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let lying: NodeJS.Timeout | undefined;
  const stop = (reason?: unknown) => {
    clearTimeout(lying);
    end();
    return reader.cancel(reason).catch(() => undefined);
  };
  const watch = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    lying = setTimeout(() => {
      controller.error(new Error('Nobody reads this stream.'));
      void stop();
    }, PATIENCE).unref();
  };
  return new ReadableStream(
    {
      start: watch,
      async pull(controller) {
        clearTimeout(lying);
        try {
          const { value, done } = await goOn(() => reader.read());
          if (done) {
            end();
            controller.close();
            return;
          }
          controller.enqueue(value);
          watch(controller);
        } catch (error) {
          await stop(error);
          throw error;
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}
