/**
 * A thread that draws SVG texts as PNG, one after the other, so that the server answers others meanwhile: packing the pixels of
 * a large picture takes seconds. Each message `{id, svg, scale, fontFiles}` is answered with `{id, png}` or `{id, error}`.
 */
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

function draw({ svg, scale, fontFiles }) {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  // A copy, for the memory of the original is not ours to hand over.
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng());
}

parentPort.on('message', (asked) => {
  try {
    const png = draw(asked);
    parentPort.postMessage({ id: asked.id, png }, [png.buffer]);
  } catch (error) {
    parentPort.postMessage({ id: asked.id, error: String(error) });
  }
});
