import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.ts';
import type { Server } from '../context.ts';
import { toSpan } from '../convert.ts';
import { answer } from './answer.ts';

/** Names of columns before values, and what the addends come to behind totals that are wrong. */
export function handleInlayHints({ connection, client, store, configuration }: Server): void {
  connection.languages.inlayHint.on(
    answer(store, ({ document, analysis, currentFindings }, { range }: InlayHintParams): InlayHint[] | undefined => {
      const shown = currentFindings.map(({ finding }) => finding);
      const wanted = configuration.inlayHints;
      const hints = analysis && inlayHints(analysis, shown, wanted, toSpan(document, range), client.locale);
      return hints?.map(({ kind, offset, label, tooltip }) => ({
        position: document.positionAt(offset),
        label,
        tooltip,
        ...(kind === 'column'
          ? { kind: InlayHintKind.Parameter, paddingRight: true }
          : { kind: InlayHintKind.Type, paddingLeft: true }),
      }));
    }),
  );
}
