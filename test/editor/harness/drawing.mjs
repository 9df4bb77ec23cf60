// The view that shows a drawn report, seen from outside.

/** @typedef {import('../../../embedded-editor/workbench.mjs').Workbench['page']} Page */

/** @param {Page} page */
const frameOf = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** The page inside the frames that VS Code puts around a view. @param {Page} page */
export const drawingOf = (page) => frameOf(page).locator('article');

/** What switches the numbers of the year before. @param {Page} page */
export const toggleOf = (page) => frameOf(page).locator('#before');

/**
 * Presses a key in the text and waits until the drawing has, or has no longer, a wrong cell.
 * @param {Page} page
 * @param {string} key
 * @param {boolean} wrong
 * @returns {Promise<number>} milliseconds from the key press, as the browser stamped it, to the frame that shows it
 */
export async function pressAndSee(page, key, wrong) {
  // The clocks of the two pages begin at different times; what is added makes them one.
  const pressed = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('keydown', ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), {
          capture: true,
          once: true,
        });
      }),
  );
  const shown = drawingOf(page).evaluate(
    (article, expected) =>
      new Promise((resolve) => {
        const look = () => {
          if ((article.querySelector('td.wrong') !== null) !== expected) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(article, { childList: true, subtree: true, attributes: true });
      }),
    wrong,
  );
  // Both pages answer in order: when this one is answered they watch.
  await Promise.all([page.evaluate(() => 0), drawingOf(page).evaluate(() => 0)]);
  await page.keyboard.press(key);
  return Number(await shown) - Number(await pressed);
}
