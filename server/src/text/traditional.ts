/**
 * Traditional characters and the simplified ones that forms, headings and vocabulary are written in, in pairs: some
 * regions publish the same form in both. Only characters that simplified text does not use stand here; 於 alone does, in
 * a few names, and folding it does no harm.
 */
const PAIRS = [
  '並并佈布佔占併并來来侷局係系俬私個个備备傢家傳传億亿儘尽償偿優优內内兩两冊册別别刪删則则劃划動动務务勢势匯汇區区協协參参員员問问單单噹当嚮向嚴严國国圍围園园圖图團团埰采執执報报場场塊块墻墙壞坏',
  '壩坝夠够夾夹學学實实寧宁審审寫写寬宽將将專专對对導导屆届層层屬属島岛嵐岚嶺岭師师帶带幫帮幹干幾几庫库廢废廣广廳厅廻回張张強强彆别彙汇徑径從从復复徹彻態态憑凭應应戶户捲卷掃扫掛挂採采換换揮挥搆构',
  '損损搨拓擇择擊击擔担據据擬拟敗败數数斷断於于昇升時时晉晋暫暂曆历曏向書书會会東东條条棲栖業业極极構构樓楼標标樣样橋桥機机檔档檢检檯台櫃柜欄栏權权歲岁歷历歸归決决沒没況况涇泾減减測测準准滬沪滿满',
  '漢汉漲涨澱淀濟济濱滨瀏浏瀘泸瀧泷灃沣灣湾為为烏乌無无熱热爭争爲为牆墙獲获現现環环瓊琼產产産产畝亩畢毕當当發发盡尽監监盤盘眞真眾众瞭了硏研硯砚確确碼码礎础礙碍祕秘種种稱称積积穩稳穫获竪竖筆笔箇个',
  '節节範范篩筛簡简簽签籤签粵粤糰团糾纠紀纪約约紋纹納纳純纯紙纸級级紮扎細细終终組组結结絡络給给統统經经綜综綫线維维網网線线編编緻致縣县總总織织繞绕繫系繳缴繼继續续纍累罣挂罰罚羣群義义習习聞闻聯联',
  '職职聽听臥卧臨临臺台與与舉举舊旧莊庄菓果華华萬万蒐搜蓋盖蘇苏蘭兰處处虛虚號号衆众術术衛卫裏里補补裝装裡里製制複复覈核見见規规視视覽览觸触訂订計计訊讯訓训託托記记訟讼訪访設设許许訴诉註注評评詞词',
  '詢询試试話话該该詳详認认語语誤误說说説说調调請请論论識识議议護护讀读變变讚赞豎竖豐丰負负財财貫贯責责貴贵費费貼贴資资賞赏質质賬账賸剩購购贊赞贛赣趕赶跼局踰逾車车軟软較较載载輛辆輩辈輪轮輯辑輸输',
  '轉转辦办農农迴回這这連连週周進进運运過过達达適适遷迁選选遺遗遼辽還还郵邮鄉乡醜丑釋释針针鈎钩鉤钩銷销錄录錯错録录錶表鍾钟鎮镇鏈链鏡镜鐘钟鑑鉴鑒鉴長长門门閉闭開开間间関关閩闽閱阅閲阅關关陝陕陞升',
  '陳陈陸陆陽阳隊队階阶際际隨随隱隐隴陇隸隶隻只雙双離离難难雲云電电響响頁页頂顶項项順顺須须預预領领頭头頻频題题額额願愿顛颠類类顯显颱台飲饮養养餘余館馆餽馈饋馈駐驻驗验體体髮发鬚须魯鲁麵面麼么點点',
  '黨党齊齐齣出龍龙遞递駁驳徵征後后稅税風风兒儿醫医銀银氣气轄辖堅坚緊紧',
].join('');

/** For each code unit the simplified twin of a traditional character, else itself. */
export const SIMPLIFIED = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let at = 0; at < PAIRS.length; at += 2) table[PAIRS.charCodeAt(at)] = PAIRS.charCodeAt(at + 1);
  return table;
}

/** The simplified twin of a traditional character (`總` → `总`); every other code unit is returned unchanged. */
export function simplified(code: number): number {
  return SIMPLIFIED[code] as number;
}

/** A text with its traditional characters simplified; the same string where it has none. Offsets stay. */
export function simplifiedText(text: string): string {
  let written = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const plain = simplified(code);
    if (plain === code) continue;
    written += text.slice(from, at) + String.fromCharCode(plain);
    from = at + 1;
  }
  return from === 0 ? text : written + text.slice(from);
}
