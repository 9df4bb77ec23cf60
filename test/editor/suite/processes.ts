// Which of the extension host's children are our language server.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The system's processes as `ppid command line`. */
function processes(): string[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  }
  // A minimal Linux has no ps.
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return [`${parent} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`];
      } catch {
        return []; // It has ended since it was listed.
      }
    });
}

/** How many language servers of ours this extension host runs. */
export function languageServers(): number {
  return processes().filter((line) => {
    const [parent, ...command] = line.trim().split(/\s+/);
    return (
      Number(parent) === process.pid && command.some((word) => /zfxxgk-report.*[\\/]dist[\\/]server\.js$/.test(word))
    );
  }).length;
}
