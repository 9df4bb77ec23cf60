import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Analysis } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import { applyEdits } from '../edits/edit.ts';
import { type SafeChange, safeChanges } from '../features/fix-all.ts';
import { clearLeftovers } from '../files/leftovers.ts';
import { type Replacing, replaceFile } from '../files/replace.ts';
import { positionIn } from '../text/position.ts';
import type { Change, Source } from './result.ts';
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

/** What a change replaces, as it is printed. */
export function describeChange({ report }: Analysis, { name, edit }: SafeChange): Change {
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

/** What a killed run left torn is mended before it is read; whatever is wrong with the file its reading will say. */
export async function settle(path: string): Promise<void> {
  await realpath(path)
    .then(clearLeftovers)
    .catch(() => {});
}

/**
 * Writes a repaired file, see `replaceFile`.
 *
 * @returns why it was not written, or undefined when it was
 */
export async function writeFixed(
  path: string,
  before: Buffer,
  after: Buffer,
  how: Replacing,
): Promise<Words | undefined> {
  try {
    const replaced = await replaceFile(path, before, after, how);
    switch (replaced.kind) {
      case 'written':
        return undefined;
      case 'refused':
        return REFUSED[replaced.reason];
      case 'outside':
        return {
          zh: `是链接，指向文件夹以外的 ${replaced.target}；确实要改写那里的文件，请加 --follow`,
          en: `it is a link to ${replaced.target}, outside the folder; --follow writes there`,
        };
      case 'left-behind':
        return {
          zh: `上次改写中断，原来的内容在 ${replaced.path}；文件后来又有改动，请核对后删去它`,
          en: `an earlier run was interrupted, and ${replaced.path} holds what stood here; compare, then delete it`,
        };
    }
  } catch (error) {
    return systemError(error);
  }
}

const REFUSED: Readonly<Record<'no-file' | 'changed', Words>> = {
  'no-file': { zh: '不是普通文件', en: 'not an ordinary file' },
  changed: { zh: '检查期间文件已被改动', en: 'it was changed meanwhile' },
};

/** Why a file is not written whose own text would give other bytes. */
export const AMBIGUOUS: Words = {
  zh: '文件的编码有不止一种写法，写回会改动别处',
  en: 'its encoding has several ways to write the same, so that other places would change',
};

/** Puts the repaired bytes into the file; standard input is passed on instead. */
export async function written(
  { path, stdin, folder = dirname(path) }: Source,
  follow: boolean,
  before: Buffer,
  after: Buffer,
): Promise<Words | undefined> {
  return stdin || after === before ? undefined : writeFixed(path, before, after, { folder, follow });
}
