import { join, resolve } from 'node:path';
import { DEFAULT_LIMITS } from '../../formats/limits';
import { programFolder } from '../../store/program-folder';
import { dataFolder } from '../catalogue/data-folder';
import { tokenOf } from './store-token';

/** Where uploads go, who may send them, and what they may take. */
export interface UploadSettings {
  readonly store: string;
  /** The folder of the bundled packages, whose ids are taken. */
  readonly data: string;
  /** What who changes the store must show; null where nobody may. */
  readonly token: string | null;
  /** Of one upload. */
  readonly mostBytes: number;
  /** Of all that wait at one time. */
  readonly mostUploads: number;
  /** After so long without a change an upload is removed. */
  readonly keepMs: number;
  /** A body of which nothing comes for so long has broken off. */
  readonly idleMs: number;
  /** Imports that may run at one time. */
  readonly mostImports: number;
  /** An import is stopped after so long, or above so much memory. */
  readonly importMs: number;
  readonly importBytes: number;
  /** The program that imports: a script for Node. */
  readonly program: string;
}

const HOUR = 3_600_000;
const MB = 1_000_000;

function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return text && Number.isFinite(number) && number > 0 ? number : otherwise;
}

/** The settings of the environment. What is not a number above zero is as if it were not set. */
export async function uploadSettings(
  env: Readonly<Record<string, string | undefined>>,
): Promise<UploadSettings> {
  const here = process.cwd();
  const store = resolve(/* turbopackIgnore: true */ here, env.ANNALS_STORE || '.annals');
  return {
    store,
    data: dataFolder(env),
    token: await tokenOf(store, env.ANNALS_TOKEN),
    mostBytes: numberOf(env.ANNALS_LIMIT_FILE_BYTES, DEFAULT_LIMITS.fileBytes),
    mostUploads: numberOf(env.ANNALS_UPLOADS, 20),
    keepMs: numberOf(env.ANNALS_UPLOAD_HOURS, 24) * HOUR,
    idleMs: numberOf(env.ANNALS_UPLOAD_IDLE_SECONDS, 60) * 1000,
    mostImports: numberOf(env.ANNALS_IMPORTS, 2),
    importMs: numberOf(env.ANNALS_IMPORT_SECONDS, 1800) * 1000,
    importBytes: numberOf(env.ANNALS_IMPORT_MB, 2000) * MB,
    program: join(/* turbopackIgnore: true */ programFolder(), 'bin', 'annals.mjs'),
  };
}
