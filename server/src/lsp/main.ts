import { Console } from 'node:console';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { disk } from '../files/node-disk.ts';
import { newPdfReader } from '../files/pdf-reader.ts';
import type { ImportResult } from '../import/imported.ts';
import type { OfficePart } from './office/office.ts';
import { startServer } from './server.ts';

// The pages of the rules ship beside the bundle, so that the link in a diagnostic works without a network.
const rulePages = new URL('../docs/rules/', pathToFileURL(__filename)).href;

// Parts of their own, so that whoever has only texts loads none of them.
const load = (): Promise<OfficePart> => import(pathToFileURL(join(__dirname, 'office.js')).href);
let pdfReader: ReturnType<typeof newPdfReader<ImportResult>>;
const readPdf = () => {
  pdfReader ??= newPdfReader<ImportResult>(join(__dirname, 'pdf.mjs'));
  return pdfReader;
};

startServer(connect(), { rulePages, version, office: { disk, load, readPdf } });

/** The connection that the arguments ask for: `--stdio`, `--node-ipc`, `--pipe` or `--socket`. */
function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection();
  // Standard output is the connection's alone.
  globalThis.console = new Console(process.stderr);
  return createConnection(process.stdin, inWholeMessages(process.stdout));
}

/**
 * Passes on what a connection writes, head and body of a message in one piece. The library writes them one after the
 * other: on a pipe that is two calls of the system, and the client is woken for a head without a body.
 */
function inWholeMessages(output: NodeJS.WritableStream): Writable {
  let head = '';
  const whole = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      // Only heads are written as strings.
      if (typeof chunk === 'string') {
        head += chunk;
        return done();
      }
      const message = head === '' ? chunk : Buffer.concat([Buffer.from(head, 'ascii'), chunk]);
      head = '';
      output.write(message, done);
    },
  });
  // Nobody else listens; without a listener it would end the process.
  output.on('error', (error: Error) => whole.destroy(error));
  return whole;
}
