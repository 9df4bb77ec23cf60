import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './client.ts';
import { activateWith } from './extension.ts';
import { nodeOptions } from './node-options.ts';

/** Where the editor has Node: the server is a program of its own. */
export const activate = (context: ExtensionContext) => activateWith(context, createClient);

function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { execArgv: nodeOptions(process.versions) };
  const debug = { execArgv: ['--nolazy', '--inspect=6009'] };
  const server = {
    run: { module, transport: TransportKind.ipc, options: run },
    debug: { module, transport: TransportKind.ipc, options: debug },
  };
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, server, clientOptions(output));
}
