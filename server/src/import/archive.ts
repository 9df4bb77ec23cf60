import { type UnzipFileInfo, unzipSync } from 'fflate';

/** Reports are some ten kilobytes of text; their parts unpacked have no more than this, in bytes. */
const MAX_PART = 16 * 1024 * 1024;
const MAX_ALL = 32 * 1024 * 1024;
const MAX_ENTRIES = 4096;

export type Archive =
  | { readonly kind: 'archive'; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'failed'; readonly reason: 'damaged' | 'too-large' };

/**
 * Unpacks the wanted parts of a ZIP archive. What the archive says of their sizes is checked before anything is unpacked,
 * and no part grows beyond what it says. Never throws.
 *
 * @param wanted whether the part of this name is needed
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Archive {
  let entries = 0;
  let size = 0;
  let tooLarge = false;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    const isWanted = wanted(name);
    if (isWanted) size += originalSize;
    tooLarge = ++entries > MAX_ENTRIES || size > MAX_ALL || (isWanted && originalSize > MAX_PART);
    // An archive may say that it has billions of entries: leaving early is the only way not to count them.
    if (tooLarge) throw new Error('too large');
    return isWanted;
  };
  try {
    return { kind: 'archive', parts: new Map(Object.entries(unzipSync(bytes, { filter }))) };
  } catch {
    return { kind: 'failed', reason: tooLarge ? 'too-large' : 'damaged' };
  }
}
