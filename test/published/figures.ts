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
    years: share(reports, ({ page, year }) => page.year === year),
    organs: share(reports, ({ page, organ }) => page.organ === organ),
    compared: share(claims, ({ state }) => state === 'compared'),
    alarms: reports.reduce((sum, { alarms }) => sum + alarms.length, 0),
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): Share {
  return [items.filter(holds).length, items.length];
}
