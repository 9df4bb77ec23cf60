import { readButton } from '../../client/webview/button.ts';
import { update } from '../../client/webview/update.ts';
import type { Edit } from '../../server/src/edits/edit.ts';
import { listChange } from '../../server/src/text/list-change.ts';
import { pageEnd, pageHead } from '../../server/src/view/page.ts';
import { Engine } from './engine-client.ts';
import { asShown, withChange } from './line-ends.ts';
import type { Writing } from './messages.ts';
import { WORDS } from './words.ts';

/** The page: a text area, the drawing beside it, and an engine that works in the background. */

declare const EXAMPLE: string;

const locale = navigator.language.startsWith('zh') ? 'zh' : 'en';
const words = WORDS[locale];
const engine = new Engine(locale);

const find = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const area = find<HTMLTextAreaElement>('text');
const drawing = find('drawing');
const status = find('status');

/** The text with the line ends of its file, what the area shows of it, and how its file was written. */
const opened = { name: '', kept: '', shown: '', writing: undefined as Writing | undefined };
let elements: readonly string[] = [];

function show(text: string, name: string, writing?: Writing): void {
  Object.assign(opened, { name, kept: text, shown: asShown(text), writing });
  area.value = opened.shown;
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
  void redraw();
}

let drawn = Promise.resolve();
let waiting = false;

/** Draws the text as it is when its turn comes: of many key presses while one drawing is made only the last one counts. */
function redraw(): Promise<void> {
  if (waiting) return drawn;
  waiting = true;
  drawn = drawn.then(async () => {
    waiting = false;
    const answer = await engine.ask('draw', { text: opened.shown, name: opened.name });
    const fresh = answer?.elements ?? [
      `<p class="lacking">${opened.shown.trim() === '' ? words.empty : words.noReport}</p>`,
    ];
    const { from, removed, items } = listChange(elements, fresh);
    update(drawing, from, removed, items);
    elements = fresh;
    for (const id of ['save-text', 'save-result']) find<HTMLButtonElement>(id).disabled = opened.shown === '';
  }, tell);
  return drawn;
}

function tell(message: unknown): void {
  status.textContent = String(message);
}

area.addEventListener('input', () => {
  opened.kept = withChange(opened.kept, opened.shown, area.value);
  opened.shown = area.value;
  void redraw();
});

document.addEventListener('selectionchange', async () => {
  if (document.activeElement !== area) return;
  const id = await engine.ask('caret', area.selectionStart);
  for (const each of drawing.querySelectorAll('.caret')) each.classList.remove('caret');
  const place = id === undefined ? null : document.getElementById(id);
  place?.classList.add('caret');
  place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
});

drawing.addEventListener('click', async (event) => {
  const target = event.target as Element;
  const button = target.closest('[data-fix]')?.getAttribute('data-fix');
  if (button) {
    await drawn;
    apply((await engine.ask('fix', readButton(button))) ?? []);
    return;
  }
  const id = target.closest('td[id], li[id]')?.id ?? target.closest('a')?.getAttribute('href')?.slice(1);
  const span = id === undefined ? undefined : await engine.ask('place', id);
  if (span) select(span.start, span.end);
});

function select(start: number, end: number): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  const top = heightOf(opened.shown.slice(0, start));
  if (top < area.scrollTop || top > area.scrollTop + area.clientHeight) area.scrollTop = top - area.clientHeight / 2;
}

/** How far down a text area shows the end of a text: it does not tell, so that a copy is measured. */
function heightOf(text: string): number {
  const copy = document.createElement('div');
  copy.className = 'copy';
  copy.textContent = text;
  area.after(copy);
  const { offsetHeight } = copy;
  copy.remove();
  return offsetHeight;
}

/** Makes edits as one step that can be undone. */
function apply(edits: readonly Edit[]): void {
  if (edits.length === 0) return;
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const start = (sorted[0] as Edit).span.start;
  let [text, at] = ['', start];
  for (const { span, newText } of sorted) {
    text += opened.shown.slice(at, span.start) + newText;
    at = span.end;
  }
  select(start, at);
  // There is no other way to change a text area that its undo knows of.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, start, at, 'end');
    area.dispatchEvent(new Event('input'));
  }
}

async function open(file: File | undefined): Promise<void> {
  if (!file) return;
  tell(words.reading(file.name));
  try {
    const answer = await engine.ask('open', { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
    if ('failure' in answer) return tell(`${file.name}：${answer.failure}`);
    show(answer.text, file.name, answer.writing);
    tell([file.name, ...answer.notes].join('；'));
  } catch (error) {
    tell(error);
  }
}

find<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement;
  void open(input.files?.[0]);
  input.value = '';
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  void open(event.dataTransfer.files[0]);
});
find('example').addEventListener('click', () => show(EXAMPLE, ''));

const UTF8: Writing = { encoding: 'utf-8', bom: false };

find('save-text').addEventListener('click', async () => {
  // What was read of a Word document is no Word document any more.
  const name = opened.writing ? opened.name : `${opened.name.replace(/\.\w+$/, '') || words.draft}.txt`;
  download(await engine.ask('write', { text: opened.kept, writing: opened.writing ?? UTF8 }), name);
});

find('save-result').addEventListener('click', async () => {
  await drawn;
  const kept = await engine.ask('keep', undefined);
  if (!kept) return;
  const title = kept.title || words.draft;
  const style = await sha256(pageStyle());
  const page = `${pageHead({ locale, title, hash: () => style })}<article>${kept.html}</article>${pageEnd({})}`;
  download(page, `${title}-${words.result}.html`);
});

/** The style sheet as the page that is saved will hold it. */
function pageStyle(): string {
  return /<style>(.*)<\/style>/s.exec(pageHead({ locale, title: '', hash: () => '' }))?.[1] ?? '';
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(Array.from(new Uint8Array(digest), (byte) => String.fromCharCode(byte)).join(''))}`;
}

function download(contents: string | Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([contents as BlobPart]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

document.documentElement.lang = words.lang;
document.title = words.title;
for (const [id, text] of Object.entries(words.labels)) find(id).textContent = text;
area.setAttribute('aria-label', words.text);
area.placeholder = words.placeholder;
void redraw();
