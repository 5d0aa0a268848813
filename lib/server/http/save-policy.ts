import { createHash } from 'node:crypto';
import { savePolicy } from '../../export/html/save-page';

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

/** The policy that saved pages bring themselves. */
export const SAVE_POLICY = savePolicy(hashOf);

/** Opened where it lies on the server it runs nothing, though its own policy would let it. */
export const SAVED_PAGE_POLICY = `${SAVE_POLICY.replace(/script-src [^;]+; /, '')}; sandbox`;
