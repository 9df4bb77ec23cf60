import { endLine, type Page, put, putLine, putLines, wrap } from './page.ts';
import type { Style } from './style.ts';

/** How what stands around the tables is written. */
export interface Frame {
  /** What the text begins and ends with. */
  readonly putStart: (page: Page) => void;
  readonly putEnd: (page: Page) => void;
  readonly putTitle: (page: Page, text: string) => void;
  /** The heading of one of the six sections, counted from zero. */
  readonly putHeading: (page: Page, text: string, section: number) => void;
  /** The heading of an aspect, and its text behind or below it. */
  readonly putAspect: (page: Page, heading: string, text: string) => void;
  readonly putParagraph: (page: Page, text: string) => void;
  readonly putGap: (page: Page) => void;
}

const nothing = () => undefined;

/** The heading and the text of an aspect, which may go on behind the heading. */
function paragraphs(heading: string, text: string, { aspectEnd }: Style): string[] {
  return aspectEnd === 'line' ? [heading, text] : [heading + aspectEnd + text];
}

/** Plain text, a paragraph on a line. */
export function textFrame(style: Style): Frame {
  return {
    putStart: nothing,
    putEnd: nothing,
    putTitle: putLine,
    putHeading: putLine,
    putAspect: (page, heading, text) => putLines(page, paragraphs(heading, text, style)),
    putParagraph: putLine,
    putGap: endLine,
  };
}

/** Real Markdown files mix ranks: `##` for 二, `###` for 三 and `####` from 四 on. */
function sectionMark(section: number, { mixedHeadings }: Style): string {
  return '#'.repeat(mixedHeadings && section >= 2 ? Math.min(section + 1, 4) : 2);
}

export function markdownFrame(style: Style): Frame {
  return {
    ...textFrame(style),
    putTitle: (page, text) => putLine(page, `# ${text}`),
    putHeading: (page, text, section) => putLine(page, `${sectionMark(section, style)} ${text}`),
    // A Markdown heading ends with its line, so there the text can only follow below.
    putAspect: (page, heading, text) => putLines(page, [`### ${heading}`, text]),
  };
}

/** Text of a PDF, whose lines are broken where those of the page were. */
export function brokenFrame(style: Style): Frame {
  const { widths } = style;
  const putParagraph = (page: Page, text: string) => putLines(page, wrap(text, widths.prose));
  return {
    ...textFrame(style),
    putTitle: (page, text) => putLines(page, wrap(text, widths.title)),
    putAspect: (page, heading, text) => {
      for (const each of paragraphs(heading, text, style)) putParagraph(page, each);
    },
    putParagraph,
  };
}

/** The same with the blanks that set a title in the middle and indent a paragraph. */
export function indentedFrame(style: Style): Frame {
  const { widths } = style;
  const indent = ' '.repeat(4);
  const putParagraph = (page: Page, text: string) => {
    const [first = '', ...rest] = wrap(text, widths.prose);
    putLines(page, [indent + first, ...rest]);
  };
  return {
    ...textFrame(style),
    putTitle: (page, text) =>
      putLines(
        page,
        wrap(text, widths.title).map((line) => ' '.repeat(20) + line),
      ),
    putHeading: (page, text) => putLine(page, indent + text),
    putAspect: (page, heading, text) => {
      for (const each of paragraphs(heading, text, style)) putParagraph(page, each);
    },
    putParagraph,
  };
}

/** A whole page of HTML, its paragraphs on lines of their own or all on the same. */
function pageFrame(style: Style): Frame {
  const { html } = style;
  const name = (text: string) => (html.upper ? text.toUpperCase() : text);
  const end = (page: Page) => {
    if (!html.fewLines) endLine(page);
  };
  const putElement = (page: Page, element: string, text: string) => {
    const attributes = html.attributes === 'many' ? ' style="text-indent:2em"' : '';
    put(page, `<${name(element)}${attributes}>${html.blank}${text}</${name(element)}>`);
    end(page);
  };
  const putParagraph = (page: Page, text: string) => putElement(page, 'p', text);
  return {
    putStart: (page) => {
      put(page, `<!DOCTYPE html><${name('html')}><${name('head')}><meta charset="utf-8"></${name('head')}>`);
      put(page, `<${name('body')}>`);
      end(page);
    },
    putEnd: (page) => putLine(page, `</${name('body')}></${name('html')}>`),
    putTitle: (page, text) => putElement(page, 'h1', text),
    putHeading: (page, text) => putElement(page, html.inside === 'p' ? 'p' : 'h2', text),
    putAspect: (page, heading, text) => {
      for (const each of paragraphs(heading, text, style)) putParagraph(page, each);
    },
    putParagraph,
    putGap: nothing,
  };
}

/** HTML tables stand in text, in Markdown, or in a page of HTML. */
export function htmlFrame(style: Style): Frame {
  return { text: textFrame, markdown: markdownFrame, page: pageFrame }[style.html.frame](style);
}
