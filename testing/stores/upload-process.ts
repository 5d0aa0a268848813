import { UPLOADED, uploadRequests } from './upload-requests';

/**
 * A server for tests, as far as uploads go: takes a file in two halves and orders its import, and kills itself, or is killed by the
 * import, at the step that the environment names.
 */
async function run([store = '']: readonly string[]): Promise<void> {
  const lethal = process.env.ANNALS_TEST_LETHAL;
  const die = (step: string) => {
    if (step === lethal) process.kill(process.pid, 'SIGKILL');
  };
  const { begin, send, order, settled } = await uploadRequests(store);
  const upload = await begin();
  const half = UPLOADED.slice(0, UPLOADED.length / 2);
  let parts = 0;
  const broken = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        // The second part is asked for when the first lies on the disk.
        if (parts++ === 0) controller.enqueue(new TextEncoder().encode(half));
        else {
          die('half sent');
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  await send(upload, 0, broken);
  await send(upload, half.length, UPLOADED.slice(half.length));
  await order(upload);
  die('ordered');
  await settled(upload);
}

await run(process.argv.slice(2));
