import { isUtf8, transcode } from 'node:buffer';
import { encodeGb18030 } from './gb18030.ts';

/** The encodings that drafts of reports come in: those of Windows Notepad, old and new. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text and how it was written, so that it can be written back the same way. */
export interface Decoded {
  readonly kind: 'text';
  /** Without the byte order mark, as an editor shows it; line ends are left as they are. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

export type Decoding = Decoded | { readonly kind: 'binary' } | { readonly kind: 'undecodable' };

const BOM = '\uFEFF';
/** In a text of another encoding more than this share of the characters beyond ASCII cannot be read as UTF-8. */
const DAMAGE = 0.1;

/**
 * Decodes the bytes of a file: UTF-16 when a byte order mark says so, else UTF-8 when that is valid, else GB18030
 * (which includes GBK and GB2312). Never throws. Editor and command line read files by this function only.
 */
export function decode(bytes: Buffer): Decoding {
  const encoding = detect(bytes);
  if (encoding === undefined) return { kind: 'undecodable' };
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) return { kind: 'binary' };
  const whole = decodeAs(bytes, encoding);
  if (whole === undefined) return { kind: 'undecodable' };
  if (encoding.startsWith('utf-16') && whole.includes('\0')) return { kind: 'binary' };
  const bom = whole.startsWith(BOM);
  return { kind: 'text', text: bom ? whole.slice(1) : whole, encoding, bom };
}

/** The text of a file that is only read; undefined for what is no text. */
export function readText(bytes: Uint8Array): string | undefined {
  const decoded = decode(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes));
  return decoded.kind === 'text' ? decoded.text : undefined;
}

/**
 * The bytes of a file whose text was changed. Undefined when even the old text would not give the old bytes back, for
 * GB18030 has two ways of writing a few characters: such a file must not be written.
 *
 * @param bytes the file as it was, and `decoded` what was read of it
 */
export function reencode(bytes: Buffer, decoded: Decoded, text: string): Buffer | undefined {
  // Valid UTF-8 is the only way to write its text in UTF-8.
  const faithful = decoded.encoding === 'utf-8' || encode(decoded.text, decoded).equals(bytes);
  return faithful ? encode(text, decoded) : undefined;
}

/** The bytes of `text` in this encoding, with a byte order mark or without. */
export function encode(text: string, { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>): Buffer {
  const whole = bom ? BOM + text : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(whole, 'utf8');
    case 'utf-16le':
      return Buffer.from(whole, 'utf16le');
    case 'utf-16be':
      return Buffer.from(whole, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(whole);
  }
}

/** Undefined when the bytes are UTF-8 with some damage: read as GB18030 they would be nonsense that decodes well. */
function detect(bytes: Buffer): Encoding | undefined {
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

/** The text with its byte order mark; undefined when the bytes are not valid in this encoding. */
function decodeAs(bytes: Buffer, encoding: Encoding): string | undefined {
  // Chinese text takes this way a sixth of the time that decoding it at once does.
  if (encoding === 'utf-8') return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
