import { describe, it } from 'vitest';
import { expectColours } from './marked.ts';

describe('prose', () => {
  it('colours sub-headings up to a full stop, a colon or the end of the line', () => {
    expectColours(
      `⟦一、总体情况⟧{section}
⟦（一）主动公开⟧{sub}
⟦(二) 依申请公开情况⟧{sub}。收到⟦７⟧{number}件。
### ⟦（三）政府信息管理⟧{sub}
⟦（四）平台建设方面⟧{sub}：⟦一是⟧{point}改版；⟦二是⟧{point}整合。
⟦1.监督保障⟧{sub}
⟦2、⟧{point}加强培训，配齐人员。⟦3.⟧{point}下沉一线`.replace('### ⟦', '⟦### '),
    );
  });

  it('colours values, titles of documents and their numbers, and no number inside a name or an address', () => {
    expectColours(`依据⟦《政务公开办法》⟧{book}（⟦国办函〔2020〕109号⟧{docno}），⟦2024⟧{number}年收费⟦1,234.5⟧{number}万元，占⟦3.5⟧{number}%。
经⟦豫政办〔2023〕12号⟧{docno}同意，建成5G点位⟦12⟧{number}个，⟦2023⟧{number}，⟦2024⟧{number}年，见 https://example.org/2024/1.html`);
  });

  it('never takes the words of the form for rows', () => {
    expectColours(`⟦五、存在的主要问题及改进情况⟧{section}
其他
公开申请
行政许可 ⟦3⟧{number} 件，总计 ⟦4⟧{number} 件
⟦1.属于国家秘密⟧{sub}
⟦（一）予以公开⟧{sub}`);
  });

  it('does not run on after a lost closing mark', () => {
    expectColours('依据⟦《政务公开办法⟧{book}\n收费⟦3⟧{number}元');
  });
});
