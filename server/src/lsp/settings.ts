import * as z from 'zod/mini';
import type { Severity } from '../checks/finding.ts';
import { RULE_CODES } from '../checks/rules/index.ts';
import type { Locale } from '../checks/wording/index.ts';
import type { InlayHints } from '../features/inlay-hints.ts';
import { compileGlob, MOST_PATTERNS } from '../project/glob.ts';
import { SEVERITIES } from '../project/schema.ts';
import type { BlankCells } from '../report/report.ts';

/** One schema per setting under `zfxxgk.`, each with the default that a bad value falls back to. */
export const SETTINGS = {
  'validate.enable': { schema: z.boolean(), default: true },
  'validate.run': { schema: z.enum(['onType', 'onSave']), default: 'onType' as 'onType' | 'onSave' },
  'files.detect': { schema: z.enum(['auto', 'languageMode']), default: 'auto' as 'auto' | 'languageMode' },
  'files.exclude': { schema: z.array(z.string()), default: [] as readonly string[] },
  blankCells: { schema: z.enum(['unknown', 'zero']), default: 'unknown' as BlankCells },
  inlayHints: { schema: z.enum(['off', 'totals', 'all']), default: 'totals' as InlayHints },
  codeLens: { schema: z.boolean(), default: true },
} as const;

const RULE_CODE = z.enum(RULE_CODES);
const SEVERITY = z.enum(SEVERITIES);

export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  readonly detect: 'auto' | 'languageMode';
  readonly exclude: readonly string[];
  readonly blankCells: BlankCells;
  readonly inlayHints: InlayHints;
  readonly codeLens: boolean;
  readonly rules: Readonly<Partial<Record<string, Severity | 'off'>>>;
}

/** A setting whose value cannot be used: its full name, what stands there, and what is used instead. */
export interface BadSetting {
  readonly name: string;
  readonly value: unknown;
  readonly expected: string;
  readonly used: string;
}

/**
 * Reads the section `zfxxgk` of a client's configuration. Every value is checked by itself, so that one mistake does
 * not switch the others off.
 */
export function readSettings(section: unknown): { settings: Settings; bad: BadSetting[] } {
  const bad: BadSetting[] = [];
  const pick = <Name extends keyof typeof SETTINGS>(name: Name): (typeof SETTINGS)[Name]['default'] => {
    const { schema, default: fallback } = SETTINGS[name];
    const value = lookUp(section, name.split('.'));
    if (value === undefined || value === null) return fallback;
    const parsed = z.safeParse(schema as z.ZodMiniType, value);
    if (parsed.success) return parsed.data as (typeof SETTINGS)[Name]['default'];
    bad.push({ name: `zfxxgk.${name}`, value, expected: expectation(schema), used: JSON.stringify(fallback) });
    return fallback;
  };
  const settings: Settings = {
    enable: pick('validate.enable'),
    run: pick('validate.run'),
    detect: pick('files.detect'),
    exclude: readPatterns(pick('files.exclude'), bad),
    blankCells: pick('blankCells'),
    inlayHints: pick('inlayHints'),
    codeLens: pick('codeLens'),
    rules: readRules(lookUp(section, ['rules']), bad),
  };
  return { settings, bad };
}

/** The patterns that can be used; the settings editor adds an empty one before it is typed. */
function readPatterns(patterns: readonly string[], bad: BadSetting[]): readonly string[] {
  const first = patterns.slice(0, MOST_PATTERNS);
  if (patterns.length > MOST_PATTERNS) {
    const [expected, used] = [`≤ ${MOST_PATTERNS}`, `[0…${MOST_PATTERNS - 1}]`];
    bad.push({ name: 'zfxxgk.files.exclude', value: patterns.length, expected, used });
  }
  const good = first.map((pattern) => pattern === '' || compileGlob(pattern) !== undefined);
  for (const [at, pattern] of first.entries()) {
    if (good[at]) continue;
    bad.push({ name: `zfxxgk.files.exclude[${at}]`, value: pattern, expected: 'glob (* ** ? [] {})', used: '—' });
  }
  return first.filter((_, at) => good[at]);
}

function readRules(value: unknown, bad: BadSetting[]): Settings['rules'] {
  if (value === undefined || value === null) return {};
  const table = z.safeParse(z.record(z.string(), z.unknown()), value);
  if (!table.success) {
    bad.push({ name: 'zfxxgk.rules', value, expected: '{ "row-total": "warning" }', used: '{}' });
    return {};
  }
  const rules: Partial<Record<string, Severity | 'off'>> = {};
  for (const [code, severity] of Object.entries(table.data)) {
    const known = z.safeParse(RULE_CODE, code).success;
    const parsed = z.safeParse(SEVERITY, severity);
    if (known && parsed.success) rules[code] = parsed.data;
    else
      bad.push({
        name: `zfxxgk.rules.${code}`,
        value: severity,
        expected: known ? SEVERITIES.join(' | ') : RULE_CODES.join(' | '),
        used: '—',
      });
  }
  return rules;
}

/** Clients send `{ validate: { run } }` or, by hand, `{ "validate.run": … }`. */
function lookUp(section: unknown, path: readonly string[]): unknown {
  const flat = child(section, path.join('.'));
  return flat === undefined ? path.reduce(child, section) : flat;
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function expectation(schema: unknown): string {
  const { type, enum: options } = z.toJSONSchema(schema as z.ZodMiniType) as { type?: string; enum?: string[] };
  return options ? options.join(' | ') : (type ?? '');
}

/** More bad settings than this are counted, not told of one by one. */
const MOST_TOLD = 5;

/** A clear message on each bad setting: its name, its value, what was expected and what is used instead. */
export function describeBad(bad: readonly BadSetting[], locale: Locale): string[] {
  const left = bad.length - MOST_TOLD;
  const more = locale === 'zh' ? `另有 ${left} 项设置无效，没有使用。` : `${left} more settings are not valid.`;
  return [...bad.slice(0, MOST_TOLD).map((each) => describeOne(each, locale)), ...(left > 0 ? [more] : [])];
}

function describeOne({ name, value, expected, used }: BadSetting, locale: Locale): string {
  const written = shortJson(value);
  return locale === 'zh'
    ? `设置 ${name} 的值 ${written} 无效，应为 ${expected}；已按默认值 ${used} 处理。`
    : `Setting ${name}: ${written} is not valid, expected ${expected}; using ${used}.`;
}

/** As much of a value as a message has room for; what is nested deeper than the program's stack is left out. */
function shortJson(value: unknown): string {
  try {
    const json = JSON.stringify(value);
    return json.length > 60 ? `${json.slice(0, 60)}…` : json;
  } catch {
    return '…';
  }
}
