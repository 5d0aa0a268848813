/**
 * `npx tsx bench/package/docker-steps.ts`: does what the Dockerfile says without Docker, each stage in a folder of its own, on the Node and the system
 * of this machine. Then starts its command as its user does, waits for its health check, asks for pages, and stops it. Root becomes that user,
 * who may write nothing but the volume and `/tmp`. Ends with code 1 where a step fails. A few minutes, with the network; with
 * `--package annals-0.1.0.tgz` the first stage makes none, and hands on that one.
 */
import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../server/served';
import { commandIn, type Instruction, instructionsOf } from './dockerfile';

const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 60_000;
const QUIET: StdioOptions = ['ignore', 'ignore', 'inherit'];
const IGNORED = new Set(readFileSync(join(ROOT, '.dockerignore'), 'utf8').trim().split('\n'));

type Environment = Readonly<Record<string, string>>;

/** What an image would be: its files beneath `root`, and what its instructions have set. */
interface Stage {
  readonly root: string;
  readonly env: Record<string, string>;
  /** Where commands run, as the image names it. */
  folder: string;
  user: string;
  health: readonly string[];
  command: readonly string[];
}

function newStage(root: string): Stage {
  const temporary = join(root, 'tmp');
  mkdirSync(temporary, { recursive: true });
  chmodSync(temporary, 0o1777);
  return { root, env: {}, folder: '/', user: '0', health: [], command: [] };
}

/** A text in which the folders of an image are those of its stage. */
function placed(text: string, { root }: Stage): string {
  return text.replace(/(^|[\s='"])\/(app|src|store|tmp)(?=[/\s'"]|$)/g, `$1${root}/$2`);
}

function filled(text: string, env: Environment): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => env[name] ?? '');
}

function shell(command: string, cwd: string, env: Environment): void {
  execFileSync('sh', ['-ec', command], { cwd, env: { ...process.env, ...env }, stdio: QUIET });
}

/** `COPY`: all of the project, but for what `.dockerignore` names, or single files, also of another stage. */
function copy(stage: Stage, rest: string, stages: ReadonlyMap<string, Stage>): void {
  const folder = join(stage.root, stage.folder);
  if (rest === '. .') {
    const filter = (path: string) => dirname(path) !== ROOT || !IGNORED.has(basename(path));
    cpSync(ROOT, folder, { recursive: true, filter });
    return;
  }
  const [, from = ''] = /^--from=(\w+) /.exec(rest) ?? [];
  const words = rest.replace(/^--from=\w+ /, '').split(' ');
  const target = resolve(folder, placed(words.pop() ?? '', stage));
  const sources = words.map((word) => placed(word, stages.get(from) ?? stage));
  shell(`cp ${sources.join(' ')} ${target}`, ROOT, stage.env);
}

/** Does one instruction, but for `FROM`. */
function follow(stage: Stage, { word, rest }: Instruction, stages: ReadonlyMap<string, Stage>): void {
  if (word === 'WORKDIR') {
    stage.folder = rest;
    mkdirSync(join(stage.root, rest), { recursive: true });
  } else if (word === 'COPY') copy(stage, rest, stages);
  else if (word === 'RUN') shell(placed(rest, stage), join(stage.root, stage.folder), stage.env);
  else if (word === 'ARG' || word === 'ENV') {
    for (const pair of rest.split(' ')) {
      const [name = '', value = ''] = pair.split('=');
      stage.env[name] = placed(filled(value, stage.env), stage);
    }
  } else if (word === 'USER') stage.user = rest;
  else if (word === 'HEALTHCHECK') stage.health = commandIn(rest);
  else if (word === 'CMD') stage.command = commandIn(rest);
  else if (word !== 'VOLUME' && word !== 'EXPOSE') throw new Error(`${word} is not known here`);
}

/** Builds all stages beneath a folder; gives the last. The stage that makes the package is left out where there is one. */
function build(folder: string, tarball: string | undefined): Stage {
  const stages = new Map<string, Stage>();
  let stage = newStage(join(folder, 'none'));
  for (const one of instructionsOf(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))) {
    const begun = performance.now();
    if (one.word === 'FROM') {
      const [, name = 'last'] = / AS (\w+)$/.exec(one.rest) ?? [];
      stage = newStage(join(folder, name));
      stages.set(name, stage);
      if (name === 'build' && tarball) cpSync(tarball, join(stage.root, 'tmp', basename(tarball)));
    } else if (!tarball || stages.size > 1) follow(stage, one, stages);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${seconds.padStart(6)} s  ${one.word} ${one.rest.slice(0, 90)}`);
  }
  return stage;
}

/** Who the user of the image is on this machine: nobody but root can become another. */
function userOf({ user }: Pick<Stage, 'user'>): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? { uid: Number(user), gid: Number(user) } : {};
}

function start(stage: Stage, command: readonly string[], env: Environment): ChildProcess {
  const [program = '', ...args] = command;
  const cwd = join(stage.root, stage.folder);
  return spawn(program, args, { cwd, env: env as NodeJS.ProcessEnv, stdio: QUIET, ...userOf(stage) });
}

async function healthy(stage: Stage, env: Environment): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const [code] = await once(start(stage, stage.health, env), 'exit');
    if (code === 0) return;
  }
  throw new Error('the health check fails');
}

/** Files beneath a folder that its user wrote, outside of the volume and `/tmp`. */
function strays({ root, user }: Stage): string {
  if (userOf({ user }).uid === undefined) return '';
  const search = [root, '-uid', user, '-not', '-path', `${root}/store*`, '-not', '-path', `${root}/tmp*`];
  return userOf({ user } as Stage).uid === undefined
    ? ''
    : execFileSync('find', search, { encoding: 'utf8' });
}

async function tryImage(stage: Stage): Promise<void> {
  if (Number(stage.user) === 0) throw new Error('the image runs as root');
  const temporary = join(stage.root, 'tmp');
  const around = { PATH: process.env.PATH ?? '', HOME: temporary, TMPDIR: temporary };
  const env = { ...around, ...stage.env, HOST: '127.0.0.1', PORT: String(await freePort()) };
  const begun = performance.now();
  const server = start(stage, stage.command, env);
  const ended = once(server, 'exit');
  try {
    await healthy(stage, env);
    console.log(`healthy after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    for (const path of ['/', '/russia-militancy', '/russia-militancy/activity.png', '/methods']) {
      const { status } = await fetch(`http://127.0.0.1:${env.PORT}${path}`);
      console.log(`${status} ${path}`);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
    }
  } finally {
    server.kill('SIGTERM');
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the server ended with ${code}`);
  if (strays(stage) !== '') throw new Error(`written outside of the volume: ${strays(stage)}`);
}

const { values } = parseArgs({ options: { package: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'annals-docker-'));
chmodSync(folder, 0o755);
try {
  const image = build(folder, values.package);
  console.log(execFileSync('du', ['-sm', join(image.root, 'app')], { encoding: 'utf8' }).trim());
  await tryImage(image);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
