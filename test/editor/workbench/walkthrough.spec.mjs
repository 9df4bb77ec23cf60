import { scene } from '../harness/stage.mjs';
import { GOOD } from './places.mjs';

describe('the walkthrough', () => {
  it('opens the example and shows its error; both steps are ticked off', () =>
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
        // The step that follows opens by itself.
        await button.waitFor({ timeout: 3000 }).catch(() => step(title).click({ timeout: 5000 }));
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
      await page.keyboard.press('Escape');
    }));
});
