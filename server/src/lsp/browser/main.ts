import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import manifest from '../../../../package.json';
import { startServer } from '../server.ts';
import { newClientDisk } from './client-disk.ts';

/** The worker's own end of the connection; its type stands in a library that the rest of the server has no use for. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The server in a worker of a browser: no file system but the client's, and texts only. */
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
// The client names the address under which it shows the pages of the rules.
startServer(connection, { rulePages: '', version: manifest.version, diskOf: newClientDisk });
