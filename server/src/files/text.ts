import { isUtf8 } from 'node:buffer';

/** The encodings that drafts of reports come in: those of Windows Notepad, old and new. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** In a text of another encoding more than this share of the characters beyond ASCII cannot be read as UTF-8. */
const DAMAGE = 0.1;

/**
 * The text of a file that is only read, without its byte order mark; undefined for what is no text. The decoder of the
 * platform is enough here; whoever writes a file back needs `decode`, which brings tables of its own along.
 */
export function readText(bytes: Buffer): string | undefined {
  const encoding = detect(bytes);
  if (encoding === undefined) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Undefined when the bytes are UTF-8 with some damage: read as GB18030 they would be nonsense that decodes well. */
export function detect(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes) || bytes.includes(0)) return 'utf-8';
  return looksDamaged(bytes.toString('utf8')) ? undefined : 'gb18030';
}

/** Whether a text read as UTF-8 with replacement characters is UTF-8 after all: nearly all of it could be read. */
function looksDamaged(lenient: string): boolean {
  let foreign = 0;
  let replaced = 0;
  for (let at = 0; at < lenient.length; at++) {
    const code = lenient.charCodeAt(at);
    if (code > 0x7f) foreign++;
    if (code === 0xfffd) replaced++;
  }
  return replaced <= foreign * DAMAGE;
}
