/**
 * Loaded before dependency-cruiser, which parses `.tsx` with swc as if it were `.ts` and stumbles over every element
 * with attributes (17.4). Tells swc what it is given.
 */
import { createRequire } from 'node:module';

const swc = createRequire(import.meta.url)('@swc/core');
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('x') });
