import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import type { Analysis } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import { applyEdits } from '../edits/edit.ts';
import { type SafeChange, safeChanges } from '../features/fix-all.ts';
import { positionIn } from '../text/position.ts';
import type { Change } from './result.ts';
import { systemError, type Words } from './system-error.ts';

/** A text with every safe repair made, and what they were. */
export interface Fixed {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Makes the repairs that `source.fixAll` would make in an editor; what was dismissed stays. */
export function fixText(analysis: Analysis, spared: readonly Finding[]): Fixed {
  const safe = safeChanges(analysis, spared);
  const edits = safe.map(({ edit }) => edit);
  return {
    text: applyEdits(analysis.report.text, edits),
    changes: safe.map((change) => describeChange(analysis, change)),
  };
}

function describeChange({ report }: Analysis, { name, edit }: SafeChange): Change {
  const { line, character } = positionIn(report.lines, edit.span.start);
  return {
    line: line + 1,
    column: character + 1,
    name,
    // Blanks beside a number are no part of it; they keep the columns of its row.
    from: report.text.slice(edit.span.start, edit.span.end).trim(),
    to: edit.newText.trim(),
  };
}

/**
 * Puts `after` in the place of a file that held `before`: all of it or nothing, with the same mode and owner. A file
 * that someone else has changed meanwhile is left alone.
 *
 * @returns why it was not written, or undefined when it was
 */
export async function replaceFile(path: string, before: Buffer, after: Buffer): Promise<Words | undefined> {
  try {
    if (!(await stat(path)).isFile()) return { zh: '不是普通文件', en: 'not an ordinary file' };
    // The new file is put in the old one's place, which a write-protected file would not prevent.
    await access(path, constants.W_OK);
    if (!(await readFile(path)).equals(before)) return { zh: '检查期间文件已被改动', en: 'it was changed meanwhile' };
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(path, after);
    return undefined;
  } catch (error) {
    return systemError(error);
  }
}
