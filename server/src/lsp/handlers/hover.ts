import type { Hover, HoverParams } from 'vscode-languageserver';
import { hoverAt } from '../../features/hover.ts';
import type { Server } from '../context.ts';
import { toRange } from '../convert.ts';
import { answer } from './answer.ts';

export function handleHover({ connection, client, store }: Server): void {
  connection.onHover(
    answer(store, ({ document, analysis }, { position }: HoverParams): Hover | undefined => {
      const hover = analysis && hoverAt(analysis, document.offsetAt(position), client.locale);
      return hover && { contents: { kind: 'markdown', value: hover.markdown }, range: toRange(document, hover.span) };
    }),
  );
}
