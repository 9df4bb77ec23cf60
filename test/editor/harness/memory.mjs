// Peak memory of a server and its children, read from /proc by process group.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Memory
 * @property {number} tree the largest sum of resident memory over the group, in bytes; shared pages count repeatedly
 * @property {number} extensionHost the extension host's own peak, in bytes
 * @property {number} languageServer the peak of the largest child of an extension host, in bytes
 */

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process has ended between listing and reading.
  }
}

/**
 * Every process of a group: "1234 (node) S ppid pgrp …" — the name may hold spaces, so fields count from the bracket.
 * @param {number} group
 */
function members(group) {
  const found = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) !== group) continue;
    const status = read(`/proc/${pid}/status`);
    const kilobytes = (/** @type {string} */ name) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const now = kilobytes('VmRSS') * 1024;
    found.push({ pid, parent: fields[1], now, peak: kilobytes('VmHWM') * 1024, command: read(`/proc/${pid}/cmdline`) });
  }
  return found;
}

/**
 * Measures until stopped.
 * @param {number} group the id of the process group
 * @returns {() => Memory | undefined} stops and tells; undefined where there is no /proc
 */
export function watchMemory(group) {
  if (process.platform !== 'linux') return () => undefined;
  const peak = { tree: 0, extensionHost: 0, languageServer: 0 };
  const sample = () => {
    const all = members(group);
    const hosts = all.filter((one) => one.command.includes('--type=extensionHost'));
    const children = all.filter((one) => hosts.some((host) => host.pid === one.parent));
    const largest = (/** @type {typeof all} */ list) => Math.max(0, ...list.map((one) => one.peak));
    peak.tree = Math.max(
      peak.tree,
      all.reduce((sum, one) => sum + one.now, 0),
    );
    peak.extensionHost = Math.max(peak.extensionHost, largest(hosts));
    peak.languageServer = Math.max(peak.languageServer, largest(children));
  };
  const timer = setInterval(sample, 200);
  timer.unref();
  return () => {
    clearInterval(timer);
    sample();
    return peak;
  };
}

/**
 * One line for a person.
 * @param {Memory | undefined} memory
 */
export function wordMemory(memory) {
  if (!memory) return 'memory not measured on this system';
  const mb = (/** @type {number} */ bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return `peak RSS: extension host ${mb(memory.extensionHost)}, its largest child ${mb(memory.languageServer)}, whole server ${mb(memory.tree)}`;
}
