// The workbench in a person's words. Every method waits for what it caused to be seen; none waits for time to pass.
// The selectors hold from VS Code 1.100 to 1.139.
import { Panels } from './panels.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {'error' | 'warning' | 'info' | 'hint'} Severity */
/** A place in a text as the editor shows it: both count from 1. @typedef {{ line: number, column: number }} Place */

const HOVER = '.monaco-hover:not(.hidden) .hover-contents';
const ACTIONS = '.action-widget:has(.actionList)';

/**
 * The end of an editor's data-uri for a file: percent-encoded as VS Code's Uri does it.
 * @param {string} file
 */
function uriEnd(file) {
  const percent = (/** @type {string} */ char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return `/${file.split('/').map(encodeURIComponent).join('/')}`.replace(/[!'()*]/g, percent);
}

export class Workbench extends Panels {
  /**
   * The editor of a file, or whichever is active.
   * @param {string} [file] relative to the folder
   * @returns {Locator}
   */
  editor(file) {
    if (!file) return this.page.locator('.editor-group-container.active .monaco-editor[data-uri]').first();
    return this.page.locator(`.monaco-editor[data-uri$="${uriEnd(file)}"]`).first();
  }

  /**
   * The lines that are drawn: of a long file those in view only, and not in order.
   * @param {string} [file]
   */
  lines(file) {
    return this.editor(file).locator('.view-line');
  }

  /**
   * The text in view, from top to bottom.
   * @param {string} [file]
   */
  async text(file) {
    const lines = await this.lines(file).evaluateAll((all) =>
      all
        .map((line) => ({
          top: Number.parseFloat(/** @type {HTMLElement} */ (line).style.top),
          text: line.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top)
        .map((line) => line.text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
  }

  /**
   * Opens a file by Ctrl+P.
   * @param {string} file
   * @param {string} [folder] absolute; without it the file is searched for
   */
  async openFile(file, folder) {
    await this.page.keyboard.press('Control+p');
    await this.page.locator('.quick-input-widget input').fill(folder ? `${folder}/${file}` : file);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: file.slice(file.lastIndexOf('/') + 1) })
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.lines(file).first().waitFor();
  }

  /**
   * Puts the caret at a place and the focus in the active editor, by Ctrl+G and then the arrow: whether Ctrl+G counts
   * a tab as one column or as several depends on VS Code's age.
   * @param {Place} place
   */
  async goTo({ line, column }) {
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`:${line}:1`);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
    // The bar counts a tab as so many columns, so only its line can be compared.
    const bar = this.page.locator('[id="status.editor.selection"]', { hasText: new RegExp(`^\\D*${line}\\D`) });
    await bar.waitFor();
    for (let at = 1; at < column; at++) await this.page.keyboard.press('ArrowRight');
  }

  /**
   * Types at a place, over so many of the characters that stand there.
   * @param {Place} place
   * @param {string} text
   * @param {number} [over] how many characters to select first
   */
  async typeAt(place, text, over = 0) {
    await this.goTo(place);
    for (let i = 0; i < over; i++) await this.page.keyboard.press('Shift+ArrowRight');
    await this.page.keyboard.type(text);
  }

  /** Saves the active file, and waits until its tab is no longer marked as changed. */
  async save() {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.editor-group-container.active .tab.active.dirty').waitFor({ state: 'detached' });
  }

  /**
   * The squiggles in view.
   * @param {Severity} severity
   * @param {string} [file]
   */
  squiggles(severity, file) {
    return this.editor(file).locator(`.squiggly-${severity}`);
  }

  /**
   * Waits until there is a squiggle.
   * @param {Severity} severity
   * @param {{ file?: string, timeout?: number }} [options]
   * @returns {Promise<Locator>} the first one
   */
  async waitForSquiggle(severity, { file, timeout = 20_000 } = {}) {
    const first = this.squiggles(severity, file).first();
    await first.waitFor({ timeout });
    return first;
  }

  /**
   * Waits until there is no squiggle of that severity.
   * @param {Severity} severity
   * @param {{ file?: string, timeout?: number }} [options]
   */
  async waitForNoSquiggle(severity, { file, timeout = 20_000 } = {}) {
    await this.squiggles(severity, file).first().waitFor({ state: 'detached', timeout });
  }

  /**
   * Moves the mouse over something in the editor and reads the hover.
   * @param {Locator} target such as a squiggle
   * @param {string} [containing] see readHover
   */
  async hover(target, containing) {
    const move = async () => {
      const box = await this.boxOf(target);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 - 4];
      // A single jump is taken for the end of a drag; two steps are a moving mouse.
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y);
    };
    await move();
    // A lens or a hint that comes in just then moves the text away from under the mouse.
    return this.readHover(containing, 5000).catch(async () => {
      await this.page.mouse.move(0, 0);
      await move();
      return this.readHover(containing);
    });
  }

  /**
   * Where something is on the screen. The editor draws its marks anew whenever its size changes; between two drawings
   * there is none.
   * @param {Locator} target
   */
  async boxOf(target) {
    for (let tries = 0; tries < 100; tries++) {
      const box = await target.boundingBox({ timeout: 5000 });
      if (box) return box;
      await this.page.waitForTimeout(50);
    }
    throw new Error('nothing to hover over: the target is out of view');
  }

  /**
   * Shows the hover of a place, by Ctrl+K Ctrl+I, and reads it.
   * @param {Place} place
   * @param {string} [containing] see readHover
   */
  async hoverAt(place, containing) {
    await this.goTo(place);
    const press = async () => {
      await this.page.keyboard.press('Control+k');
      await this.page.keyboard.press('Control+i');
    };
    await press();
    // A lens that comes into view moves the lines, and VS Code takes away a hover when they move.
    return this.readHover(containing, 5000).catch(async () => {
      await press();
      return this.readHover(containing);
    });
  }

  /**
   * The hover's text, all parts of it. The finding's part may come before the server's answer does, so whoever is
   * after the latter says what it contains.
   * @param {string} [containing]
   * @param {number} [timeout] in milliseconds
   */
  async readHover(containing = '', timeout = 30_000) {
    await this.page.locator(HOVER, { hasText: containing }).first().waitFor({ timeout });
    return (await this.page.locator(HOVER).allInnerTexts()).join('\n');
  }

  /**
   * Opens the menu of Ctrl+. at a place.
   * @param {Place} place
   * @returns {Promise<string[]>} the titles of its actions, in order
   */
  async quickFixes(place) {
    await this.goTo(place);
    const items = this.page.locator(`${ACTIONS} .monaco-list-row.action`);
    const opened = (timeout = 5000) => items.first().waitFor({ timeout });
    const press = () => this.page.keyboard.press('Control+.');
    await press();
    // Now and then a busy machine answers the first press with “No code actions available”; a person presses again.
    await opened().catch(press);
    await opened(30_000);
    return items.allInnerTexts();
  }

  /**
   * Opens the menu at a place and takes an action, by the keys.
   * @param {Place} place
   * @param {string} title a part of the action's title
   */
  async applyQuickFix(place, title) {
    const titles = await this.quickFixes(place);
    const index = titles.findIndex((one) => one.includes(title));
    if (index < 0) throw new Error(`no quick fix “${title}” among: ${titles.join(' | ')}`);
    for (let i = 0; i < index; i++) await this.page.keyboard.press('ArrowDown');
    await this.page.locator(`${ACTIONS} .monaco-list-row.action.focused`, { hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(ACTIONS).waitFor({ state: 'hidden' });
  }

  /** Saves all, closes every editor and the panel and takes away the messages: the window is as at its start. */
  async tidy() {
    const { keyboard } = this.page;
    const panel = this.page.locator('.part.panel');
    await keyboard.press('Escape');
    await this.command('File: Save All Files');
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    await this.command('View: Close All Editors');
    await this.page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
    if (await panel.isVisible()) await keyboard.press('Control+j');
    await panel.waitFor({ state: 'hidden' });
    await this.command('Notifications: Clear All Notifications');
    await this.page.locator('.notification-list-item').first().waitFor({ state: 'hidden' });
  }
}
