import { describe, expect, it } from 'vitest';
import { expectColours, expectColoursAfterTable, tokenize } from './marked.ts';

describe('tables', () => {
  it('table 2, with all ways of writing a number', () => {
    expectColoursAfterTable(`⟦第二十条第（八）项⟧{block}
⟦信息内容⟧{column} ⟦本年收费金额（单位：万元）⟧{column}
⟦行政事业性收费⟧{document} ⟦43.788⟧{value}万元
⟦行政规范性文件⟧{document}	⟦1,234⟧{value}	⟦１２⟧{value}	⟦+3⟧{value}
⟦行政许可⟧{document} | ⟦22⟧{value}（其中变更⟦16⟧{number}件） |
⟦行政处罚⟧{document}	⟦-⟧{none}	⟦/⟧{none}
⟦- 5 -⟧{page}
⟦（注：含下属单位3家）⟧{remark}`);
  });

  it('table 3 with spaces: labels and heads are wrapped, and an ordinal is no value', () => {
    expectColours(`⟦三、收到和处理政府信息公开申请情况⟧{section}
⟦（本列数据的勾稽关系为：第一项加第二项之和，等于⟧{note}
⟦第三项加第四项之和）⟧{note}
⟦自然⟧{column}
⟦人⟧{column}
⟦总计⟧{total}⟦商业⟧{column}
⟦企业⟧{column}
⟦三、本⟧{main}
⟦年度办⟧{main}
⟦理结果⟧{main}
⟦（二）部分公开（区分处理的，只计这一情⟧{group}
⟦形，不计其他情形）⟧{rest}
⟦0⟧{value} ⟦4⟧{value}
⟦（三）不⟧{group}
⟦予公开⟧{group}
⟦1.属于国家秘密⟧{leaf} ⟦0⟧{value} ⟦22⟧{value}
⟦3.危及“三安全一稳定”⟧{leaf} ⟦1⟧{value} ⟦2⟧{value}
⟦1、逾期不补正⟧{leaf} ⟦5⟧{value}
⟦（七）总计⟧{group} ⟦87⟧{value}`);
  });

  it('table 3 with tabs, pipes, tags, and all of it on one line', () => {
    expectColoursAfterTable(`⟦三、本年度办理结果⟧{main}	⟦(一) 予以公开⟧{group}		⟦4⟧{value}
	⟦(三) 不予公开⟧{group}	⟦1. 属于国家秘密⟧{leaf}	⟦0⟧{value}
| ⟦（四）无法提供⟧{group} | ⟦3.补正后申请内容仍不明确⟧{leaf} | ⟦0⟧{value} |  |
<tr><td colspan="3">⟦（七）总计⟧{group}</td><td>⟦12⟧{value}</td></tr>
⟦三、本年度办理结果⟧{main} ⟦（一）予以公开⟧{group} ⟦1⟧{value} ⟦2⟧{value} ⟦（三）不予公开⟧{group} ⟦2.其他法律行政法规禁止公开⟧{leaf} ⟦3⟧{value}`);
  });

  it('table 3 with each cell on its own line', () => {
    expectColoursAfterTable(`	⟦法人或其他组织⟧{column}
	⟦总计⟧{total}
	⟦其他⟧{column}
	⟦三、本年度办理结果⟧{main}
	⟦（六）其他处理⟧{group}
	⟦3.其他⟧{leaf}
	  ⟦23⟧{value}`);
  });

  it('a table whose heading is lost', () => {
    expectColours(`本表如下。
⟦一、本年新收政府信息公开申请数量⟧{main} ⟦3⟧{value}
⟦（一）予以公开⟧{group} ⟦3⟧{value}`);
  });

  it('a note that is never closed ends at the next row', () => {
    expectColoursAfterTable(`⟦（本列数据的勾稽关系为：第一项加第二项⟧{note}
⟦一、本年新收政府信息公开申请数量⟧{main} ⟦3⟧{value}`);
  });

  it('the word 总计 has a scope of its own inside the label of its row', () => {
    const total = tokenize('二、主动公开政府信息情况\n（七）总计 5').find(({ text }) => text === '总计');
    expect(total?.scopes).toContain('keyword.control.total.zfxxgk-report');
  });
});
