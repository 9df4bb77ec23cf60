import { match } from 'node:assert/strict';
import iconv from 'iconv-lite';
import { scene } from '../harness/stage.mjs';
import { GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const BAD = withCell(GOOD, RECEIVED, TOTAL, '176');

describe('a report in another encoding', () => {
  it('says so when it shows as garbage, and is opened again as what it is', () =>
    scene({ openFile: 'gbk.txt', files: { 'gbk.txt': iconv.encode(BAD, 'gb18030') } }, async ({ workbench }) => {
      const { page } = workbench;
      match((await workbench.notifications()).join(), /gbk\.txt is an annual report in GB18030/);
      await workbench.waitForStatus(/Reopen as GB18030/);
      await page.locator('.notifications-toasts').getByRole('button', { name: 'Reopen as GB18030' }).click();
      await workbench.waitForStatus(/Report\s+2/);
      match(await workbench.text(), /柳河镇人民政府/);
      await page.locator('.statusbar-item', { hasText: 'Reopen as' }).waitFor({ state: 'hidden' });
    }));

  it('also when the editor takes every file for GBK and this one is in UTF-8', () => {
    const server = { settings: { 'files.encoding': 'gbk' } };
    return scene({ openFile: 'utf8.txt', files: { 'utf8.txt': BAD }, server }, async ({ workbench }) => {
      await workbench.waitForStatus(/Reopen as UTF-8/);
      await workbench.page.locator('.statusbar-item', { hasText: 'Reopen as UTF-8' }).click();
      await workbench.waitForStatus(/Report\s+2/);
    });
  });
});
