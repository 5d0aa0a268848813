import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEADLINE_MS } from '../bin/serving/graceful-stop.mjs';
import { LIMITS } from '../bin/serving/http-server.mjs';
import { metricsText, RequestCounts } from '../bin/serving/request-counts.mjs';
import { HEALTH_CODES } from '../lib/server/running/health';

const TEXT = readFileSync(join(import.meta.dirname, 'deploy.md'), 'utf8');

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
