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

/** The extension's findings on a document, once they are as wanted. */
export function findings(
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'zfxxgk');
    return wanted(found) ? found : undefined;
  });
}
