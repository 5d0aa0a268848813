import { giveRows } from '../../../formats/delimited/rows-apart';
import { blobSource } from '../../../formats/source/byte-source';
import type { RowsRequest } from '../../../formats/source/rows-request';

/** Rows that are asked for, and where they go. */
export interface ToRows {
  readonly file: File;
  readonly request: RowsRequest;
  readonly port: MessagePort;
}

/** The worker of /open that reads rows: told once where it is asked from. */
self.addEventListener('message', ({ data }: MessageEvent<MessagePort>) => {
  data.onmessage = ({ data: { file, request, port } }: MessageEvent<ToRows>) =>
    void giveRows(port, blobSource(file, file.name), request);
});
