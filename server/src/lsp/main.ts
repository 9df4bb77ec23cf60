import { Console } from 'node:console';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import manifest from '../../../package.json';
import { disk } from '../files/disk.ts';
import { startServer } from './server.ts';
import { inWholeMessages } from './stdio.ts';

// The pages of the rules ship beside the bundle, so that the link in a diagnostic works without a network.
const rulePages = new URL('../docs/rules/', pathToFileURL(__filename)).href;

startServer(connect(), { rulePages, version: manifest.version, disk });

/** The connection that the arguments ask for: `--stdio`, `--node-ipc`, `--pipe` or `--socket`. */
function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection();
  // Standard output is the connection's alone.
  globalThis.console = new Console(process.stderr);
  return createConnection(process.stdin, inWholeMessages(process.stdout));
}
