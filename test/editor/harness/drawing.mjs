/**
 * The page inside the frames that VS Code puts around a view.
 * @param {import('../../../embedded-editor/workbench.mjs').Workbench['page']} page
 */
export function drawingOf(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('article');
}
