import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { type Numbers, numbers } from '../support/generate/numbers.ts';
import { packedCli } from '../support/packed.ts';

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

/** The command line and a fresh folder to run it in. */
export interface Sandbox {
  readonly folder: string;
  readonly bundle: string;
  readonly write: (path: string, data: string | Buffer) => string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  readonly remove: () => void;
}

export async function newSandbox(): Promise<Sandbox> {
  const home = mkdtempSync(join(tmpdir(), 'zfxxgk-cli-'));
  // mkdtemp makes a folder that only its owner can enter; another user is to read from it.
  chmodSync(home, 0o755);
  const bundle = packedCli();
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
