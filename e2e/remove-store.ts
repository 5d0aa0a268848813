import { rmSync } from 'node:fs';

/** Removes the store that the tested server filled. */
export default function removeStore(): void {
  const { ANNALS_E2E_STORE: store } = process.env;
  if (store) rmSync(store, { recursive: true, force: true });
}
