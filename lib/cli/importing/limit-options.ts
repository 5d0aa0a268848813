import { DEFAULT_LIMITS, type ImportLimits } from '../../formats/limits';
import { usageError } from '../terminal/exit';

/** The variable of the environment that sets a limit: `ANNALS_LIMIT_FILE_BYTES` for `fileBytes`. */
export function variableOf(name: string): string {
  return `ANNALS_LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (/^\d+(e\d+)?$/i.test(text) && Number.isSafeInteger(number) && number > 0) return number;
  throw usageError(`The limit ${name} is “${text}”; it must be a whole number above zero.`, 'bad-limit');
}

/** The limits of an import: the defaults, then the environment, then `--limit name=value`. Throws a CommandError. */
export function readLimits(
  env: Readonly<Record<string, string | undefined>>,
  settings: readonly string[],
): ImportLimits {
  const limits: Record<string, number> = { ...DEFAULT_LIMITS };
  for (const name of Object.keys(DEFAULT_LIMITS)) {
    const text = env[variableOf(name)];
    if (text !== undefined && text !== '') limits[name] = numberOf(variableOf(name), text);
  }
  for (const setting of settings) {
    const [name = '', text = ''] = setting.split('=');
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
      const names = Object.keys(DEFAULT_LIMITS).join(', ');
      throw usageError(`There is no limit “${name}”. Limits: ${names}.`, 'bad-limit');
    }
    limits[name] = numberOf(name, text);
  }
  return limits as unknown as ImportLimits;
}
