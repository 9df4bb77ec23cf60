/** Makes the children of `parent` from `from` on what `elements` say, and touches none that is the same already. */
export function update(parent: Element, from: number, removed: number, elements: readonly string[]): void {
  const fresh = elements.map(parse);
  for (let at = removed; at > fresh.length; at--) parent.children[from + at - 1]?.remove();
  for (const [at, element] of fresh.entries()) {
    const old = at < removed ? parent.children[from + at] : undefined;
    if (old) adopt(old, element);
    else parent.insertBefore(element, parent.children[from + at] ?? null);
  }
}

/** One element; what the server draws is markup of its own, and all words in it are escaped. */
function parse(html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild as Element;
}

/** Changes an element into another one, cell by cell, so that focus, selection and scroll stay where they are. */
function adopt(old: Element, fresh: Element): void {
  if (old.isEqualNode(fresh)) return;
  const alike = old.tagName === fresh.tagName && old.children.length === fresh.children.length && !ownText(old, fresh);
  if (!alike || old.children.length === 0) {
    old.replaceWith(fresh);
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  // `adopt` may replace a child: those of `fresh` move away one by one.
  const [now, then] = [[...old.children], [...fresh.children]];
  for (const [at, child] of now.entries()) adopt(child, then[at] as Element);
}

/** Whether there is text beside the children: then the element is changed as a whole. */
function ownText(...elements: readonly Element[]): boolean {
  return elements.some(({ childNodes }) =>
    [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
}
