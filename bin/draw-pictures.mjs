/**
 * A thread that draws SVG texts as PNG, one after the other, so that the server answers others meanwhile: packing the pixels of
 * a large picture takes seconds. Each message `{id, svg, scale, fontFiles}` is answered with `{id, value}` or `{id, error}`; one that was begun is ended, whoever has left.
 */
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

// Pictures wait for pages where both want the same core. Linux lowers the thread that asks; elsewhere it would be the process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

function draw({ svg, scale, fontFiles }) {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  // A copy, for the memory of the original is not ours to hand over.
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng());
}

parentPort.on('message', (asked) => {
  if (asked.left !== undefined) return;
  try {
    const value = draw(asked);
    parentPort.postMessage({ id: asked.id, value }, [value.buffer]);
  } catch (error) {
    parentPort.postMessage({ id: asked.id, error: String(error) });
  }
});
