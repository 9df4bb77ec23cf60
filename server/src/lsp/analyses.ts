import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '../checks/analysis.ts';
import type { ParseOptions } from '../report/parse.ts';

interface Cached {
  readonly version: number;
  readonly options: ParseOptions;
  readonly analysis: Analysis | undefined;
}

/** One analysis per version of a document, shared by every request on it. */
export class Analyses {
  private readonly cache = new Map<string, Cached>();

  /** The analysis of the document as it is now; undefined when it is no report. */
  get(document: TextDocument, options: ParseOptions): Analysis | undefined {
    const { uri, version } = document;
    const cached = this.cache.get(uri);
    const { always, blankCells } = cached?.options ?? {};
    const same = cached?.version === version && always === options.always && blankCells === options.blankCells;
    if (same) return cached.analysis;
    const analysis = analyse(document.getText(), options);
    this.cache.set(uri, { version, options, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.cache.delete(uri);
  }
}
