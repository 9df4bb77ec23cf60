import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { detect, type Encoding } from './text.ts';

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

/**
 * Decodes the bytes of a file: UTF-16 when a byte order mark says so, else UTF-8 when that is valid, else GB18030
 * (which includes GBK and GB2312). Only a decoding that gives the same bytes back is accepted, for a file may be
 * written again and must not change outside the repaired cell.
 */
export function decode(bytes: Buffer): Decoding {
  const encoding = detect(bytes);
  if (encoding === undefined) return { kind: 'undecodable' };
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) return { kind: 'binary' };
  const whole = decodeAs(bytes, encoding);
  if (whole === undefined) return { kind: 'undecodable' };
  if (whole.includes('\0')) return { kind: 'binary' };
  const bom = whole.startsWith(BOM);
  const decoded: Decoded = { kind: 'text', text: bom ? whole.slice(1) : whole, encoding, bom };
  // Valid UTF-8 is the only way to write its text in UTF-8.
  const faithful = encoding === 'utf-8' || encode(decoded.text, decoded).equals(bytes);
  return faithful ? decoded : { kind: 'undecodable' };
}

/** The bytes of `text` in the encoding, and with the byte order mark, of the file that it came from. */
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
      return iconv.encode(whole, 'gb18030');
  }
}

/** The text with its byte order mark; undefined when the bytes are not valid in this encoding. */
function decodeAs(bytes: Buffer, encoding: Encoding): string | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  if (encoding === 'gb18030') return iconv.decode(bytes, encoding, { stripBOM: false });
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export type { Encoding };
