import type { Span } from './rule-reading.ts'

/**
 * The items of a numbered list: ①…②…, (1)…(2)…, 1.…2.…, 一是…二是…. A list begins with the first number and goes on with the
 * next one of its kind; each item reaches to the number after it, the last one as far as it is let.
 */
export interface ListItem extends Span {
  /** Where its number begins. */
  readonly mark: number
}

/** The items of the list whose first number stands here; undefined where none does or it has one item only. */
export function listItemsAt(folded: string, at: number): ListItem[] | undefined {
  // Whoever passes over brackets arrives within that of (1).
  const starts = folded[at - 1] === '(' ? [at - 1, at] : [at]
  for (const start of starts) {
    for (const kind of KINDS) {
      if (markAt(folded, start, kind, 1) === undefined) continue
      const items = itemsOf(folded, start, kind)
      if (items.length > 1) return items
    }
  }
  return undefined
}

/** How many letters the number of a list takes at the beginning of these words; 0 where none stands there. */
export function markLength(words: string): number {
  return (
    /^(?:[①-⑳⑴-⒛❶-❿]|\(?\d{1,2}(?:[)、:]|\.(?!\d))|\([一二三四五六七八九十]\)|[一二三四五六七八九]是(?!否)|第[一二三四五六七八九],|[a-h][.、:)])/u.exec(
      words,
    )?.[0].length ?? 0
  )
}

function itemsOf(folded: string, at: number, kind: Kind): ListItem[] {
  const items: ListItem[] = []
  let mark: number | undefined = at
  for (let count = 1; mark !== undefined && count <= MOST; count++) {
    const from: number = markAt(folded, mark, kind, count)!
    const next = nextMark(folded, from, kind, count + 1)
    items.push({ mark, from, to: next ?? folded.length })
    mark = next
  }
  return items
}

const MOST = 40

function nextMark(folded: string, from: number, kind: Kind, count: number): number | undefined {
  for (let place = from + 1; place < folded.length; place++) {
    if (markAt(folded, place, kind, count) === undefined) continue
    if (kind.isSure || /[,;。:、\n)分]/.test(folded[place - 1]!)) return place
  }
  return undefined
}

/** One way to number, as what stands for a count; `isSure` where it stands nowhere but in lists. */
interface Kind {
  readonly isSure: boolean
  readonly write: (count: number) => RegExp | undefined
}

const WORDS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五']
const sign = (first: number, most: number, isSure = true): Kind => ({
  isSure,
  write: (count) => (count > most ? undefined : new RegExp(String.fromCodePoint(first + count - 1), 'yu')),
})
const written = (form: (words: string) => string): Kind => ({
  isSure: false,
  write: (count) => (WORDS[count - 1] === undefined ? undefined : new RegExp(form(WORDS[count - 1]!), 'yu')),
})

const KINDS: readonly Kind[] = [
  sign(0x2460, 20),
  sign(0x2474, 20),
  sign(0x2488, 20),
  sign(0x2776, 10),
  { isSure: false, write: (count) => new RegExp(`\\(${count}\\)[、.]?`, 'yu') },
  { isSure: false, write: (count) => new RegExp(`${count}(?:[.、:](?!\\d)|\\))`, 'yu') },
  written((words) => `\\(${words}\\)[、.]?`),
  written((words) => `${words}(?:是|、|为(?!了))`),
  written((words) => `第${words}[,、:]`),
  { isSure: false, write: (count) => new RegExp(`[${String.fromCharCode(96 + count)}][.、:)]`, 'yu') },
]

/** The place behind the number, where it stands here. */
function markAt(folded: string, at: number, kind: Kind, count: number): number | undefined {
  const form = formOf(kind, count)
  if (form === undefined) return undefined
  form.lastIndex = at
  const found = form.exec(folded)
  return found === null ? undefined : at + found[0].length
}

/** A list is looked for at every place, so its forms are made once. */
function formOf(kind: Kind, count: number): RegExp | undefined {
  const forms = FORMS.get(kind) ?? new Map<number, RegExp | undefined>()
  FORMS.set(kind, forms)
  if (!forms.has(count)) forms.set(count, kind.write(count))
  return forms.get(count)
}
const FORMS = new Map<Kind, Map<number, RegExp | undefined>>()
