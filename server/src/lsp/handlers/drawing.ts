import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { fixesFor } from '../../features/fixes.ts';
import { drawReport } from '../../view/draw.ts';
import { placeAt, spanOfPlace } from '../../view/places.ts';
import type { Server } from '../context.ts';
import { toRange, toTextEdit } from '../convert.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

/** A drawn report: its elements in order, and the version of the text that they show. */
export interface Drawing {
  readonly version: number;
  readonly elements: readonly string[];
}

/** A place of a drawing, by its id or by where it stands in the text. */
export interface DrawnPlace {
  readonly textDocument: { readonly uri: string };
  readonly version: number;
  readonly place: string | Position;
}

/** The range of a place that was named, or the id of one that was pointed at; neither when there is none. */
export interface FoundPlace {
  readonly id?: string;
  readonly range?: Range;
}

/** The finding whose number in the drawing is to be made true. */
export interface DrawnFix {
  readonly textDocument: { readonly uri: string };
  readonly version: number;
  readonly finding: number;
}

/** 画出表格: the requests of the client's view. Numbers of findings and ids hold for one version of the text only. */
export function handleDrawing({ connection, client, store }: Server): void {
  connection.onRequest(
    'zfxxgk/drawing',
    answer(store, (report): Drawing | undefined => {
      const { analysis, document, findings } = report;
      const options = { locale: client.locale, live: true };
      return analysis && { version: document.version, elements: drawReport(analysis, findings.shown, options) };
    }),
  );
  connection.onRequest(
    'zfxxgk/drawingPlace',
    answer(store, (report, { version, place }: DrawnPlace): FoundPlace | undefined => {
      const { analysis, document, findings } = report;
      if (!analysis || document.version !== version) return undefined;
      if (typeof place !== 'string') {
        const id = placeAt(analysis.report, document.offsetAt(place));
        return id === undefined ? {} : { id };
      }
      const span = spanOfPlace(analysis.report, findings.shown, place);
      return span ? { range: toRange(document, span) } : {};
    }),
  );
  connection.onRequest(
    'zfxxgk/drawingFix',
    answer(store, (report, { version, finding }: DrawnFix) =>
      report.document.version === version ? fixOf(report, finding, client.locale) : undefined,
    ),
  );
}

/** The first of the light bulb's fixes that writes into the cell of the finding. */
function fixOf({ analysis, document, findings }: OpenReport, at: number, locale: 'zh' | 'en'): TextEdit[] | undefined {
  const finding = findings.shown[at]?.finding;
  if (!analysis || !finding) return undefined;
  const fix = fixesFor(analysis, finding, locale).find(({ edits }) =>
    edits.some(({ span }) => span.start >= finding.span.start && span.end <= finding.span.end),
  );
  return fix?.edits.map((edit) => toTextEdit(document, edit));
}
