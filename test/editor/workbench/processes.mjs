// What a program has running and listening, read from /proc.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** @param {() => string | string[]} read */
function attempt(read) {
  try {
    return read();
  } catch {
    return ''; // It has ended between listing and reading.
  }
}

/** @param {number | string} pid */
function parentOf(pid) {
  return Number(/^PPid:\s+(\d+)/m.exec(String(attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8'))))?.[1]);
}

/** Every process below one, without itself. @param {number} root */
export function descendants(root) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((pid) => [Number(pid), parentOf(pid)]));
  const below = new Set([root]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const [pid, parent] of parents) if (below.has(parent)) below.add(pid);
  }
  below.delete(root);
  return [...below];
}

/** A process that has ended but was not yet reaped counts as gone. @param {number} pid */
function isRunning(pid) {
  const state = /^State:\s+(\w)/m.exec(String(attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8'))))?.[1];
  return state !== undefined && state !== 'Z';
}

/**
 * Resolves when all have gone. A killed process dies in its own time and tells only its parent, so there is no event.
 * @param {readonly number[]} pids
 * @param {number} [patience] in milliseconds
 * @returns {Promise<number[]>} those that are still there when the patience has ended
 */
export async function survivors(pids, patience = 5000) {
  const end = performance.now() + patience;
  for (;;) {
    const left = pids.filter(isRunning);
    if (left.length === 0 || performance.now() > end) return left;
    await setTimeout(20);
  }
}

/**
 * The TCP addresses on which any of these processes listens, as the kernel writes them: 0100007F is 127.0.0.1.
 * @param {readonly number[]} pids
 */
export function listeningAddresses(pids) {
  const sockets = new Set(
    pids.flatMap((pid) =>
      [...attempt(() => readdirSync(`/proc/${pid}/fd`))].map((fd) =>
        attempt(() => readlinkSync(`/proc/${pid}/fd/${fd}`)),
      ),
    ),
  );
  const LISTEN = '0A';
  return ['tcp', 'tcp6'].flatMap((table) =>
    String(attempt(() => readFileSync(`/proc/net/${table}`, 'utf8')))
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTEN && sockets.has(`socket:[${fields[9]}]`))
      .map((fields) => fields[1] ?? ''),
  );
}
