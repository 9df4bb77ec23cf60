/**
 * Words from somebody's files, names and settings, as they are put where signs can act: each target has its own way of
 * being talked to, and nothing that comes from outside may use it.
 */

/** What could move a cursor, colour a screen, end a line or turn the direction of writing; and half a surrogate pair. */
const ACTING = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** What begins a workflow command: `::` at the beginning of a line, `##[` anywhere in it. */
const COMMAND = /^(\s*:):|(##)\[/g;

/**
 * One line of a terminal or of the log of a workflow: what could act becomes a blank. As many UTF-16 code units come
 * out as went in.
 */
export function printable(text: string): string {
  return text.replace(ACTING, ' ').replace(COMMAND, '$1$2 ');
}

/** Several lines of a terminal. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** More of a value than this tells nobody anything. */
const LONGEST_NOTIFICATION = 1000;

/** A notification of an editor: VS Code makes links of `[text](address)`, also of those that run a command. */
export function notificationText(text: string): string {
  const line = printable(text).replaceAll('](', '] (');
  return line.length > LONGEST_NOTIFICATION ? `${line.slice(0, LONGEST_NOTIFICATION)}…` : line;
}

/** Inside a line of Markdown: every sign is meant itself, and an address is no link. */
export function markdownText(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~!&:@]/g, '\\$&');
}

/** The text of a message in SARIF, where brackets are links unless they are escaped (2.1.0, §3.11.6). */
export function sarifText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

/**
 * JSON that does nothing to whoever looks at it in a terminal or in the log of a workflow: what could act is written as
 * `\u…`, which is the same JSON.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replace(ACTING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '##\\u005b');
}

/** What XML 1.0 has no place for, escaped or not, becomes a blank. */
const NO_XML = /[\p{Surrogate}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

/** Text or an attribute of XML: what means something there, or could act in a log, is written as a reference. */
export function xmlText(text: string): string {
  const reference = (sign: string) => `&#${sign.charCodeAt(0)};`;
  return text
    .replace(NO_XML, ' ')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(ACTING, reference)
    .replaceAll('##[', '##&#91;');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
