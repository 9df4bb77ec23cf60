// README.md for a package, which holds neither the pictures nor most of the files that it links to.

/**
 * @param {string} markdown
 * @param {(path: string) => boolean} ships whether a linked file is in the package
 * @returns {string} without pictures, and with plain text in the place of links that would lead nowhere
 */
export function shippedReadme(markdown, ships) {
  const blocks = markdown.split(/\n{2,}/).filter((block) => !block.includes('!['));
  const text = blocks.map((block) => block.replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, link)).join('\n\n');
  return `${text.trim()}\n`;

  /** @param {string} whole @param {string} words @param {string} target */
  function link(whole, words, target) {
    return /^(?:[a-z]+:|#)/i.test(target) || ships(target) ? whole : words;
  }
}
