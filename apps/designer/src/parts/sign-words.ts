import { words } from './words.ts'

/** How texts are put together where no sentence of a panel does it: an aside in brackets, a head before what it heads. */
export const signWords = words(
  {
    aside: (text: string, note: string) => `${text}（${note}）`,
    headed: (head: string, text: string) => `${head}：${text}`,
    equal: (left: string, right: string) => `${left} ＝ ${right}`,
    range: (from: string, to: string) => `${from}～${to}`,
    list: '、',
    comma: '，',
    semicolon: '；',
    stop: '。',
    /** What is not there yet. */
    open: '……',
    bracket: (text: string) => `（${text}）`,
  },
  {
    aside: (text, note) => `${text} (${note})`,
    headed: (head, text) => `${head}: ${text}`,
    equal: (left, right) => `${left} = ${right}`,
    range: (from, to) => `${from} – ${to}`,
    list: ', ',
    comma: ', ',
    semicolon: '; ',
    stop: '. ',
    open: '…',
    bracket: (text) => `(${text})`,
  },
)
