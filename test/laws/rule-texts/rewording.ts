import type { RuleText } from './rule-text.ts'

/**
 * Other ways to write the same 评分标准: what typists, regions and templates vary without meaning anything by it. Each takes
 * a text and a choice of its possibilities, and gives the text back as it is where it has nothing to vary.
 */
export interface Rewording {
  readonly name: string
  readonly reword: (text: string, pick: Pick, row: RuleText) => string
}

/** One of several, by the seed of the run. */
export type Pick = <T>(of: readonly T[]) => T

const STEP = /\d+(?:\.\d+)?\s*(?:%|％|个百分点)/.source

export const rewordings: readonly Rewording[] = [
  {
    name: '每降低 ↔ 每下降 ↔ 每减少 ↔ 每低',
    reword: (text, pick) =>
      text.replace(new RegExp(`每(?:降低|下降|减少|低于|低)(?=${STEP})`, 'g'), () =>
        pick(['每降低', '每下降', '每减少', '每低', '每低于', '每少']),
      ),
  },
  {
    name: '每超过 ↔ 每超出 ↔ 每增加 ↔ 每上升',
    reword: (text, pick) =>
      text.replace(new RegExp(`每(?:超过|超出|增加|上升|高)(?=${STEP})`, 'g'), () =>
        pick(['每超过', '每超出', '每增加', '每上升', '每高', '每高出', '每超']),
      ),
  },
  {
    name: '扣 ↔ 扣减 ↔ 扣除 ↔ 减',
    reword: (text, pick) =>
      text.replace(/(?<=[，,个点%％次项天人]|[^完]\s)扣(?=\s*\d)/g, () => pick(['扣', '扣减', '扣除', '减'])),
  },
  {
    name: '扣完为止 ↔ 扣完即止 ↔ 直至扣完',
    reword: (text, pick) =>
      text.replace(/扣完为止/g, () => pick(['扣完为止', '扣完即止', '直至扣完', '直至扣完为止', '扣完该项分值为止'])),
  },
  {
    name: '得…分 ↔ 计…分 ↔ 记…分',
    reword: (text, pick) => {
      const verb = pick(['得', '计', '记'])
      return text.replace(/[得计](?=\s*(?:\d+(?:\.\d+)?\s*分|满分))/g, verb)
    },
  },
  {
    name: '满分 ↔ …分',
    reword: (text, pick, { points }) =>
      pick([true, false]) ? text.replace(/得满分/, `得${points}分`) : text.replace(`得${points}分`, '得满分'),
  },
  {
    name: '个百分点 ↔ %',
    reword: (text, pick, row) =>
      !isRate(row)
        ? text
        : pick([true, false])
          ? text.replace(/(\d+(?:\.\d+)?)个百分点/g, '$1%')
          : text.replace(/(每[^\d，,；;。]{1,4})(\d+(?:\.\d+)?)[%％](?=[，,]?扣)/g, '$1$2个百分点'),
  },
  {
    name: '以上 ↔ 及以上 ↔ ≥',
    reword: (text, pick) =>
      text.replace(/(\d+%)(?:（含）以上|及以上)/g, (_, edge: string) =>
        pick([`${edge}（含）以上`, `${edge}及以上`, `${edge}(含)以上`]),
      ),
  },
  {
    name: '≥ ↔ ≧ ↔ 大于等于',
    reword: (text, pick) =>
      text
        .replace(/≥/g, () => pick(['≥', '≧', '>=', '大于等于', '大于或等于']))
        .replace(/[≤≦]/g, () => pick(['≤', '≦', '<=', '小于等于', '小于或等于'])),
  },
  {
    name: 'half-width signs',
    reword: (text) =>
      text.replace(/[，；：（）％＝＞＜]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0)),
  },
  {
    name: 'full-width signs and digits',
    reword: (text, pick) => {
      const digits = pick([true, false])
      return text.replace(digits ? /[,;:()%=><0-9]/g : /[,;:()%=><]/g, (sign) =>
        String.fromCodePoint(sign.codePointAt(0)! + 0xfee0),
      )
    },
  },
  {
    name: 'spaces around numbers',
    reword: (text, pick) =>
      text.replace(/(\d+(?:\.\d+)?)(?=[分个次项天%])/g, (number) => pick([` ${number} `, ` ${number}`, `${number} `])),
  },
  {
    name: 'line breaks between clauses',
    reword: (text, pick) => text.replace(/([；。])(?=.)/g, (sign) => sign + pick(['', '\n', ' '])),
  },
  {
    name: '1 ↔ 一',
    reword: (text) =>
      text.replace(/(?<=[每现生少扣])\s*([1-9])\s*(?=[分个次项天起处人件])/g, (_, digit: string) =>
        '一二三四五六七八九'[Number(digit) - 1]!.replace('二', '两'),
      ),
  },
  {
    name: '①②③ ↔ (1)(2)(3) ↔ 1. 2. 3.',
    reword: (text, pick) => {
      const form = pick<(n: number) => string>([
        (n) => `（${n}）`,
        (n) => `(${n})`,
        (n) => `${n}.`,
        (n) => `${n}、`,
        (n) => `${n}）`,
      ])
      return text.replace(/[①-⑨]/g, (sign) => form(sign.codePointAt(0)! - 0x245f))
    },
  },
  { name: 'the last 。', reword: (text) => (text.endsWith('。') ? text.slice(0, -1) : `${text}。`) },
  {
    name: '； ↔ 。 ↔ ，',
    reword: (text, pick) => {
      const sign = pick(/[（(①]/.test(text) ? ['。', ';'] : ['。', '，', ';'])
      return text.replace(/[；;](?!$)/g, sign)
    },
  },
  {
    name: 'the formula before ↔ behind',
    reword: (text) => {
      const [, first = '', rest = ''] = /^([^。，；]*[=＝][^。，；]*[/÷／][^。，；]*)[。；，](.+?)。?$/.exec(text) ?? []
      return rest === '' || /其中|得分[=＝]/.test(first) ? text : `${rest}。${first}。`
    },
  },
  {
    name: 'the bands from below',
    reword: (text, _pick, { idiom }) => {
      const clauses = text.replace(/。$/, '').split(/[；;]/)
      const isOrderless = idiom === 'V9' && clauses.length > 2 && clauses.every((each) => !/[①-⑨]|^\s*达到/.test(each))
      return isOrderless ? clauses.toReversed().join('；') : text
    },
  },
]

function isRate({ scores, mayAsk }: RuleText): boolean {
  const values = Object.keys(scores ?? {})
  return values.length > 0 && values.every((value) => value.endsWith('%')) && !mayAsk?.includes('percent-of')
}
