import { foldText } from '../phrase/input.ts'
import { comparatorRows } from './reading.ts'

/**
 * What people write around a target without saying anything about it: a label (目标值：), the name of what is measured again
 * (满意度≥90%), the year it is for (每年不少于2次), a remark in brackets behind it. Undefined where nothing of the kind stands
 * there, or where it may say something else: 较上年增长5% measures another thing than 5%.
 */
export function withoutAround(said: string): string | undefined {
  const bare = withoutRemark(withoutHead(said))
  return bare === said || bare === '' ? undefined : bare
}

/** No label, name or remark is longer. */
const LONGEST = 24

function withoutHead(said: string): string {
  const folded = foldText(said)
  const label = /^\p{Script=Han}{1,10}\s{0,4}:\s{0,4}(?=\D|\d)/u.exec(folded)
  // 1:2 is a ratio; a label holds letters only.
  if (label !== null) return said.slice(label[0].length).trim()
  const year = /^(?:每一?年|全年|当年|本年度?|年度内?)(?:度|均)?[,，]?\s{0,4}/.exec(said)
  if (year !== null && !/^(?:增|减|提|降|下|上|同|比)/.test(said.slice(year[0].length)))
    return said.slice(year[0].length)
  const sign = /[≥≤<>=≧≦]/.exec(folded.slice(0, LONGEST))?.index ?? -1
  if (sign > 0) {
    const name = said.slice(0, sign).trim()
    return isName(name) ? said.slice(sign).trim() : said
  }
  const measured = MEASURED.exec(said.slice(0, LONGEST))
  if (measured === null || !isName(measured[1]!)) return said
  const rest = said.slice(measured[1]!.length).trim()
  return /^\d|^百分/.test(foldText(rest)) || COMPARED.some((word) => foldText(rest).startsWith(word)) ? rest : said
}

/** A name that ends in what can be measured: 合格率, 满意度, 培训人次. */
const MEASURED =
  /^(\p{Script=Han}{1,16}?(?:率|度|比例|比重|占比|人次|人数|数量|面积|次数|户数|时间|时长|天数|金额|成本))/u

const COMPARED: readonly string[] = [
  ...comparatorRows.flatMap(([words]) => words.map(foldText)),
  '达到',
  '达',
  '控制在',
  '保持在',
]

/** Not one that says what the value is compared with: 增长≥5% is another 5%. */
function isName(text: string): boolean {
  return (
    /^[\p{Script=Han}\p{L}()（）“”]{2,20}$/u.test(text) &&
    !/较|比上|同比|环比|年均|每月|每季|(?:增长|增加|提高|提升|上升|下降|降低|减少|压减|节约|超过?|不|未|无|达|至|到|在)$/u.test(
      text,
    ) &&
    !/增(?:长|加)了?$/u.test(text)
  )
}

/** （全覆盖）, （满意）; a unit in brackets is the unit: 50（个）. One with digits says something. */
function withoutRemark(said: string): string {
  const remark = /\s{0,4}[(（]([^()（）\d０-９]{1,20})[)）]$/u.exec(said.slice(-LONGEST))
  if (remark === null) return said
  const [whole, inner = ''] = remark
  if (/^\s*(?:含|不含|含本数|不含本数)\s*$/.test(inner)) return said
  const before = said.slice(0, said.length - whole.length).trim()
  return /[\d０-９]$/.test(before) ? `${before}${inner.trim()}` : before
}
