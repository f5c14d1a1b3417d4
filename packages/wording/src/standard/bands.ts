import { type BandsScoring, Exact, issue } from '@yardstick/model'
import type { Input } from '../phrase/input.ts'
import { as, at, either, list, type Phrase, say, when, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'
import { gives, valueSlot } from './slots.ts'

/**
 * 分档: 90%（含）以上得满分；80%（含）～90%得8分；低于80%不得分。
 *
 * The document holds edges, so that gaps cannot be written; the sentence says intervals, because people do. Every
 * interval names both its ends, （含） marks those that belong to it, and reading them back checks that neighbours meet.
 * The better end comes first.
 */
export function bandsSentence(speech: Speech): Phrase<BandsScoring> {
  const piece = PIECES[speech.language](speech)
  const between = speech.language === 'zh' ? list(piece, '；', '，', ',') : list(piece, '; ')
  return as(
    say`${at('pieces', between)}${speech.language === 'zh' ? word('。', '') : word('.', '')}`,
    ({ pieces }, input, end) => scoringOf(pieces, input, end),
    (scoring) => ({ pieces: piecesOf(scoring) }),
  )
}

/** An interval with what it gives: an open end is absent; a single value is `at`. */
interface Piece {
  low?: string
  lowIn?: boolean
  high?: string
  highIn?: boolean
  at?: string
  score: string
}

function piecesOf({ bands, otherwise }: BandsScoring): Piece[] {
  const [first] = bands
  const pieces: Piece[] = [{ high: first?.from ?? '0', highIn: first?.included === false, score: otherwise }]
  bands.forEach((band, index) => {
    const next = bands[index + 1]
    const low = { low: band.from, lowIn: band.included, score: band.score }
    if (next === undefined) pieces.push(low)
    else if (next.from === band.from && band.included && !next.included)
      pieces.push({ at: band.from, score: band.score })
    else pieces.push({ ...low, high: next.from, highIn: !next.included })
  })
  return isBestLast(pieces) ? pieces.reverse() : pieces
}

/** Larger is better where the last band gives more than the lowest part, or as much. */
function isBestLast(pieces: readonly Piece[]): boolean {
  const [first, last] = [pieces[0]?.score ?? '0', pieces.at(-1)?.score ?? '0']
  const value = (score: string) => Exact.parse(score) ?? Exact.zero
  return value(last).compare(value(first)) >= 0
}

function scoringOf(read: readonly Piece[], input: Input, end: number): BandsScoring | undefined {
  const startsBelow = read[0]?.low === undefined && read[0]?.at === undefined
  const pieces = startsBelow ? [...read] : [...read].reverse()
  const [lowest, ...rest] = pieces
  if (lowest === undefined || lowest.low !== undefined || lowest.at !== undefined || rest.length === 0) return undefined
  const bands: BandsScoring['bands'] = []
  let below: Piece = lowest
  for (const piece of rest) {
    const from = piece.at ?? piece.low
    const included = piece.at !== undefined || piece.lowIn === true
    const before = below.at ?? below.high
    const beforeIn = below.at !== undefined || below.highIn === true
    if (from === undefined || from !== before || included === beforeIn) {
      input.refuse(end, issue('WORDING_BANDS_GAP', { expected: endText(below), found: endText(piece) }))
      return undefined
    }
    bands.push({ from, included, score: piece.score })
    below = piece
  }
  // A value above the last band would have no score.
  if (below.high !== undefined || below.at !== undefined) return undefined
  return { method: 'bands', otherwise: lowest.score, bands }
}

function endText({ low, lowIn, high, highIn, at: only }: Piece): string {
  if (only !== undefined) return `=${only}`
  return [
    low === undefined ? '' : `${lowIn ? '≥' : '>'}${low}`,
    high === undefined ? '' : `${highIn ? '≤' : '<'}${high}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const PIECES: InLanguages<(speech: Speech) => Phrase<Piece>> = {
  zh: (speech) => {
    const value = valueSlot(speech)
    const [low, high, only] = [at('low', value), at('high', value), at('at', value)]
    const to = word('～', '-', '至', '到')
    const includes = word('（含）', '(含)')
    const interval = either(
      say`${word('等于', '=', '为')}${only}`,
      when({ lowIn: true, highIn: true }, say`${low}${includes}${to}${high}${includes}`),
      when({ lowIn: true, highIn: false }, say`${low}${includes}${to}${high}${word('', '（不含）')}`),
      when({ lowIn: false, highIn: true }, say`${low}${word('', '（不含）')}${to}${high}${includes}`),
      when({ lowIn: false, highIn: false }, say`${low}${word('', '（不含）')}${to}${high}${word('', '（不含）')}`),
      when(
        { lowIn: true },
        either(say`${low}${word('（含）以上', '及以上', '以上')}`, say`${word('≥', '>=', '不低于')}${low}`),
      ),
      when({ lowIn: false }, say`${word('高于', '大于', '超过', '>')}${low}`),
      when({ highIn: false }, say`${word('低于', '小于', '不足', '<')}${high}`),
      when(
        { highIn: true },
        either(say`${high}${word('（含）以下', '及以下', '以内')}`, say`${word('≤', '<=', '不超过', '不高于')}${high}`),
      ),
    )
    return say`${interval}${word('', '的', '，', '的，')}${at('score', gives.zh)}` as Phrase<Piece>
  },
  en: (speech) => {
    const value = valueSlot(speech)
    const [low, high, only] = [at('low', value), at('high', value), at('at', value)]
    const includes = word(' (incl.)')
    const interval = either(
      say`exactly ${only}`,
      when({ lowIn: true, highIn: true }, say`${low}${includes} to ${high}${includes}`),
      when({ lowIn: true, highIn: false }, say`${low}${includes} to ${high}`),
      when({ lowIn: false, highIn: true }, say`${low} to ${high}${includes}`),
      when({ lowIn: false, highIn: false }, say`${low} to ${high}`),
      when({ lowIn: true }, say`${low} or more`),
      when({ lowIn: false }, say`more than ${low}`),
      when({ highIn: false }, say`less than ${high}`),
      when({ highIn: true }, say`${high} or less`),
    )
    return say`${interval}: ${at('score', gives.en)}` as Phrase<Piece>
  },
}
