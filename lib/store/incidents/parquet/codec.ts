import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { PageCodec } from './chunk';

export const SNAPPY: PageCodec = { name: 'SNAPPY', pack: snappyCompress };
