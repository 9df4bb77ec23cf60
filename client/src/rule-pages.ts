import { type Disposable, Uri, workspace } from 'vscode';

const SCHEME = 'zfxxgk-rule';

/** Where the pages of the rules are shown in a browser, which opens no file: `zfxxgk-rule:/row-total.md`. */
export const RULE_PAGES = `${SCHEME}:/`;

/** Gives the pages of the rules, which come with the extension. */
export function showRulePages(extension: Uri): Disposable {
  const provideTextDocumentContent = async ({ path }: Uri) => {
    const page = Uri.joinPath(extension, 'docs', 'rules', path);
    return new TextDecoder().decode(await workspace.fs.readFile(page));
  };
  return workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent });
}
