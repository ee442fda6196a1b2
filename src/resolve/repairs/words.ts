type Words = Readonly<Record<string, string>>;

/** What machines make of the names of tags, by the first subtag of the language. `if` stands for any condition. */
const TAG_WORDS: Readonly<Record<string, Words>> = {
  de: {
    daten: 'data',
    sonst: 'else',
    andernfalls: 'else',
    wenn: 'if',
    falls: 'if',
    hinweis: 'note',
    tipp: 'tip',
    warnung: 'warning',
    gefahr: 'danger',
  },
  es: {
    datos: 'data',
    dato: 'data',
    otro: 'else',
    otra: 'else',
    más: 'else',
    demás: 'else',
    sino: 'else',
    si: 'if',
    ifversión: 'ifversion',
    nota: 'note',
    consejo: 'tip',
    sugerencia: 'tip',
    advertencia: 'warning',
    peligro: 'danger',
    sinprocesar: 'raw',
  },
  fr: {
    données: 'data',
    donnees: 'data',
    sinon: 'else',
    autre: 'else',
    autrement: 'else',
    si: 'if',
    remarque: 'note',
    astuce: 'tip',
    conseil: 'tip',
    avertissement: 'warning',
    brut: 'raw',
  },
  ja: {
    データ: 'data',
    その他: 'else',
    それ以外: 'else',
    それ以外の場合: 'else',
    そうでない場合: 'else',
    もし: 'if',
    場合: 'if',
    注: 'note',
    注意: 'note',
    メモ: 'note',
    注釈: 'note',
    ヒント: 'tip',
    警告: 'warning',
    危険: 'danger',
    生: 'raw',
    未加工: 'raw',
  },
  ko: {
    데이터: 'data',
    기타: 'else',
    그외: 'else',
    다른: 'else',
    그렇지않으면: 'else',
    만약: 'if',
    경우: 'if',
    참고: 'note',
    메모: 'note',
    팁: 'tip',
    경고: 'warning',
    위험: 'danger',
    원시: 'raw',
  },
  pt: {
    dados: 'data',
    dado: 'data',
    outro: 'else',
    outra: 'else',
    senão: 'else',
    mais: 'else',
    se: 'if',
    ifversão: 'ifversion',
    nota: 'note',
    observação: 'note',
    dica: 'tip',
    aviso: 'warning',
    perigo: 'danger',
  },
  ru: {
    данные: 'data',
    данных: 'data',
    иначе: 'else',
    еще: 'else',
    ещё: 'else',
    другое: 'else',
    если: 'if',
    примечание: 'note',
    заметка: 'note',
    совет: 'tip',
    предупреждение: 'warning',
    опасность: 'danger',
  },
  zh: {
    数据: 'data',
    資料: 'data',
    否则: 'else',
    其他: 'else',
    其它: 'else',
    如果: 'if',
    注意: 'note',
    备注: 'note',
    注释: 'note',
    说明: 'note',
    提示: 'tip',
    技巧: 'tip',
    警告: 'warning',
    危险: 'danger',
    原始: 'raw',
  },
};

/** What machines make of the words between the parts of a condition. */
const CONDITION_WORDS: Readonly<Record<string, Words>> = {
  de: { oder: 'or', und: 'and', nicht: 'not' },
  es: { o: 'or', u: 'or', y: 'and', e: 'and', no: 'not' },
  fr: { ou: 'or', et: 'and', non: 'not', pas: 'not' },
  ja: {
    または: 'or',
    もしくは: 'or',
    あるいは: 'or',
    か: 'or',
    および: 'and',
    かつ: 'and',
    と: 'and',
    ない: 'not',
  },
  ko: { 또는: 'or', 혹은: 'or', 및: 'and', 그리고: 'and', 아닌: 'not' },
  pt: { ou: 'or', e: 'and', não: 'not' },
  ru: { или: 'or', и: 'and', не: 'not' },
  zh: { 或: 'or', 或者: 'or', 和: 'and', 与: 'and', 且: 'and', 不: 'not', 非: 'not' },
};

/** What machines make of the first part of a reference. */
const ROOT_WORDS: Readonly<Record<string, Words>> = {
  de: { variablen: 'variables', wiederverwendbar: 'reusables' },
  es: { variable: 'variables', reutilizables: 'reusables', reutilizable: 'reusables' },
  fr: { variable: 'variables', réutilisables: 'reusables', réutilisable: 'reusables' },
  ja: { 変数: 'variables', 再利用可能: 'reusables', 再利用可能なもの: 'reusables' },
  ko: { 변수: 'variables', 재사용: 'reusables', 재사용가능: 'reusables' },
  pt: {
    variáveis: 'variables',
    variável: 'variables',
    reutilizáveis: 'reusables',
    reutilizável: 'reusables',
  },
  ru: { переменные: 'variables', переменных: 'variables', повторно_используемые: 'reusables' },
  zh: { 变量: 'variables', 變數: 'variables', 可重用: 'reusables', 可重用内容: 'reusables' },
};

/** What machines make of the kinds of alerts, `> [!NOTE]`. */
const ALERT_WORDS: Readonly<Record<string, Words>> = {
  de: { hinweis: 'NOTE', tipp: 'TIP', wichtig: 'IMPORTANT', warnung: 'WARNING', vorsicht: 'CAUTION' },
  es: {
    nota: 'NOTE',
    sugerencia: 'TIP',
    consejo: 'TIP',
    importante: 'IMPORTANT',
    advertencia: 'WARNING',
    precaución: 'CAUTION',
  },
  fr: {
    remarque: 'NOTE',
    conseil: 'TIP',
    astuce: 'TIP',
    important: 'IMPORTANT',
    avertissement: 'WARNING',
    attention: 'CAUTION',
  },
  ja: { 注: 'NOTE', メモ: 'NOTE', 注意: 'CAUTION', ヒント: 'TIP', 重要: 'IMPORTANT', 警告: 'WARNING' },
  ko: { 참고: 'NOTE', 메모: 'NOTE', 팁: 'TIP', 중요: 'IMPORTANT', 경고: 'WARNING', 주의: 'CAUTION' },
  pt: {
    observação: 'NOTE',
    nota: 'NOTE',
    dica: 'TIP',
    importante: 'IMPORTANT',
    aviso: 'WARNING',
    cuidado: 'CAUTION',
  },
  ru: {
    примечание: 'NOTE',
    заметка: 'NOTE',
    совет: 'TIP',
    важно: 'IMPORTANT',
    предупреждение: 'WARNING',
    внимание: 'CAUTION',
  },
  zh: {
    注意: 'NOTE',
    备注: 'NOTE',
    说明: 'NOTE',
    提示: 'TIP',
    重要: 'IMPORTANT',
    警告: 'WARNING',
    小心: 'CAUTION',
  },
};

const TABLES = { tag: TAG_WORDS, condition: CONDITION_WORDS, root: ROOT_WORDS, alert: ALERT_WORDS };
/** Codes that sites use beside those of ISO 639. */
const OLD_CODES: Words = { br: 'pt', cn: 'zh', jp: 'ja', kr: 'ko' };

/** The word of the format that a word of a language stands for. */
export function findWord(table: keyof typeof TABLES, language: string, word: string): string | undefined {
  const [first = ''] = language.toLowerCase().split('-');
  const words = TABLES[table][OLD_CODES[first] ?? first];
  const key = word.toLowerCase();
  return words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
}
