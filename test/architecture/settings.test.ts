import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import manifest from '../../package.json';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { readSettings, SETTINGS } from '../../server/src/lsp/settings.ts';
import { SEVERITIES } from '../../server/src/project/schema.ts';
import { severities } from '../support/analysis.ts';
import { FAULTS } from '../support/faults.ts';

/** What the manifest says of one setting; only the parts that the server must agree with. */
interface Property {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: string };
  readonly default: unknown;
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly additionalProperties?: boolean;
}

const PROPERTIES = manifest.contributes.configuration.properties as Readonly<Record<string, Property>>;
const RULES = PROPERTIES['zfxxgk.rules']?.properties ?? {};
/** Read by the language client itself, and by our own. */
const CLIENT_ONLY = ['zfxxgk.trace.server', 'zfxxgk.files.untitledLanguageMode', 'zfxxgk.tabBetweenCells'];

test('the manifest offers exactly the settings that the server reads', () => {
  const read = [...Object.keys(SETTINGS), 'rules'].map((name) => `zfxxgk.${name}`);
  expect(Object.keys(PROPERTIES).sort()).toEqual([...read, ...CLIENT_ONLY].sort());
});

describe.each(Object.entries(SETTINGS))('zfxxgk.%s', (name, { schema, default: fallback }) => {
  const property = PROPERTIES[`zfxxgk.${name}`];

  test('has the default that the server uses', () => {
    expect(property?.default).toEqual(fallback);
    expect(z.safeParse(schema as z.ZodMiniType, property?.default).success).toBe(true);
  });

  test('is of the type and has the values that the server takes', () => {
    const { type, enum: values, items } = z.toJSONSchema(schema as z.ZodMiniType) as unknown as Property;
    expect([property?.type, property?.enum, property?.items]).toEqual([type, values, items]);
  });
});

describe('zfxxgk.rules', () => {
  test('lists every rule and no other', () => {
    expect(Object.keys(RULES).sort()).toEqual([...RULE_CODES].sort());
    expect(PROPERTIES['zfxxgk.rules']).toMatchObject({ type: 'object', default: {}, additionalProperties: false });
  });

  test.each(RULE_CODES)('%s has the severities that the server takes, and as default that of its findings', (code) => {
    expect(RULES[code]).toMatchObject({ type: 'string', enum: [...SEVERITIES] });
    const own = severities({ layout: 'tsv', ...FAULTS[code] }).filter((found) => found.startsWith(`${code} `));
    // What is off by default has a level of its own when it is asked for.
    const level = RULES[code]?.default === 'off' ? 'information' : RULES[code]?.default;
    expect(new Set(own)).toEqual(new Set([`${code} ${level}`]));
  });

  test('the defaults of the manifest written out are no bad setting', () => {
    const rules = Object.fromEntries(Object.entries(RULES).map(([code, { default: value }]) => [code, value]));
    const flat = Object.entries(PROPERTIES).map(([name, { default: value }]) => [name.replace('zfxxgk.', ''), value]);
    expect(readSettings({ ...Object.fromEntries(flat), rules }).bad).toEqual([]);
  });
});

test('every value of a setting is described', () => {
  const withValues = [...Object.entries(PROPERTIES), ...Object.entries(RULES)].filter(([, { enum: values }]) => values);
  expect(withValues.length).toBeGreaterThan(RULE_CODES.length);
  for (const [name, { enum: values, enumDescriptions }] of withValues)
    expect(enumDescriptions?.length, name).toBe(values?.length);
});
