import { MOST_SUMS } from './canvas.ts';

/**
 * What a drawing looks like: light, dark, in high contrast and on paper. An editor's colours win where there are any.
 * Whatever a colour says stands there as a sign or a word, too.
 */
const COLOURS = {
  light:
    '--ink:#1a1a1a;--paper:#fff;--faint:#5f6368;--line:#8a8f98;--wrong:#b00020;--wrong-paper:#fdecee;--doubt:#8a5300;--doubt-paper:#fff4e0;--note:#0b57a4;--note-paper:#e8f1fb;--right:#1e6b33;--hatch:#d5d8dd',
  dark: '--ink:#e6e6e6;--paper:#1e1e1e;--faint:#a3a8b0;--line:#747a84;--wrong:#ff8a94;--wrong-paper:#3d1f23;--doubt:#f0b95a;--doubt-paper:#3a2e17;--note:#7db8f5;--note-paper:#1c2c3d;--right:#7fce95;--hatch:#454a52',
} as const;

const RULES = `
:root{color-scheme:light dark;${COLOURS.light}}
@media (prefers-color-scheme:dark){:root{${COLOURS.dark}}}
body.vscode-light,body.vscode-high-contrast-light{${COLOURS.light}}
body.vscode-dark,body.vscode-high-contrast{${COLOURS.dark}}
body[class*=vscode-]{--ink:var(--vscode-editor-foreground);--paper:var(--vscode-editor-background)}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC",SimSun,"Songti SC",serif}
article{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;line-height:1.4;text-align:center;margin:.5rem 0}
h2{font-size:1.1rem;margin:1.6rem 0 .5rem}
h3{font-size:1rem;margin:.8rem 0 .2rem}
p{margin:.3rem 0;text-indent:2em;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
a:focus-visible,button:focus-visible{outline:2px solid var(--note);outline-offset:1px}
.facts{text-align:center;text-indent:0;color:var(--faint)}
.lacking{text-indent:0;padding:.4rem .8rem;border:1px dashed var(--wrong);color:var(--wrong)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav{border:1px solid var(--line);border-radius:4px;padding:.2rem 1rem .6rem;font-size:.9rem}
nav h2{margin:.4rem 0;font-size:1rem}
nav small{margin-left:.8em;font-weight:normal;color:var(--faint)}
nav ol{margin:0;padding-left:1.6em}
nav li{margin:.2rem 0;overflow-wrap:anywhere}
nav code{font-size:.8rem;color:var(--faint)}
nav a{text-decoration:underline}
li.error b,.error>a{color:var(--wrong)}
li.warning b,.warning>a{color:var(--doubt)}
li.information b,li.hint b,.information>a,.hint>a{color:var(--note)}
li:target,:target+a{outline:2px solid var(--note)}
mark{color:inherit;background:var(--note-paper)}
mark.error,th.error{background:var(--wrong-paper)}
mark.warning,th.warning{background:var(--doubt-paper)}
u{text-decoration:underline dotted;text-underline-offset:.2em}
u.equal{text-decoration-color:var(--right)}
u.unknown{text-decoration-style:dashed;text-decoration-color:var(--faint)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.35;margin:.3rem 0}
caption{text-align:left;color:var(--faint);padding:.2rem 0}
td,th{border:1px solid var(--line);padding:.25rem .4rem}
th{font-weight:normal;text-align:left}
thead th,th[scope=col],th[scope=colgroup]{text-align:center}
table.t4{table-layout:fixed}
th.side{writing-mode:vertical-rl;text-align:center;letter-spacing:.1em}
td{text-align:right;font-variant-numeric:tabular-nums;position:relative;min-width:2.6em;white-space:nowrap}
td small{display:block;font-size:.65rem;line-height:1;color:var(--faint)}
td ins{text-decoration:none;font-weight:bold}
td i{position:absolute}
.wrong,td.error{background:var(--wrong-paper);color:var(--wrong);box-shadow:inset 0 0 0 2px var(--wrong)}
.doubt,td.warning{background:var(--doubt-paper);color:var(--doubt);box-shadow:inset 0 0 0 1px var(--doubt)}
.fails,td.information,td.hint{color:var(--note);box-shadow:inset 0 0 0 1px var(--note)}
.compared{text-decoration:underline dotted var(--right);text-underline-offset:.2em}
.blank,.absent,.unread{background:repeating-linear-gradient(135deg,transparent 0 4px,var(--hatch) 4px 5px)}
td button{font:inherit;color:var(--paper);background:var(--wrong);border:0;border-radius:3px;padding:0 .4em;cursor:pointer}
nav button{font:inherit;font-size:.8rem;color:var(--note);background:none;border:1px solid currentColor;border-radius:3px;cursor:pointer;margin:.1rem 0;text-align:left}
@media (max-width:48rem){article{padding:.5rem}table{font-size:.75rem}td,th{padding:.15rem .25rem}th.side{padding:0}}
@media (forced-colors:active){.wrong,td.error,.doubt,td.warning,mark{outline:2px solid Mark;outline-offset:-2px}}
@media print{
@page{size:A4;margin:18mm 15mm}
:root,body{${COLOURS.light}}
body{font-size:10.5pt}
article{max-width:none;padding:0;break-after:page}
article:last-of-type{break-after:auto}
table{font-size:8pt}
td,th{padding:.1rem .2rem}
tr,li{break-inside:avoid}
h1,h2,h3,caption{break-after:avoid}
td button{color:inherit;background:none;padding:0}
}`;

/** A failing sum, on its total or anything in it: its addends and its total are joined by a line. */
function sumRules(): string {
  const numbers = Array.from({ length: MOST_SUMS }, (_, at) => at);
  const within = (at: number) => `table:has(.t${at}:hover,.t${at}:focus-within)`;
  const addends = numbers.map((at) => `${within(at)} .s${at}`).join();
  const totals = numbers.map((at) => `${within(at)} .t${at}`).join();
  return `${addends}{outline:2px dashed var(--note);outline-offset:-2px}${totals}{outline:3px solid var(--note);outline-offset:-3px}`;
}

export const STYLE = RULES.replaceAll('\n', '') + sumRules();
