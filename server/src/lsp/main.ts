import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import manifest from '../../../package.json';
import { disk } from '../files/disk.ts';
import { startServer } from './server.ts';

// The pages of the rules ship beside the bundle, so that the link in a diagnostic works without a network.
const rulePages = new URL('../docs/rules/', pathToFileURL(__filename)).href;

startServer(createConnection(), { rulePages, version: manifest.version, disk });
