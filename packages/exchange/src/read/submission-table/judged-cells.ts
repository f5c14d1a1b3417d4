import { type Entry, foldedText, type JudgedValue, type Layer, type Leaf, nearest } from '@yardstick/model'

/** What is wrong with a cell, and how to mend it. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** What the columns of one judged leaf say in a row. */
export interface JudgedCells {
  readonly leaf: Leaf
  readonly elements: { [element: string]: boolean }
  value?: string
  level?: string
  share?: string
  why?: string
  state?: Layer['state']
}

/** All of it as one judged layer; undefined where nothing is said. */
export function judgedEntry({ elements, value, level, share, why, state }: JudgedCells): Entry | undefined {
  const judged: JudgedValue | string | undefined =
    value ??
    (Object.keys(elements).length > 0
      ? { elements }
      : level !== undefined
        ? { level, ...(share === undefined ? {} : { share }) }
        : share === undefined
          ? undefined
          : { share })
  const said = {
    ...(judged === undefined ? {} : { value: judged }),
    ...(state === undefined ? {} : { state }),
    ...(why === undefined ? {} : { why }),
  }
  return Object.keys(said).length === 0 ? undefined : { layers: [{ layer: 'judged', ...said }] }
}

/** All judged elements in one cell: 1101, or those that are met by id, text or number (1、3；①③); the others are not. */
export function elementsIn({ scoring }: Leaf, text: string): { [id: string]: boolean } | undefined {
  const judged = scoring.method === 'checklist' ? scoring.elements.filter(({ met }) => met === 'judged') : []
  const plain = foldedText(text).replace(/\s+/g, '')
  if (plain.length === judged.length && /^[01]+$/.test(plain)) {
    return Object.fromEntries(judged.map(({ id }, index) => [id, plain[index] === '1']))
  }
  const met = new Set<string>()
  if (!/^(全部|均满足|all|均未满足|none)$/i.test(plain)) {
    const circled = text.replace(/[①-⑳]/g, (sign) => `、${sign.codePointAt(0)! - 0x2460 + 1}、`)
    for (const part of circled.split(/[、，,;；\s|]+/).filter((each) => each !== '')) {
      const said = foldedText(part)
      const found = judged.find(({ id, text: words }) => foldedText(id) === said || foldedText(words) === said)
      const numbered = found ?? (/^\d+$/.test(said) ? judged[Number(said) - 1] : undefined)
      if (numbered === undefined) return undefined
      met.add(numbered.id)
    }
  }
  const isAll = /^(全部|均满足|all)$/i.test(plain)
  return Object.fromEntries(judged.map(({ id }) => [id, isAll || met.has(id)]))
}

/** 良, or with the number in its range behind it: 良 85%, 良（85%）. Undefined for what is no level of the leaf. */
export function levelIn({ scoring }: Leaf, text: string): Pick<JudgedCells, 'level' | 'share'> | undefined {
  const levels = scoring.method === 'levels' ? scoring.levels.map(({ name }) => name) : []
  const plain = foldedText(text)
  const whole = levels.find((name) => foldedText(name) === plain)
  if (whole !== undefined) return { level: whole }
  const [, name = '', share] = /^(.+?)\s*\(?\s*(\d+(?:\.\d+)?%)\s*\)?$/.exec(plain) ?? []
  const level = levels.find((each) => foldedText(each) === name)
  return level === undefined || share === undefined ? undefined : { level, share }
}

export function levelWords({ scoring }: Leaf, found: string): Words {
  const levels = scoring.method === 'levels' ? scoring.levels.map(({ name }) => name) : []
  const meant = nearest(foldedText(found), levels)
  return {
    zh: `应为 ${levels.join('、')} 之一，现为“${found}”；${meant === undefined ? '请改正' : `是否为“${meant}”`}`,
    en: `expected one of ${levels.join(', ')}, found "${found}"; ${meant === undefined ? 'correct it' : `did you mean "${meant}"`}`,
  }
}

export const ELEMENTS: Words = {
  zh: '应逐项写 1 或 0（如 1101），或写出满足的要素；请改正',
  en: 'expected 1 or 0 for each element (1101), or the elements that are met; correct it',
}

/** Yes or no as people and programs write it; undefined for what is neither. */
export function truthIn(text: string): boolean | undefined {
  const plain = foldedText(text)
  if (/^(1|是|yes|y|true|t|√|✓|✔|满足|符合|达标)$/i.test(plain)) return true
  return /^(0|否|no|n|false|f|×|✗|✘|x|不满足|不符合|不达标)$/i.test(plain) ? false : undefined
}
