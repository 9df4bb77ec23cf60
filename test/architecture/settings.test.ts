import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import manifest from '../../package.json';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { readSettings, SETTINGS } from '../../server/src/lsp/settings.ts';
import { SEVERITIES } from '../../server/src/project/schema.ts';
import { severities } from '../support/analysis.ts';

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
/** Read by the language client itself. */
const CLIENT_ONLY = ['zfxxgk.trace.server'];

type Parts = Parameters<typeof severities>[0];

const LAST_YEAR = '砚泠市档案局 2023年政府信息公开工作年度报告';
const DIARY = '（一）主动公开。年初补登旧档目录，年中开放库房参观，秋季举办印章展。'.repeat(4);

/** For each rule a report that shows it as it usually is; the marks are left out. */
const SHOWN: Readonly<Record<(typeof RULE_CODES)[number], Parts>> = {
  'row-total': { three: '（一）予以公开 | 8 0 0 0 4 0 13' },
  'outcome-total': { three: '（七）总计 | 11 1 0 0 4 1 16' },
  'carry-balance': { three: '四、结转下年度继续办理 | 2 0 0 0 0 0 2' },
  'review-total': { four: ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1' },
  'cell-suspect': { three: '（一）予以公开 | 9 0 0 0 4 0 12' },
  'section-missing': { headings: { 6: undefined } },
  'section-order': { headings: { 5: '六、其他需要报告的事项', 6: '五、存在的主要问题及改进情况' } },
  'section-numbering': { headings: { 6: '6、其他需要报告的事项' } },
  'aspect-missing': { one: '（一）主动公开。逐月登记。' },
  'table-missing': { four: '' },
  'table-unreadable': { raw: { 4: '[TABLE]' } },
  'row-missing': { three: '2.重复申请 |' },
  'row-order': { three: '2.重复申请 |\n+3.要求提供公开出版物 / 2.重复申请 | 0 0 0 0 0 0 0' },
  'row-unknown': { three: '+2.重复申请 / 9.莫名来件 | 0 0 0 0 0 0 0' },
  'cell-missing': { three: '2.重复申请 | 0 0 0 0 0 0' },
  'cell-extra': { three: '2.重复申请 | 0 0 0 0 0 0 0 0' },
  'cell-blank': { three: '2.重复申请 | 0 0 _ 0 0 0 0' },
  'cell-invalid': { three: '2.重复申请 | 0 -1 0 0 0 0 0' },
  'form-outdated': {
    three: [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 |',
      '3.其他 => （六）其他处理 | 0 0 0 0 0 0 0',
    ].join('\n'),
  },
  'prose-mismatch': { one: '收到政府信息公开申请15件。' },
  'parts-mismatch': { one: '发布信息96条，其中动态类50条、其他9条。' },
  'ratio-mismatch': { one: '收到政府信息公开申请14件，其中自然人9件，占70%。' },
  'year-mismatch': { one: '2023年，收到政府信息公开申请14件。' },
  'fee-statement-missing': { six: '没有其他事项。' },
  contradiction: { one: '收到政府信息公开申请14件，均已答复。' },
  'carryover-mismatch': { before: { title: LAST_YEAR, three: '四、结转下年度继续办理 | 9 0 0 0 0 0 9' } },
  'documents-mismatch': { before: { title: LAST_YEAR } },
  'copied-text': { one: DIARY, before: { title: LAST_YEAR, one: DIARY } },
};

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
    const own = severities({ layout: 'tsv', ...SHOWN[code] }).filter((found) => found.startsWith(`${code} `));
    expect(new Set(own)).toEqual(new Set([`${code} ${RULES[code]?.default}`]));
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
