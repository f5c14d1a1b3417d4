import { printNumeral } from './numeral-forms.ts'
import { wordElements } from './word-elements.ts'

/**
 * The numbers that Word writes before paragraphs by itself: 一、 （一） 1. 1.1 ①. They stand in no text, and levels are told
 * by them. Read from word/numbering.xml; counted over the document in the order of its paragraphs.
 */
export class WordNumbering {
  private readonly counts = new Map<string, number[]>()

  private constructor(
    private readonly listOf: ReadonlyMap<string, string>,
    private readonly levelsOf: ReadonlyMap<string, ReadonlyMap<number, Level>>,
  ) {}

  static read(xml: string): WordNumbering {
    const listOf = new Map<string, string>()
    const levelsOf = new Map<string, Map<number, Level>>()
    let levels: Map<number, Level> | undefined
    let level: Level | undefined
    let num: string | undefined
    for (const token of wordElements(xml)) {
      if (token.kind === 'close' && token.name === 'abstractnum') levels = undefined
      if (token.kind !== 'open') continue
      const { name, value } = token
      if (name === 'abstractnum') {
        levels = new Map()
        levelsOf.set(value('abstractnumid') ?? '', levels)
      } else if (name === 'lvl' && levels !== undefined) {
        level = { start: 1, form: 'decimal', text: '' }
        levels.set(Number(value('ilvl') ?? 0), level)
      } else if (name === 'num') num = value('numid')
      else if (name === 'abstractnumid' && num !== undefined) listOf.set(num, value('val') ?? '')
      else if (level === undefined || levels === undefined) continue
      else if (name === 'start') level.start = Number(value('val') ?? 1)
      else if (name === 'numfmt') level.form = value('val') ?? 'decimal'
      else if (name === 'lvltext') level.text = value('val') ?? ''
    }
    return new WordNumbering(listOf, levelsOf)
  }

  /** The number of the next paragraph of a list at a level, with its signs; empty for bullets and lists nobody declared. */
  next(list: string, depth: number): string {
    const id = this.listOf.get(list)
    const levels = id === undefined ? undefined : this.levelsOf.get(id)
    const level = levels?.get(depth)
    if (id === undefined || levels === undefined || level === undefined || level.form === 'none') return ''
    const counts = this.counts.get(id) ?? []
    this.counts.set(id, counts)
    // A number begins its deeper levels anew.
    counts.length = Math.min(counts.length, depth + 1)
    counts[depth] = counts[depth] === undefined ? level.start : counts[depth] + 1
    if (level.form === 'bullet') return ''
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = levels.get(at)
      return printNumeral(counts[at] ?? other?.start ?? 1, other?.form ?? 'decimal')
    })
  }
}

interface Level {
  start: number
  /** As Word names it: decimal, chineseCounting, decimalEnclosedCircle. */
  form: string
  /** %1 stands for the number of the first level: （%1） */
  text: string
}
