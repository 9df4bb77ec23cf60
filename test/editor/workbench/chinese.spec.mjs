import { equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, PERSONS, SECRET, TOTAL, withCell } from './places.mjs';

describe('in Chinese', () => {
  it('messages, hover, fixes, commands and status bar speak Chinese', () => {
    const bad = withCell(GOOD, SECRET, PERSONS, '11');
    const server = { language: 'zh-cn' };
    return scene({ openFile: '年报.txt', files: { '年报.txt': bad }, server }, async ({ workbench, folder }) => {
      await workbench.waitForStatus(/年报\s+3/);
      const problems = (await workbench.problems('差 3')).join('\n');
      match(
        problems,
        /“1\.属于国家秘密·自然人”写 11，应为 8，差 3[\s\S]*“1\.属于国家秘密”行总计写 14，各项相加得 17，差 3/,
      );

      const total = cell(bad, SECRET, TOTAL);
      match(await workbench.hoverAt(total, '✗'), /17[\s\S]*写的是 14，差 3/);
      await workbench.page.keyboard.press('Escape');

      const titles = await workbench.quickFixes(total);
      ok(titles[0]?.startsWith('改正“1.属于国家秘密·自然人”：11 → 8'), titles.join(' | '));
      ok(titles.some((title) => title.startsWith('重算本表全部总计')));
      await workbench.page.keyboard.press('Enter');
      await workbench.waitForStatus(/年报\s+✓/);
      await workbench.save();
      equal(await readFile(`${folder}/年报.txt`, 'utf8'), GOOD);

      await workbench.command('政府信息公开年报: 重算全部总计');
      match((await workbench.notifications()).join(), /全部总计均与各项之和相符/);
    });
  });
});
