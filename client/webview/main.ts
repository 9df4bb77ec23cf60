import type { FromView, ToView } from './messages.ts';
import { update } from './update.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): { readonly hidesBefore?: boolean } | undefined;
  setState(state: { readonly hidesBefore: boolean }): void;
};

/** The drawing in a view of the editor: follows the text, leads back to it, and lets a number be put right. */
const vscode = acquireVsCodeApi();
const article = document.querySelector('article') as HTMLElement;
const toggle = document.querySelector('#before') as HTMLInputElement;

window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.kind === 'caret') showCaret(data.id);
  else {
    update(article, data.from, data.removed, data.elements);
    (toggle.parentElement as HTMLElement).hidden = !article.querySelector('td small');
  }
});

/** The place that was clicked on last: the view does not scroll when the caret goes there. */
let clicked: string | undefined;

function showCaret(id: string | undefined): void {
  for (const each of article.querySelectorAll('.caret')) each.classList.remove('caret');
  const place = id === undefined ? null : document.getElementById(id);
  place?.classList.add('caret');
  if (id !== clicked) place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  clicked = undefined;
}

article.addEventListener('click', (event) => {
  const target = event.target as Element;
  const button = target.closest('[data-fix]');
  if (button) {
    vscode.postMessage({ kind: 'fix', button: button.getAttribute('data-fix') ?? '' });
    return;
  }
  // A link within the drawing does what links do, and the text follows.
  const link = target.closest('a')?.getAttribute('href')?.slice(1);
  const id = target.closest('td[id], li[id]')?.id ?? link;
  if (id === undefined) return;
  clicked = id;
  vscode.postMessage({ kind: 'reveal', id });
});

toggle.checked = !vscode.getState()?.hidesBefore;
const applyToggle = () => document.body.classList.toggle('hides-before', !toggle.checked);
toggle.addEventListener('change', () => {
  vscode.setState({ hidesBefore: !toggle.checked });
  applyToggle();
});
applyToggle();
vscode.postMessage({ kind: 'ready' });
