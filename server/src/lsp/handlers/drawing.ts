import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { isWord } from '../../import/names.ts';
import { drawReport } from '../../view/draw.ts';
import { type ButtonFix, fixOfButton, placeAt, spanOfPlace } from '../../view/places.ts';
import type { Server } from '../context.ts';
import { toRange, toTextEdit } from '../convert.ts';
import { isExtract } from '../office/address.ts';
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

/** A button of the drawing that was pressed. */
export interface DrawnFix extends ButtonFix {
  readonly textDocument: { readonly uri: string };
  readonly version: number;
}

/** 画出表格: the requests of the client's view. Numbers of findings and ids hold for one version of the text only. */
export function handleDrawing({ connection, client, store }: Server): void {
  connection.onRequest(
    'zfxxgk/drawing',
    answer(store, (report): Drawing | undefined => {
      const { analysis, document, findings, uri } = report;
      const options = { locale: client.locale, live: true, readOnly: isExtract(uri) && !isWord(uri) };
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
    answer(store, ({ analysis, document, findings }, { version, ...button }: DrawnFix): TextEdit[] | undefined => {
      if (!analysis || document.version !== version) return undefined;
      const fix = fixOfButton(analysis, findings.shown, button, client.locale);
      return fix?.edits.map((edit) => toTextEdit(document, edit));
    }),
  );
}
