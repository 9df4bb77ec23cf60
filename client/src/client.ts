import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

export const LANGUAGE_ID = 'zfxxgk-report';

/** Under it the texts of documents are shown, read-only: `zfxxgk-text:/a/年报.docx`. */
export const EXTRACT_SCHEME = 'zfxxgk-text';

/** The language modes in which a text may be a report. */
const LANGUAGES = [LANGUAGE_ID, 'plaintext', 'markdown', 'html', 'csv', 'tsv'];

/** For these our formatter is offered; in Markdown and HTML it would stand in the way of others, there is a command for them. */
const FORMATTED = [LANGUAGE_ID, 'plaintext'];

/** Files, files of virtual workspaces and unsaved editors; not the old versions that a comparison shows. */
export const SELECTOR = LANGUAGES.flatMap((language) =>
  ['file', 'untitled', 'vscode-vfs', 'vscode-remote', EXTRACT_SCHEME].map((scheme) => ({ language, scheme })),
);

export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    // Beside the reports, the settings of a project: they may be open and unsaved when something is added to them.
    documentSelector: [...SELECTOR, { scheme: 'file', pattern: '**/.zfxxgk.json' }],
    outputChannel: output,
    // Asking for the findings of the whole workspace would begin with the first report and never end: the client asks
    // again two seconds after each answer. A person who wants them has the command 检查工作区全部报告.
    initializationOptions: {
      status: true,
      dismiss: true,
      extracts: true,
      lenses: true,
      workspaceDiagnostics: false,
      formats: FORMATTED,
    },
    // Pull for what is typed and shown; a hidden tab is judged when it is opened again.
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
  const debug = { execArgv: ['--nolazy', '--inspect=6009'] };
  return new LanguageClient(
    'zfxxgk',
    '政府信息公开年报',
    { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc, options: debug } },
    options,
  );
}
