import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '../checks/analysis.ts';

/** One analysis per version of a document, shared by every request on it. */
export class Analyses {
  private readonly cache = new Map<string, { version: number; always: boolean; analysis: Analysis | undefined }>();

  /** The analysis of the document as it is now; undefined when it is no report. */
  get(document: TextDocument, always: boolean): Analysis | undefined {
    const cached = this.cache.get(document.uri);
    if (cached && cached.version === document.version && cached.always === always) return cached.analysis;
    const analysis = analyse(document.getText(), { always });
    this.cache.set(document.uri, { version: document.version, always, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.cache.delete(uri);
  }
}
