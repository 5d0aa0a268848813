import { giveRows } from '../../../formats/delimited/rows-apart';
import { blobSource } from '../../../formats/source/byte-source';
import type { RowsRequest } from '../../../formats/source/rows-request';
import type { PartToBuild } from '../../../importers/build/rows-build';

/** Rows that are asked for, or some that are to be built, and where they go. */
export type ToRows =
  | {
      readonly kind: 'read';
      readonly file: File;
      readonly request: RowsRequest;
      readonly port: MessagePort;
    }
  | { readonly kind: 'build'; readonly part: PartToBuild; readonly port: MessagePort };

/** What builds is loaded once there is something to build, so that it is no reason to wait for rows. */
async function build(port: MessagePort, part: PartToBuild): Promise<void> {
  const [{ serveLater }, { buildPart }] = await Promise.all([
    import('./reading-apart'),
    import('./reading-session'),
  ]);
  serveLater(port, (sink, options) => buildPart(part, sink, options));
}

/** The worker of /open that reads rows, and has room to build half of them: told once where it is asked from. */
self.addEventListener('message', ({ data }: MessageEvent<MessagePort>) => {
  data.onmessage = ({ data: asked }: MessageEvent<ToRows>) => {
    if (asked.kind === 'build') return void build(asked.port, asked.part);
    void giveRows(asked.port, blobSource(asked.file, asked.file.name), asked.request);
  };
});
