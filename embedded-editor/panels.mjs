// The workbench around the editor: commands, Problems, outline, status bar, messages, pictures.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

export class Panels {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** What the page itself complained about, for the report of a failure. @type {string[]} */
    this.complaints = [];
    page.on('pageerror', (error) => this.complain(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complain(message.text());
    });
  }

  /** @param {string} text its first line tells enough; native modules that were not built are no news */
  complain(text) {
    const [line = ''] = text.split('\n');
    if (!line.includes('bindings file')) this.complaints.push(line);
  }

  /**
   * Runs a command from the palette.
   * @param {string} title as the palette shows it, category included
   */
  async command(title) {
    await this.startCommand(title);
    await this.page.locator('.quick-input-widget input').waitFor({ state: 'hidden' });
  }

  /**
   * Runs a command that itself asks something where the palette was.
   * @param {string} title as the palette shows it, category included
   */
  async startCommand(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await input.press('Enter');
  }

  /**
   * Chooses something in the menu of a file in the explorer.
   * @param {string} file its name
   * @param {string} title of the item
   */
  async chooseInExplorer(file, title) {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file });
    const item = this.page.locator('.context-view .action-label', { hasText: title }).first();
    // Right after the start VS Code has not read yet what extensions add to its menus.
    for (let tries = 0; tries < 10 && !(await item.isVisible()); tries++) {
      await this.page.keyboard.press('Escape');
      await row.click({ button: 'right' });
      await item.waitFor({ timeout: 2000 }).catch(() => {});
    }
    // In the first tenth of a second a menu does not hear the mouse, lest the click that opened it choose something.
    for (let tries = 0; tries < 10 && (await item.isVisible()); tries++) {
      await item.click({ timeout: 2000 }).catch(() => {});
      await item.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => {});
    }
  }

  /** Shows Problems, by Ctrl+Shift+M where it is not to be seen yet: the same keys would hide it. */
  async showProblems() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+m');
    await panel.waitFor();
    return panel;
  }

  /**
   * The rows of Problems, files and findings, once a row with that text is among them.
   * @param {string} [containing]
   */
  async problems(containing = '') {
    const rows = (await this.showProblems()).locator('.monaco-list-row');
    await rows.filter({ hasText: containing }).first().waitFor();
    return rows.allInnerTexts();
  }

  /** The rows of the outline in view, once there are any. */
  async outline() {
    const rows = this.page.locator('.outline-tree .monaco-list-row');
    if (!(await rows.first().isVisible())) await this.command('Explorer: Focus on Outline View');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The texts of the status bar's items, from left to right. */
  async statusBar() {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }

  /**
   * Waits for a status bar item.
   * @param {string | RegExp} text
   * @returns {Promise<string>} the whole text of the item
   */
  async waitForStatus(text) {
    const item = this.page.locator('.statusbar-item', { hasText: text }).first();
    await item.waitFor();
    const [whole = ''] = await item.allInnerTexts();
    return whole.trim();
  }

  /**
   * The messages, once there is one: in the corner or, where VS Code keeps quiet ones back from there, behind the bell.
   * What VS Code says of a slow start is none.
   */
  async notifications() {
    const ours = { hasNotText: /^(?:Activating Extensions|正在激活扩展)/ };
    const toasts = this.page.locator('.notifications-toasts .notification-list-item-message').filter(ours);
    const bell = this.page.locator('[id="status.notifications"]');
    await toasts.or(bell.locator('.codicon-bell-dot')).first().waitFor();
    if (await toasts.first().isVisible()) return toasts.allInnerTexts();
    await bell.click();
    const all = this.page.locator('.notification-list-item-message:visible').filter(ours);
    await all.first().waitFor();
    return all.allInnerTexts();
  }

  /**
   * A picture of the window.
   * @param {string} path where the .png goes
   * @param {number} [height] how much of it, from the top; all by default
   */
  async screenshot(path, height) {
    await this.page.evaluate(() => document.fonts.ready);
    const size = this.page.viewportSize();
    const clip = size && height ? { clip: { x: 0, y: 0, width: size.width, height } } : {};
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide', ...clip });
  }

  /** Ends the page and its storage. */
  async close() {
    await this.page.context().close();
  }
}
