import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { ruleSettings, ruleTitles } from '../../server/src/project/manifest.ts';
import { configJsonSchema } from '../../server/src/project/schema.ts';
import { readJson } from './sources.ts';

const [contributed] = manifest.contributes.jsonValidation;
const schema = readJson(contributed?.url ?? '') as { properties: { rules: { properties: Record<string, object> } } };

test('the schema that ships is the one that the program reads by; `npm run schema` writes it', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  expect(contributed?.fileMatch).toBe('.zfxxgk.json');
});

test('the manifest lists the rules as the program does; `npm run schema` writes them', () => {
  expect(manifest.contributes.configuration.properties['zfxxgk.rules'].properties).toEqual(ruleSettings());
  expect(readJson('package.nls.json')).toMatchObject(ruleTitles('en'));
  expect(readJson('package.nls.zh-cn.json')).toMatchObject(ruleTitles('zh'));
});

describe('it tells an editor', () => {
  const ajv = new Ajv({ strict: false });
  const check = ajv.compile(schema);
  const entry = { path: 'a.txt', code: 'row-total', fingerprint: '1f', reason: '' };

  test.each([
    {},
    { $schema: './zfxxgk.schema.json', rules: { 'row-total': 'off' }, ignore: ['a/**'], dismissed: [entry] },
    { dismissed: [{ ...entry, message: '…', by: '某某' }] },
    { profile: { sections: { 1: { most: 1000, mentions: ['政策解读'] } }, signedBy: '01-31', copiedShare: 50 } },
  ])('%j is good', (value) => {
    expect(check(value)).toBe(true);
  });

  test.each([
    [],
    { rule: {} },
    { rules: { 'row-total': 'fatal' } },
    { rules: { sum: 'off' } },
    { ignore: ['!a'] },
    { ignore: [''] },
    { profile: { sections: { 7: { most: 1000 } } } },
    { profile: { signedBy: '31-01' } },
    { profile: { copiedShare: 0.6 } },
    { dismissed: [{ path: 'a.txt' }] },
  ])('%j is not', (value) => {
    expect(check(value)).toBe(false);
  });

  test('what each rule is, in Chinese', () => {
    const described = Object.entries(schema.properties.rules.properties);
    expect(described.map(([code]) => code)).toEqual([...RULE_CODES]);
    for (const [, rule] of described) expect(rule).toMatchObject({ description: expect.stringMatching(/[一-鿿]/) });
  });
});
