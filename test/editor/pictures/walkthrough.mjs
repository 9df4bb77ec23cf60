// The pictures of the walkthrough, small: they ship with the extension.
import { ROOT } from '../../../embedded-editor/paths.mjs';
import { takeSmall } from './palette.mjs';

/** @typedef {import('../../../embedded-editor/workbench.mjs').Workbench} Workbench */

export const SMALL = { width: 900, height: 340 };
/** The tables have a window of their own beside the text. */
const WIDE = { width: 1560, height: 460 };

/** @param {Workbench} workbench @param {string} name @param {Parameters<typeof takeSmall>[2]} [clip] */
async function take({ page }, name, clip = SMALL) {
  await takeSmall(page, `${ROOT}walkthrough/${name}.png`, clip);
  console.log(`walkthrough/${name}.png`);
}

/**
 * @param {Workbench} workbench with the example in it
 * @param {import('../../../embedded-editor/workbench.mjs').Place} wrong the cell with the slip
 */
export async function takeWalkthrough(workbench, wrong) {
  const { page } = workbench;
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await workbench.goTo(wrong);
  await workbench.waitForStatus(/年报\s+3/);
  await workbench.waitForSquiggle('error');
  await take(workbench, 'open');

  await page.keyboard.press('F8');
  await page.locator('.marker-widget').waitFor();
  await take(workbench, 'see');
  await page.keyboard.press('Escape');
  await page.locator('.marker-widget').waitFor({ state: 'detached' });

  await workbench.quickFixes(wrong);
  await take(workbench, 'fix');
  await page.keyboard.press('Escape');

  await page.setViewportSize(WIDE);
  await workbench.command('政府信息公开年报: 画出表格');
  const drawing = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('article');
  const cell = drawing.locator('td.wrong').first();
  await cell.waitFor();
  await cell.scrollIntoViewIfNeeded();
  await take(workbench, 'own', { x: WIDE.width / 2, width: WIDE.width / 2, height: WIDE.height });
}
