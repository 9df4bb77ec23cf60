import type { Measured } from './measure.ts';

/** How many, of how many. */
type Share = readonly [part: number, whole: number];

export interface Figures {
  readonly recognised: Share;
  readonly years: Share;
  readonly organs: Share;
  readonly compared: Share;
  readonly alarms: number;
}

export function figuresOf(pages: readonly Measured[]): Figures {
  const reports = pages.filter(({ page }) => page.isReport);
  const claims = reports.flatMap((report) => report.claims);
  return {
    recognised: share(pages, ({ recognised }) => recognised),
    // Where a page does not say it, nothing is the right answer.
    years: share(reports, ({ page, year }) => year === (page.text.includes(`${page.year}`) ? page.year : undefined)),
    organs: share(reports, ({ page, organ }) => organ === (page.text.includes(page.organ) ? page.organ : '')),
    compared: share(claims, ({ state }) => state === 'compared'),
    alarms: reports.reduce((sum, { alarms }) => sum + alarms.length, 0),
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): Share {
  return [items.filter(holds).length, items.length];
}
