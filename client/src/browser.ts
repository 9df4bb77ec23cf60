import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './client.ts';
import { activateWith } from './extension.ts';
import { answerForFiles } from './files.ts';
import { RULE_PAGES, showRulePages } from './rule-pages.ts';

/** A part of the library of browsers, which the client has no other use for. */
declare const Worker: new (address: string) => ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object;
declare const URL: { readonly createObjectURL: (blob: object) => string };

/** Where the editor runs in a browser: the server is a worker, and reads files by way of this client. */
export function activate(context: ExtensionContext): void {
  context.subscriptions.push(showRulePages(context.extensionUri));
  activateWith(context, createClient);
}

function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js');
  const options = clientOptions(output, { rulePages: RULE_PAGES });
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, () => startWorker(program), options);
  for (const each of answerForFiles(client)) context.subscriptions.push(each);
  return client;
}

/** By its text: an editor that serves its extensions from another machine makes no worker of an address there. */
async function startWorker(program: Uri): Promise<MessageTransports> {
  const blob = new Blob([await workspace.fs.readFile(program)], { type: 'text/javascript' });
  // What an editor puts in the place of `Worker` makes no instances of it, by which the library would know one.
  const worker = new Worker(URL.createObjectURL(blob));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
