import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { type Numbers, numbers } from '../support/generate/numbers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Another user to run as; only root can. */
  readonly uid?: number;
}

/** A fresh bundle of the command line and a folder to run it in. */
export interface Sandbox {
  readonly folder: string;
  readonly bundle: string;
  readonly write: (path: string, data: string | Buffer) => string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  readonly remove: () => void;
}

/** Bundles the sources as they are now, the way scripts/build.mjs does, so that no test runs an old program. */
export async function newSandbox(): Promise<Sandbox> {
  const home = mkdtempSync(join(tmpdir(), 'zfxxgk-cli-'));
  // mkdtemp makes a folder that only its owner can enter; another user is to read from it.
  chmodSync(home, 0o755);
  const bundle = join(home, 'package', 'dist', 'cli.js');
  await build({
    entryPoints: [join(ROOT, 'server/src/cli/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  copyFileSync(join(ROOT, 'package.json'), join(home, 'package', 'package.json'));
  cpSync(join(ROOT, 'docs', 'rules'), join(home, 'package', 'docs', 'rules'), { recursive: true });
  const folder = join(home, 'work');
  mkdirSync(folder);
  const write = (path: string, data: string | Buffer) => {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, data);
    return place;
  };
  return {
    folder,
    bundle,
    write,
    run: (args, options) => runIn(folder, bundle, args, options),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function runIn(
  cwd: string,
  bundle: string,
  args: readonly string[],
  { stdin, env, uid }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd,
      // Vitest asks its own children for colours, which would hide that a pipe gets none.
      env: { PATH: process.env.PATH, ...env },
      ...(uid === undefined ? {} : { uid }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const stdout = Buffer.concat(out);
      resolve({ code, stdout, out: stdout.toString(), err: Buffer.concat(err).toString() });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(stdin ?? '');
  });
}

/** The numbers of a report, always the same, with 予以公开·自然人 at least 2 so that a fault there is easily made. */
export function someNumbers(): Numbers {
  const [found] = fc.sample(
    numbers.filter(({ table3 }) => (table3[2]?.[0] ?? 0) >= 2 && (table3[2]?.[6] ?? 0) >= 12),
    { seed: 42, numRuns: 1 },
  );
  if (!found) throw new Error('the generator gave no report');
  return found;
}
