const WORDS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或文件夹',
  ENOTDIR: '找不到文件或文件夹',
  EACCES: '没有访问权限',
  EPERM: '没有访问权限',
  EISDIR: '是文件夹，不是文件',
  ELOOP: '符号链接循环',
  ENAMETOOLONG: '路径过长',
  EMFILE: '打开的文件过多',
  ENOSPC: '磁盘空间不足',
  EROFS: '磁盘只读',
  EIO: '读写出错',
};

/** What went wrong with a file, for a reader who does not know the system's codes. */
export function systemError(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return WORDS[code] ?? `读写出错（${code}）`;
  // No code: a mistake in this program, and the only thing that helps to find it is where it happened.
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
