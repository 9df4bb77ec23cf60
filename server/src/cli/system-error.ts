import type { Locale } from './locale.ts';

/** The same in both languages, as plain data: whoever shows it knows which is wanted. */
export type Words = Readonly<Record<Locale, string>>;

const NOT_FOUND: Words = { zh: '找不到文件或文件夹', en: 'no such file or folder' };
const NO_PERMISSION: Words = { zh: '没有权限', en: 'no permission' };

const WORDS: Readonly<Record<string, Words>> = {
  ENOENT: NOT_FOUND,
  ENOTDIR: NOT_FOUND,
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EISDIR: { zh: '是文件夹，不是文件', en: 'is a folder' },
  ELOOP: { zh: '符号链接循环', en: 'symbolic links form a loop' },
  ENAMETOOLONG: { zh: '路径过长', en: 'the path is too long' },
  EMFILE: { zh: '打开的文件过多', en: 'too many open files' },
  ENOSPC: { zh: '磁盘空间不足', en: 'the disk is full' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EBUSY: { zh: '文件正被别的程序使用', en: 'another program uses the file' },
  EIO: { zh: '读写出错', en: 'input/output error' },
};

/** What went wrong with a file, for a reader who does not know the system's codes. */
export function systemError(error: unknown): Words {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (typeof code === 'string') {
    return WORDS[code] ?? { zh: `读写出错（${code}）`, en: `input/output error (${code})` };
  }
  // No code: a mistake in this program, and the only thing that helps to find it is where it happened.
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { zh: text, en: text };
}
