import type { Analysis } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import { safeChanges } from '../features/fix-all.ts';
import { lockFileOf } from '../files/lock-file.ts';
import type { Imported } from '../import/imported.ts';
import { describeChange } from './fix.ts';
import type { Change } from './result.ts';
import type { Source } from './source.ts';
import type { Words } from './system-error.ts';

/** What came of repairing a file of an office suite. */
export interface OfficeFix {
  /** The file with the changes, and what is read of it; undefined when nothing is to be written. */
  readonly bytes?: Uint8Array;
  readonly imported?: Imported;
  readonly changes: readonly Change[];
  /** Changes that were not made and why, for whoever reads the findings. */
  readonly notes: readonly Words[];
  /** Why the file must not be written. */
  readonly failure?: Words;
}

const unwritten = (format: string): Words => ({
  zh: `不改写 .${format} 文件，请在原文件中改正`,
  en: `a .${format} file is never written; please correct it yourself`,
});

const NOTHING: OfficeFix = { changes: [], notes: [] };

/**
 * Makes the safe changes in a Word document, as far as its places allow it; other files are not written.
 *
 * @param spared findings that someone dismissed
 * @param dryRun whether nothing will be written, so that the file may be open
 */
export async function fixOffice(
  source: Source,
  bytes: Uint8Array,
  { format }: Imported,
  analysis: Analysis,
  spared: readonly Finding[],
  dryRun = false,
): Promise<OfficeFix> {
  const safe = safeChanges(analysis, spared);
  if (format !== 'docx') return { ...NOTHING, notes: [unwritten(format)] };
  if (safe.length === 0) return NOTHING;
  const lock = source.stdin || dryRun ? undefined : lockFileOf(source.path);
  if (lock !== undefined) return { ...NOTHING, failure: openElsewhere(lock) };
  const [{ editDocx }, { importDocx }, { REFUSALS }] = await Promise.all([
    import('../import/edit-docx.ts'),
    import('../import/docx.ts'),
    import('../import/wording.ts'),
  ]);
  const edited = editDocx(
    bytes,
    safe.map(({ edit }) => edit),
  );
  if (edited.kind === 'refused') return { ...NOTHING, failure: REFUSALS[edited.reason] };
  const changes: Change[] = [];
  const notes: Words[] = [];
  for (const [at, each] of safe.entries()) {
    const change = describeChange(analysis, each);
    const refusal = edited.refusals[at];
    if (refusal) notes.push(leftAlone(change, REFUSALS[refusal]));
    else changes.push(change);
  }
  const read = changes.length > 0 ? importDocx(edited.bytes) : undefined;
  return read?.kind === 'imported' ? { bytes: edited.bytes, imported: read, changes, notes } : { changes, notes };
}

const leftAlone = ({ name, to }: Change, why: Words): Words => ({
  zh: `${name} 应改为 ${to}，没有写入：${why.zh}`,
  en: `${name} should be ${to}, was not written: ${why.en}`,
});

/** Whoever writes into a document that is open elsewhere loses one of the two versions. */
export const openElsewhere = (lock: string): Words => ({
  zh: `正在 Word 或 WPS 中打开（旁边有 ${lock}）；请关闭后再改，若其实没有打开，删除 ${lock} 再试`,
  en: `open in Word or WPS (${lock} lies beside it); close it first, or delete ${lock} if it is not open at all`,
});
