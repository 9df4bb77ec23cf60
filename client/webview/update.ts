/** Makes the children of `parent` from `from` on what `elements` say, and touches none that is the same already. */
export function update(parent: Element, from: number, removed: number, elements: readonly string[]): void {
  const fresh = elements.map(parse);
  // Once: a list of children that lives is counted anew after every change.
  const children = [...parent.children];
  const old = children.slice(from, from + removed);
  const next = children[from + removed] ?? null;
  for (const each of old.slice(fresh.length)) each.remove();
  const added = document.createDocumentFragment();
  for (const [at, element] of fresh.entries()) {
    const before = old[at];
    if (before) adopt(before, element);
    else added.append(element);
  }
  parent.insertBefore(added, next);
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
