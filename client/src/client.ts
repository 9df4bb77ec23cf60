import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

export const CLIENT_ID = 'zfxxgk';
export const CLIENT_NAME = '政府信息公开年报';

export const LANGUAGE_ID = 'zfxxgk-report';

/** Under it the texts of documents are shown, read-only: `zfxxgk-text:/a/年报.docx`. */
export const EXTRACT_SCHEME = 'zfxxgk-text';

/** The language modes in which a text may be a report. */
const LANGUAGES = [LANGUAGE_ID, 'plaintext', 'markdown', 'html', 'csv', 'tsv'];

/** For these our formatter is offered; in Markdown and HTML it would stand in the way of others, there is a command for them. */
const FORMATTED = [LANGUAGE_ID, 'plaintext'];

/** Files, those of virtual workspaces, too; not the old versions that a comparison shows. */
const SCHEMES = ['file', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** Beside the files unsaved editors, and texts that were read out of other files. */
export const SELECTOR = LANGUAGES.flatMap((language) =>
  [...SCHEMES, 'untitled', EXTRACT_SCHEME].map((scheme) => ({ language, scheme })),
);

/** The pages of the rules in a client that has no address of its own for them. */
export interface ClientPlace {
  readonly rulePages?: string;
}

/** What the client asks of the server and shows of its answers, wherever the server runs. */
export function clientOptions(output: LogOutputChannel, place: ClientPlace = {}): LanguageClientOptions {
  return {
    // Beside the reports, the settings of a project: they may be open and unsaved when something is added to them.
    documentSelector: [...SELECTOR, ...SCHEMES.map((scheme) => ({ scheme, pattern: '**/.zfxxgk.json' }))],
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
      ...place,
    },
    // Pull for what is typed and shown; a hidden tab is judged when it is opened again.
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
}
