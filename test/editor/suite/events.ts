// Waiting for what the editor tells: a test that sleeps is either slow or wrong.
import * as vscode from 'vscode';

/**
 * Resolves with the first value that an event brings into being, or that is there already.
 * Mocha's own timeout bounds the wait, and names the test that waited.
 */
export function until<T>(event: vscode.Event<unknown>, value: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const listener = event(look);
    look();
    function look(): void {
      try {
        const found = value();
        if (found === undefined) return;
        resolve(found);
      } catch (error) {
        reject(error);
      }
      listener.dispose();
    }
  });
}

/** The extension's findings on a document as they are now. */
export function findingsNow(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'zfxxgk');
}

/** The rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The extension's findings on a document, once they are as wanted. */
export function findings(
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = findingsNow(uri);
    return wanted(found) ? found : undefined;
  });
}

/** The findings once they come from exactly these rules, in the order of the text. */
export function rules(uri: vscode.Uri, ...wanted: string[]): Promise<readonly vscode.Diagnostic[]> {
  return findings(uri, (found) => {
    const sorted = [...found].sort((a, b) => a.range.start.compareTo(b.range.start));
    return sorted.map(ruleOf).join() === wanted.join();
  });
}

/** Resolves when the document holds exactly this text. */
export function textIs(document: vscode.TextDocument, text: string): Promise<true> {
  return until(vscode.workspace.onDidChangeTextDocument, () => document.getText() === text || undefined);
}
