import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allBundles } from '../../scripts/bundles.mjs';
import { bundledPackages, notices } from '../../scripts/notices.mjs';
import { ROOT } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-notices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let packages: string[] = [];
beforeAll(async () => {
  const shipped = allBundles({ production: true });
  const built = await Promise.all(shipped.map((bundle) => build({ ...bundle, absWorkingDir: ROOT, write: false })));
  packages = bundledPackages(built.flatMap(({ metafile }) => metafile ?? []));
});

describe('the packages in the bundles that ship', () => {
  test('are found, also those that others bring along', () => {
    expect(packages).toEqual(expect.arrayContaining(['node_modules/zod', 'node_modules/pdfjs-dist']));
    expect(packages.some((each) => each.startsWith('node_modules/vscode-languageserver-'))).toBe(true);
    expect(packages).not.toContain('node_modules/fast-check');
  });

  test('have licences that allow it, whose texts are in the notices', () => {
    const text = notices(ROOT, packages);
    for (const each of packages) {
      const { name, version } = JSON.parse(readFileSync(join(ROOT, each, 'package.json'), 'utf8'));
      expect(text).toContain(`\n${name} ${version} (`);
    }
    expect(text.match(/Permission (?:is hereby granted|to use)|Apache License/g)?.length).toBeGreaterThan(5);
  });

  test.each([
    ['GPL-3.0', 'LICENSE', 'GPL-3.0 is not one of'],
    [undefined, 'LICENSE', 'undefined is not one of'],
    ['MIT', 'readme.md', 'without the text of its licence'],
  ])('one of licence %s with %s is refused', (license, file, words) => {
    const place = join(folder, 'node_modules', `${license}-${file}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'x', version: '1.0.0', license }));
    writeFileSync(join(place, file), 'words');
    expect(() => notices(folder, [`node_modules/${license}-${file}`])).toThrow(words);
  });
});
