import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Prints pages of HTML as PDF. */
export interface Printer {
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** As much of playwright as is needed; it belongs to the editor tests and need not be installed. */
interface Browser {
  readonly newPage: () => Promise<{
    readonly setContent: (html: string) => Promise<void>;
    readonly pdf: (options: object) => Promise<Uint8Array>;
  }>;
  readonly close: () => Promise<void>;
}
interface Playwright {
  readonly chromium: { readonly launch: (options: object) => Promise<Browser> };
}

const MARGINS = { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' };

/**
 * Starts the Chromium of the editor tests.
 *
 * @param root the repository
 * @returns undefined where it is not installed
 */
export async function startPrinter(root: string): Promise<Printer | undefined> {
  try {
    const entry = createRequire(join(root, 'embedded-editor', 'package.json')).resolve('playwright-core');
    const loaded: { default?: Playwright } & Partial<Playwright> = await import(pathToFileURL(entry).href);
    const chromium = loaded.chromium ?? loaded.default?.chromium;
    const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
    const browser = await chromium?.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const page = await browser?.newPage();
    if (!browser || !page) return undefined;
    return {
      print: async (html) => {
        await page.setContent(html);
        return page.pdf({ format: 'A4', margin: MARGINS, scale: 0.6 });
      },
      close: () => browser.close(),
    };
  } catch {
    return undefined;
  }
}
