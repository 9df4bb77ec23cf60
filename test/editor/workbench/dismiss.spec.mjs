import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const bad = withCell(GOOD, RECEIVED, TOTAL, '176');
const total = cell(bad, RECEIVED, TOTAL);

describe('Dismiss this finding…', () => {
  it('asks for the reason, records it beside the reports, and the finding is gone', () =>
    scene({ openFile: 'draft.txt', files: { 'draft.txt': bad } }, async ({ workbench, folder }) => {
      /** What is recorded; undefined while there is no such file, and while it is being written. */
      const record = () =>
        readFile(`${folder}/.zfxxgk.json`, 'utf8')
          .then((text) => JSON.parse(text))
          .catch(() => undefined);
      const { keyboard } = workbench.page;
      const input = workbench.page.locator('.quick-input-widget input[type=text]');
      await workbench.waitForStatus(/Report\s+2/);
      const titles = await workbench.quickFixes(total);
      ok(titles.includes('Dismiss this finding… (row-total)'), titles.join(' | '));
      await keyboard.press('Escape');

      await workbench.applyQuickFix(total, 'Dismiss this finding');
      await input.waitFor();
      await keyboard.press('Escape');
      await input.waitFor({ state: 'hidden' });
      equal(await record(), undefined);

      await workbench.applyQuickFix(total, 'Dismiss this finding');
      await input.waitFor();
      await keyboard.type('as published');
      await keyboard.press('Enter');
      await workbench.waitForStatus(/Report\s+1/);
      // The client saves it once the edit is made, which nothing on the screen tells.
      while (!(await record())) await workbench.page.waitForTimeout(20);
      const { dismissed, ...others } = await record();
      deepEqual(others, {});
      equal(dismissed.length, 1);
      const [{ path, code, reason, message }] = dismissed;
      deepEqual([path, code, reason], ['draft.txt', 'row-total', 'as published']);
      ok(message.includes('176'), message);

      // It is listed with its reason, and reported again when it is chosen there.
      await workbench.startCommand('Annual Report: Show Dismissed');
      const listed = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'as published' });
      await listed.waitFor();
      match(await listed.innerText(), /176[\s\S]*row-total[\s\S]*as published/);
      await listed.click();
      await workbench.waitForStatus(/Report\s+2/);
      while ((await record())?.dismissed?.length !== 0) await workbench.page.waitForTimeout(20);
      await workbench.command('Annual Report: Show Dismissed');
      match((await workbench.notifications()).join(), /Nothing is dismissed/);

      // Other numbers are another finding.
      await workbench.typeAt(total, '177', 3);
      await workbench.waitForStatus(/Report\s+2/);
    }));
});
