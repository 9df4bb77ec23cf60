/** Text as HTML shows it, in an element or between the quotes of an attribute: nothing of it is markup. */
export function escapeHtml(text: string): string {
  let escaped = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const entity = entityOf(text.charCodeAt(at), text.charCodeAt(at - 1));
    if (entity === undefined) continue;
    escaped += text.slice(from, at) + entity;
    from = at + 1;
  }
  return from === 0 ? text : escaped + text.slice(from);
}

/**
 * Control characters and marks of direction are shown as a sign: neither may hide or turn text. In the log of a workflow a
 * page must hold no command, `::` or `##[`.
 */
function entityOf(code: number, before: number): string | undefined {
  if (code === 0x5b && before === 0x23) return '&#91;';
  if (code > 0x3e && code < 0x7f) return undefined;
  switch (code) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x22:
      return '&quot;';
    case 0x27:
      return '&#39;';
    case 0x3a:
      return before === 0x3a ? '&#58;' : undefined;
    default:
      return isHidden(code) ? '\ufffd' : undefined;
  }
}

/** C0 and C1 without tab and line end, and the marks that turn the direction of the text around them. */
function isHidden(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return (
    (code >= 0x7f && code < 0xa0) ||
    code === 0x61c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** The attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with content that is HTML already. */
export function element(name: string, attributes: Attributes, content: string): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined && value !== '') open += ` ${key}="${escapeHtml(String(value))}"`;
  }
  return `${open}>${content}</${name}>`;
}
