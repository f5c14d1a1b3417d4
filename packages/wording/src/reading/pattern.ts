import type { Span } from './rule-reading.ts'

/**
 * Flat patterns over a folded text: words as regular expressions, slots by name. Every piece between two slots is a group
 * of its own, so the place of each slot follows from the lengths before it, in the oldest browser too. Nothing written in
 * a pattern may hold a capturing group.
 *
 *     const deduct = pattern`每${slot('verb', LESS)}${slot('size', NUMBER)}%扣${slot('points', NUMBER)}分`
 *     deduct.match('每降低1%扣0.5分', 0)    { end: 9, said: { verb: '降低', size: '1', points: '0.5' }, spans: { … } }
 */
export interface Pattern {
  /** What stands at this place, or undefined; `end` is the place behind it. */
  match(folded: string, at: number): Match | undefined
}

export interface Match {
  readonly from: number
  readonly end: number
  /** The words of each slot that stood there. */
  readonly said: { readonly [slot: string]: string | undefined }
  /** Their places in the folded text. */
  readonly spans: { readonly [slot: string]: Span | undefined }
}

export interface Slot {
  readonly name: string
  readonly source: string
  readonly isOptional: boolean
}

export function slot(name: string, source: string): Slot {
  return { name, source, isOptional: false }
}

/** A slot that may stand there or not. */
export function maybeSlot(name: string, source: string): Slot {
  return { name, source, isOptional: true }
}

export function pattern(words: TemplateStringsArray, ...parts: (Slot | string)[]): Pattern {
  const pieces: (Slot | string)[] = []
  words.raw.forEach((text, index) => {
    const part = parts[index]
    if (text !== '') pieces.push(text)
    if (part !== undefined) pieces.push(part)
  })
  const units = unitsOf(pieces)
  const source = units.map((unit) =>
    typeof unit === 'string' ? `(${unit})` : `(${unit.source})${unit.isOptional ? '?' : ''}`,
  )
  const sticky = new RegExp(source.join(''), 'yu')
  return {
    match(folded, at) {
      sticky.lastIndex = at
      const found = sticky.exec(folded)
      if (found === null) return undefined
      const said: { [slot: string]: string } = {}
      const spans: { [slot: string]: Span } = {}
      let place = at
      units.forEach((piece, index) => {
        const words = found[index + 1]
        const length = words?.length ?? 0
        if (typeof piece !== 'string' && words !== undefined && words !== '') {
          said[piece.name] = words
          spans[piece.name] = { from: place, to: place + length }
        }
        place += length
      })
      return { from: at, end: at + found[0].length, said, spans }
    },
  }
}

/** Pieces that stand by themselves: a group that one piece opens and a later one closes is one of them. */
function unitsOf(pieces: readonly (Slot | string)[]): (Slot | string)[] {
  const units: (Slot | string)[] = []
  let open = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (open !== '') throw new Error(`pattern: the slot ${piece.name} stands in a group`)
      units.push(piece)
      continue
    }
    open += piece
    if (!isBalanced(open)) continue
    units.push(open)
    open = ''
  }
  return units
}

function isBalanced(source: string): boolean {
  const bare = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  return bare.split('(').length === bare.split(')').length
}

/** One of these words, the longest first. */
export function oneOf(...words: readonly string[]): string {
  const sorted = [...words].sort((one, other) => other.length - one.length)
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`
}

/** Stands there or not. */
export function maybe(...sources: readonly string[]): string {
  return `(?:${sources.join('|')})?`
}
