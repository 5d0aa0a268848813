/** A thread that hashes incidents while others are read, run from its TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('../lib/store/hash-thread-main.ts');
