import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandIn, instructionsOf } from '../bench/package/dockerfile';
import { DEADLINE_MS } from '../bin/serving/graceful-stop.mjs';
import { LIMITS } from '../bin/serving/http-server.mjs';
import { metricsText, RequestCounts } from '../bin/serving/request-counts.mjs';
import { HEALTH_CODES } from '../lib/server/running/health';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const TEXT = read('docs/deploy.md');

/** The rows of the table under a heading, as cells. */
function rows(heading: string): string[][] {
  const [, section = ''] = TEXT.split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split(' |')
      .map((cell) => cell.trim()),
  );
}

const named = (heading: string) => rows(heading).map(([first = '']) => first.replaceAll('`', ''));

describe('docs/deploy.md', () => {
  it('explains every code of /healthz', () => {
    expect(named('Health')).toEqual([...HEALTH_CODES]);
  });

  it('names every metric', () => {
    const counts = new RequestCounts();
    counts.add('page', 200, 1);
    const types = [...metricsText(counts).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name);
    expect(named('Metrics')).toEqual(types);
  });

  it('states the limits that are set', () => {
    const limits = rows('Limits of a connection').map(([, limit = '']) => limit.split(/[,;]/)[0]);
    const { headerBytes, headersMs, requestMs, idleMs, keepAliveMs } = LIMITS;
    expect(limits).toEqual([
      `${headerBytes / 1024} KiB`,
      `${headersMs / 1000} s`,
      `${requestMs / 3_600_000} h`,
      `${idleMs / 1000} s`,
      `${keepAliveMs / 1000} s`,
    ]);
    expect(TEXT).toContain(`for up to ${DEADLINE_MS / 1000} seconds`);
  });
});

describe('the package', () => {
  const { dependencies, optionalDependencies } = JSON.parse(read('package.json'));

  it('installs nothing of which docs/deploy.md does not say what it is for', () => {
    const listed = rows('The package').flatMap(([first = '']) => first.replaceAll('`', '').split(', '));
    const isListed = (name: string) =>
      listed.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
    const names = Object.keys({ ...dependencies, ...optionalDependencies });
    expect(names.filter((name) => !isListed(name))).toEqual([]);
  });

  it('can do without the fonts that most need not', () => {
    expect(Object.keys(optionalDependencies)).toEqual(['@embedpdf/fonts-kr', '@embedpdf/fonts-sc']);
  });
});

describe('the image', () => {
  const instructions = instructionsOf(read('Dockerfile'));
  const last = (word: string) => instructions.findLast((one) => one.word === word)?.rest ?? '';

  it('runs as a user without rights, and has one volume, the store', () => {
    expect(Number(last('USER'))).toBeGreaterThan(0);
    const volumes = instructions.filter(({ word }) => word === 'VOLUME');
    expect(volumes).toEqual([{ word: 'VOLUME', rest: '/store' }]);
    expect(last('ENV')).toContain(' ANNALS_STORE=/store');
  });

  it('is healthy when it is ready, and hears of signals itself', () => {
    expect(commandIn(last('HEALTHCHECK')).join(' ')).toContain('/healthz?ready');
    expect(commandIn(last('CMD'))).toEqual(['node', 'node_modules/annals/bin/annals.cjs', 'serve']);
  });

  it('has longer to stop than its server takes', () => {
    const [, seconds] = /stop_grace_period: (\d+)s/.exec(read('compose.yaml')) ?? [];
    expect(Number(seconds) * 1000).toBeGreaterThan(DEADLINE_MS + 2_000);
  });
});
