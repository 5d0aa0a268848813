/** Upper bounds in seconds of the classes of duration, as Prometheus counts them: each with all below. */
const BOUNDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

/** What an address answers with. A few words only: paths hold what readers type, and each would be a series of its own. */
export function kindOf(path) {
  if (path.startsWith('/_next/')) return 'static';
  if (path.startsWith('/api/')) return 'api';
  if (path.startsWith('/embed')) return 'embed';
  if (/^\/[^/]+\/[^/]+\.(png|svg)$/.test(path)) return 'picture';
  return /^\/[^/]+\/[^/]+\.[a-z]+$/.test(path) ? 'data' : 'page';
}

/** Counts requests by kind and class of status, and how long each took. */
export class RequestCounts {
  running = 0;
  answered = new Map();
  durations = new Map();

  add(kind, status, seconds) {
    const key = `kind="${kind}",status="${Math.floor(status / 100)}xx"`;
    this.answered.set(key, (this.answered.get(key) ?? 0) + 1);
    const held = this.durations.get(kind) ?? { sum: 0, count: 0, within: BOUNDS.map(() => 0) };
    this.durations.set(kind, held);
    held.sum += seconds;
    held.count += 1;
    for (const [at, bound] of BOUNDS.entries()) if (seconds <= bound) held.within[at] += 1;
  }

  /** The lines of Prometheus' text format. */
  lines() {
    const times = [...this.durations].flatMap(([kind, { sum, count, within }]) => [
      ...BOUNDS.map(
        (bound, at) => `annals_request_seconds_bucket{kind="${kind}",le="${bound}"} ${within[at]}`,
      ),
      `annals_request_seconds_bucket{kind="${kind}",le="+Inf"} ${count}`,
      `annals_request_seconds_sum{kind="${kind}"} ${sum}`,
      `annals_request_seconds_count{kind="${kind}"} ${count}`,
    ]);
    return [
      '# HELP annals_requests_total Requests that were answered.',
      '# TYPE annals_requests_total counter',
      ...[...this.answered].map(([labels, count]) => `annals_requests_total{${labels}} ${count}`),
      '# HELP annals_request_seconds How long requests took, to the last byte.',
      '# TYPE annals_request_seconds histogram',
      ...times,
      '# HELP annals_requests_running Requests that are being answered.',
      '# TYPE annals_requests_running gauge',
      `annals_requests_running ${this.running}`,
    ];
  }
}

function gauge(name, help, value) {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
}

/** What `/metrics` answers: the counts, and what the process takes. */
export function metricsText(counts, running = globalThis.annalsImports?.size ?? 0) {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    ...counts.lines(),
    ...gauge('annals_imports_running', 'Imports of uploads that go on.', running),
    ...gauge('process_resident_memory_bytes', 'Memory that the process holds.', rss),
    '# HELP process_cpu_seconds_total Time that processors have worked for the process.',
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${(user + system) / 1e6}`,
    ...gauge('nodejs_heap_size_used_bytes', 'Memory that JavaScript uses.', heapUsed),
    ...gauge('process_uptime_seconds', 'Since the start.', process.uptime()),
    '',
  ].join('\n');
}
