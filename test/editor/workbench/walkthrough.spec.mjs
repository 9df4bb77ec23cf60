import { scene } from '../harness/stage.mjs';
import { GOOD } from './places.mjs';

describe('the walkthrough', () => {
  it('opens the example, shows its error, mends it, knows one’s own report; each step is ticked off', () =>
    scene({ files: { 'own.txt': GOOD }, viewport: { width: 1500, height: 900 } }, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.startCommand('Welcome: Open Walkthrough');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Get Started with Annual Reports' })
        .waitFor();
      await page.keyboard.type('Get Started with Annual Reports');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Annual Reports' }).waitFor();
      await page.keyboard.press('Enter');
      const step = (/** @type {string} */ title) => page.locator('.getting-started-step', { hasText: title });
      const done = (/** @type {string} */ title) =>
        step(title).locator('.codicon-getting-started-step-checked').waitFor();
      const press = async (/** @type {string} */ title, /** @type {string} */ name) => {
        const button = step(title).getByRole('button', { name });
        if (!(await button.isVisible())) {
          await step(title).click();
          await step(title).and(page.locator(':focus')).waitFor();
        }
        await button.click();
      };
      await step('Open an example').waitFor();
      await page.locator('.getting-started-media img').first().waitFor();
      await press('Open an example', 'Open the Example');
      await workbench.waitForStatus(/Report\s+3/);
      await done('Open an example');

      await press('See the error', 'Go to the First Problem');
      await page.locator('.marker-widget').waitFor();
      await done('See the error');

      await press('Fix it', 'Open the Quick Fixes');
      await page.locator('.action-widget .monaco-list-row.action.focused', { hasText: '8 → 3' }).waitFor();
      await page.keyboard.press('Enter');
      await workbench.waitForStatus(/Report\s+✓/);
      await done('Fix it');

      await workbench.openFile('own.txt');
      await done('Check your own report');
    }));
});
