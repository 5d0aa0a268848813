/** A thread that writes and hashes incidents while others are read, run from its TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('../lib/store/incidents/writer-thread-main.ts');
