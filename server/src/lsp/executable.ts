import type { Client } from './client.ts';

/**
 * Commands that any editor can send with workspace/executeCommand; each takes one argument, `{ uri, … }`. Their names differ
 * from those of our own client's commands, which it registers by itself.
 */
export const COMMANDS = {
  /** `{ uri, fingerprint, reason? }`: records that a finding may stay. */
  dismiss: 'zfxxgk.server.dismiss',
  /** `{ uri, fingerprint }`: takes that back. */
  restore: 'zfxxgk.server.restore',
  /** `{ uri }`: what was dismissed in a report, with its reason. */
  listDismissed: 'zfxxgk.server.listDismissed',
  /** `{ uri }`: does what `source.fixAll.zfxxgk` does, and says so. */
  fixAll: 'zfxxgk.server.fixAll',
  /** `{ uri }`: does what `source.recomputeTotals.zfxxgk` does, and says so. */
  recomputeTotals: 'zfxxgk.server.recomputeTotals',
  /** `{ uri, to, position? }`: writes the table at the position, or all, in another layout: `markdown`, `tsv`, `text`, `html`, `cells`, `csv`. */
  convertTables: 'zfxxgk.server.convertTables',
  /** `{ uri, tabSize? }`: 整理表格, what `textDocument/formatting` does, in any language mode. */
  alignTables: 'zfxxgk.server.alignTables',
  /** `{ uri, changed }`: says what a code action has done and what it left. */
  tellOutcome: 'zfxxgk.server.tellOutcome',
} as const;

/** The commands that are offered: none to an editor that cannot send them. */
export const commandsFor = ({ executes }: Client): string[] => (executes ? Object.values(COMMANDS) : []);
