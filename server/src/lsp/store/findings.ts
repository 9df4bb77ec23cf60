import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../checks/analysis.ts';
import type { Finding } from '../../checks/finding.ts';
import { type Judged, judge, sparedIn, type Verdict } from '../../project/project.ts';
import { type Counted, countedOf } from '../../summary/counted.ts';
import { type DiagnosticFormat, toDiagnostic } from '../convert.ts';
import type { Configuration } from './configuration.ts';

/** What every finding of a report depends on beside its text. */
export interface FindingsContext {
  readonly configuration: Configuration;
  readonly format: DiagnosticFormat;
}

/**
 * The findings of one version of a text, as settings and the report of the year before have it. Each thing is made
 * when it is first asked for, and once.
 */
export class Findings {
  private all: Verdict | undefined;
  private converted: Diagnostic[] | undefined;

  constructor(
    private readonly document: TextDocument,
    /** Undefined when the text is no report that is to be checked. */
    readonly analysis: Analysis | undefined,
    private readonly context: FindingsContext,
    /** The same without what other reports say of it. */
    private readonly alone = analysis,
  ) {}

  get verdict(): Verdict {
    this.all ??= this.analysis
      ? judge(this.analysis, this.context.configuration.rulesFor(this.document.uri))
      : { shown: [], dismissed: [] };
    return this.all;
  }

  /** What is not mended without asking. */
  get spared(): readonly Finding[] {
    return this.analysis ? sparedIn(this.analysis, this.context.configuration.rulesFor(this.document.uri)) : [];
  }

  get shown(): readonly Judged[] {
    return this.context.configuration.enabled ? this.verdict.shown : [];
  }

  /** What it gives to a summary, which looks at every report by itself. */
  countedAs(path: string): Counted | undefined {
    return this.alone && countedOf(this.alone, this.context.configuration.rulesFor(this.document.uri), path);
  }

  get diagnostics(): Diagnostic[] {
    this.converted ??= this.shown.map((judged) => toDiagnostic(judged, this.document, this.context.format));
    return this.converted;
  }
}
