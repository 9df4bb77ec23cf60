import { createScanner, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import * as z from 'zod/mini';
import { RULE_CODES } from '../checks/rules/index.ts';
import { lineAt, readLines } from '../text/lines.ts';
import { CONFIG, type Config, MOST, SEVERITIES } from './schema.ts';

/** A place in a `.zfxxgk.json` that cannot be used. */
export interface Problem {
  /** `rules.row-total`, `ignore[0]`; empty for the file as a whole. */
  readonly place: string;
  /** Counted from 1, like the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** What stands there, as JSON; undefined when it is no JSON. */
  readonly written: string | undefined;
  readonly expected: Expected;
}

/** What should stand there; its words are in words.ts. */
export type Expected =
  | { readonly kind: 'syntax' | 'depth' | 'object' | 'pattern' | 'dismissal' | 'string' | 'list' | 'rule' | 'profile' }
  | { readonly kind: 'one-of' | 'key'; readonly options: readonly string[] }
  | { readonly kind: 'count'; readonly most: number };

/**
 * Reads a `.zfxxgk.json`: JSON in which comments and a comma at the end are allowed. Every rule, pattern and dismissal
 * is taken by itself: what is wrong is left out and told of, the rest holds. Never throws.
 */
export function readConfig(text: string): { config: Config; problems: Problem[] } {
  // A file that was only just made.
  if (text.trim() === '') return { config: {}, problems: [] };
  const at = locator(text);
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return { config: {}, problems: [{ place: '', ...at(deep), written: undefined, expected: { kind: 'depth' } }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems: Problem[] = errors
    .slice(0, 1)
    .map(({ offset }) => ({ place: '', ...at(offset), written: undefined, expected: { kind: 'syntax' } }));
  const whole: unknown = tree && getNodeValue(tree);
  const { value, beyond } = limited(whole);
  const nodes = tree ? nodesByPlace(tree) : new Map<string, Node>();
  for (const place of beyond) problems.push(problemAt(nodes, place, at));
  const parsed = z.safeParse(CONFIG, value === undefined ? {} : value);
  if (parsed.success) return { config: parsed.data, problems };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (errors.length === 0) problems.push({ place: '', ...at(0), ...written(value), expected: { kind: 'object' } });
    return { config: {}, problems };
  }
  const places = faulty(parsed.error.issues);
  for (const place of places) problems.push(problemAt(nodes, place, at));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const rest = z.safeParse(CONFIG, without(value as Record<string, unknown>, places));
  return { config: rest.success ? rest.data : {}, problems };
}

/** What is said in such a file is four levels deep; the parser's own depth is that of the program's stack. */
const DEEPEST = 64;
const OPENS = '{[';
const CLOSES = '}]';

/** Where a text goes deeper than any `.zfxxgk.json` has a reason to; undefined when it does not. */
export function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const sign = scanner.getTokenLength() === 1 ? text.charAt(scanner.getTokenOffset()) : '';
    if (sign !== '' && OPENS.includes(sign)) depth++;
    else if (sign !== '' && CLOSES.includes(sign)) depth--;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return undefined;
}

type Place = readonly (string | number)[];

/** Its name in a set or map of places. */
const keyOf = (...place: Place) => JSON.stringify(place);

/** The value with its lists cut where they are longer than a person writes them, and where that is. */
function limited(value: unknown): { value: unknown; beyond: Place[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value, beyond: [] };
  const long = [...MOST].filter(([key, most]) => lengthOf((value as Record<string, unknown>)[key]) > most);
  if (long.length === 0) return { value, beyond: [] };
  const cut = long.map(([key, most]) => [key, (value as Record<string, unknown[]>)[key]?.slice(0, most)]);
  return { value: { ...value, ...Object.fromEntries(cut) }, beyond: long };
}

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);

/** The nodes of the keys, and of the entries of what they hold; of a key that stands there twice the last one. */
function nodesByPlace(tree: Node): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const [key, node] of entriesOf(tree)) {
    nodes.set(keyOf(key), node);
    for (const [entry, inner] of entriesOf(node)) nodes.set(keyOf(key, entry), inner);
  }
  return nodes;
}

function entriesOf({ type, children = [] }: Node): [string | number, Node][] {
  if (type === 'array') return children.map((child, index) => [index, child]);
  if (type !== 'object') return [];
  return children.flatMap(({ children: [key, value] = [] }) => (key && value ? [[key.value as string, value]] : []));
}

/** The smallest parts that must be left out: a key, or one entry of a list or table below it; of a profile one demand. */
function faulty(issues: readonly z.core.$ZodIssue[]): Place[] {
  const places = issues.flatMap((issue): Place[] => {
    const path = issue.path as (string | number)[];
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  });
  return [...new Map(places.map((path) => path.slice(0, 2)).map((path) => [keyOf(...path), path])).values()];
}

function without(value: Record<string, unknown>, places: readonly Place[]): Record<string, unknown> {
  const all = new Set(places.map((place) => keyOf(...place)));
  const gone = (...place: Place) => all.has(keyOf(...place));
  const entries = Object.entries(value).filter(([key]) => !gone(key));
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      if (Array.isArray(inner)) return [key, inner.filter((_, index) => !gone(key, index))];
      if (typeof inner !== 'object' || inner === null) return [key, inner];
      return [key, Object.fromEntries(Object.entries(inner).filter(([name]) => !gone(key, name)))];
    }),
  );
}

function problemAt(nodes: ReadonlyMap<string, Node>, place: Place, at: ReturnType<typeof locator>): Problem {
  const node = nodes.get(keyOf(...place));
  const name = place.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part));
  return {
    place: name.join(''),
    ...at(node?.offset ?? 0),
    ...written(node && getNodeValue(node)),
    expected: expectedAt(place),
  };
}

const KEYS = Object.keys(CONFIG.shape);

function expectedAt([key, entry]: Place): Expected {
  const most = entry === undefined ? undefined : MOST.get(String(key));
  if (most !== undefined && Number(entry) >= most) return { kind: 'count', most };
  if (!KEYS.includes(String(key))) return { kind: 'key', options: KEYS };
  if (key === '$schema') return { kind: 'string' };
  if (key === 'profile') return { kind: 'profile' };
  if (entry === undefined) return { kind: key === 'rules' ? 'object' : 'list' };
  if (key === 'ignore') return { kind: 'pattern' };
  if (key === 'dismissed') return { kind: 'dismissal' };
  const known = RULE_CODES.some((code) => code === entry);
  return known ? { kind: 'one-of', options: SEVERITIES } : { kind: 'rule' };
}

function written(value: unknown): { written: string | undefined } {
  const json = JSON.stringify(value);
  return { written: json !== undefined && json.length > 60 ? `${json.slice(0, 60)}…` : json };
}

function locator(text: string): (offset: number) => { line: number; column: number } {
  const lines = readLines(text);
  return (offset) => {
    const line = lineAt(lines, offset);
    return { line: line + 1, column: offset - lines.start(line) + 1 };
  };
}
