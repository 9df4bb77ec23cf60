import { readVisible } from './visible.ts';

/** What a page says of itself above the text. */
export interface Metadata {
  readonly label: string;
  readonly value: string;
  readonly written: string;
}

const LABELS = [
  ...[
    '发布机构',
    '发布单位',
    '发布机关',
    '信息来源',
    '文章来源',
    '稿件来源',
    '来源',
    '发文机关',
    '发文机构',
    '发文单位',
    '制发机关',
  ],
  ...[
    '公开机关',
    '公开机构',
    '公开主体',
    '公开单位',
    '责任单位',
    '所属机构',
    '提供单位',
    '供稿单位',
    '编制机关',
    '编制单位',
  ],
  ...['发布日期', '发布时间', '成文日期', '公开日期', '公开时间', '生成日期', '发文日期', '更新时间'],
];

/** `发布机构：砚泠市档案局`: what the page says of itself above the text; a value ends at a gap or at the next label. */
export function metadataIn(text: string, end: number): Metadata[] {
  const line = readVisible(text, 0, end);
  const { characters, written, gaps } = line;
  const found: Metadata[] = [];
  for (const label of LABELS) {
    const at = characters.indexOf(label);
    if (at < 0) continue;
    let from = at + label.length;
    while (from < characters.length && '：:】]|'.includes(characters[from] as string)) from++;
    let to = from;
    while (to < characters.length && to - from < 40 && (to === from || !gaps[to])) to++;
    found.push({ label, value: characters.slice(from, to), written: written.slice(from, to) });
  }
  return found;
}
