import { type BandsScoring, Exact, issue } from '@yardstick/model'
import type { Input } from '../phrase/input.ts'
import { alsoRead, as, at, either, list, type Phrase, say, when, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'
import { gives, lowEndSlot, valueSlot } from './slots.ts'

/**
 * 分档: 90%（含）以上得满分；80%（含）～90%得8分；低于80%不得分。
 *
 * The document holds edges, so that gaps cannot be written; the sentence says intervals, because people do. Every
 * interval names both its ends, （含） marks those that belong to it, and reading them back checks that neighbours meet.
 * The better end comes first. Where only one of two neighbours says whose their edge is, the other one follows it; where
 * neither does (80%-90%得8分，80%以下不得分), nobody knows, and the text is not read. 以上 and 以内 include their number.
 */
export function bandsSentence(speech: Speech): Phrase<BandsScoring> {
  const piece = PIECES[speech.language](speech)
  const between = speech.language === 'zh' ? list(piece, '；', '，', ',') : list(piece, '; ')
  return as(
    say`${at('pieces', between)}${speech.language === 'zh' ? word('。', '') : word('.', '')}`,
    ({ pieces }, input, end) => scoringOf(pieces, input, end) ?? scoringOf(pieces.map(withSharedPercent), input, end),
    (scoring) => ({ pieces: piecesOf(scoring, Exact.parse(speech.points) ?? Exact.one) }),
  )
}

/** An interval with what it gives: an open end is absent; a single value is `at`. */
interface Piece {
  low?: string
  lowEnd?: End
  high?: string
  highEnd?: End
  at?: string
  score: string
}

/** Whether an end belongs to its interval; unsaid, its neighbour decides. */
type End = 'in' | 'out' | 'unsaid'

/** The intervals of the bands, the better end first. */
export function piecesOf({ bands, otherwise }: BandsScoring, points: Exact): Piece[] {
  const [first] = bands
  const pieces: Piece[] = [
    { high: first?.from ?? '0', highEnd: first?.included === false ? 'in' : 'out', score: otherwise },
  ]
  bands.forEach((band, index) => {
    const next = bands[index + 1]
    const { from: low, score } = band
    if (next === undefined) pieces.push({ low, lowEnd: band.included ? 'in' : 'out', score })
    else if (next.from === band.from && band.included && !next.included) pieces.push({ at: low, score })
    else
      pieces.push({
        low,
        lowEnd: band.included ? 'in' : 'unsaid',
        high: next.from,
        highEnd: next.included ? 'unsaid' : 'in',
        score,
      })
  })
  return isBestLast(pieces, points) ? pieces.reverse() : pieces
}

/** Larger is better where the best piece stands nearer to the upper end. */
function isBestLast(pieces: readonly Piece[], points: Exact): boolean {
  let best = 0
  let bestScore: Exact | undefined
  pieces.forEach(({ score }, index) => {
    const given = Exact.parse(score) ?? Exact.zero
    const value = score.endsWith('%') ? given.times(points) : given
    if (bestScore === undefined || bestScore.lessThan(value)) [best, bestScore] = [index, value]
  })
  return best * 2 > pieces.length - 1
}

function scoringOf(read: readonly Piece[], input: Input, end: number): BandsScoring | undefined {
  const startsBelow = read[0]?.low === undefined && read[0]?.at === undefined
  const pieces = startsBelow ? [...read] : [...read].reverse()
  const [lowest, ...rest] = pieces
  if (lowest === undefined || pieces.length < 2) return undefined
  const gap = (below: string, above: string) => {
    input.refuse(end, issue('WORDING_BANDS_GAP', { expected: below, found: above }))
    return undefined
  }
  // What lies below the lowest band and above the highest has a score too.
  if (lowest.low !== undefined || lowest.at !== undefined) return gap('…', endText(lowest))
  const bands: BandsScoring['bands'] = []
  let below: Piece = lowest
  for (const piece of rest) {
    const from = piece.at ?? piece.low
    const before = below.at ?? below.high
    const included = isIncludedAbove(
      below.at === undefined ? below.highEnd : 'in',
      piece.at === undefined ? piece.lowEnd : 'in',
    )
    if (from === undefined || from !== before || included === undefined) return gap(endText(below), endText(piece))
    bands.push({ from, included, score: piece.score })
    below = piece
  }
  if (below.high !== undefined || below.at !== undefined) return gap(endText(below), '…')
  return { method: 'bands', otherwise: lowest.score, bands }
}

/** Whether the edge between two intervals belongs to the upper one; undefined where they do not say, or disagree. */
function isIncludedAbove(below: End | undefined, above: End | undefined): boolean | undefined {
  if (above === 'unsaid') return below === 'unsaid' ? undefined : below === 'out'
  return below === above ? undefined : above === 'in'
}

/** 10-20% is 10%-20%, where the edges do not meet otherwise. */
function withSharedPercent(piece: Piece): Piece {
  const { low, high } = piece
  const isShared = low !== undefined && high?.endsWith('%') && !low.endsWith('%') && low !== '0'
  return isShared ? { ...piece, low: `${low}%` } : piece
}

function endText({ low, lowEnd, high, highEnd, at: only }: Piece): string {
  if (only !== undefined) return `=${only}`
  return [
    low === undefined ? '' : `${{ in: '≥', out: '>', unsaid: '' }[lowEnd!]}${low}${lowEnd === 'unsaid' ? '～' : ''}`,
    high === undefined ? '' : `${{ in: '≤', out: '<', unsaid: '～' }[highEnd!]}${high}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const PIECES: InLanguages<(speech: Speech) => Phrase<Piece>> = {
  zh: (speech) => {
    const value = valueSlot(speech)
    const [low, high, only] = [at('low', value), at('high', value), at('at', value)]
    const start = at('low', lowEndSlot(speech))
    const to = word('～', '-', '至', '到')
    const end = (key: 'lowEnd' | 'highEnd', value: Phrase<object>) =>
      either(
        when({ [key]: 'in' }, say`${value}${word('（含）', '（含本数）')}`),
        when({ [key]: 'out' }, say`${value}${word('（不含）', '（不含本数）')}`),
        when({ [key]: 'unsaid' }, value),
      )
    const { from, after, before, until, notFrom, notUntil, downward } =
      SIDES_ZH[speech.valueType === 'date' ? 'date' : 'value']
    const interval = either(
      say`${word('等于', '=', '为')}${only}`,
      say`${end('lowEnd', start)}${to}${end('highEnd', high)}`,
      when({ lowEnd: 'in' }, either(say`${low}${from}`, say`${word('≥', '>=', '不低于', '达到')}${low}`)),
      when({ lowEnd: 'out' }, either(say`${after}${low}`, alsoRead(say`${low}${notFrom}`))),
      when({ highEnd: 'out' }, either(say`${before}${high}`, alsoRead(say`${high}${notUntil}`))),
      when({ highEnd: 'in' }, either(say`${high}${until}`, say`${word('≤', '<=', '不超过', '不高于')}${high}`)),
      ...(downward === undefined ? [] : [alsoRead(when({ highEnd: 'unsaid' }, say`${high}${downward}`))]),
    )
    return say`${interval}${word('', '的', '，', '的，')}${at('score', gives.zh)}` as Phrase<Piece>
  },
  en: (speech) => {
    const value = valueSlot(speech)
    const [low, high, only] = [at('low', value), at('high', value), at('at', value)]
    const start = at('low', lowEndSlot(speech))
    const end = (key: 'lowEnd' | 'highEnd', value: Phrase<object>) =>
      either(when({ [key]: 'in' }, say`${value} (incl.)`), when({ [key]: 'unsaid' }, value))
    const { from, after, before, until } = SIDES_EN[speech.valueType === 'date' ? 'date' : 'value']
    const interval = either(
      say`exactly ${only}`,
      say`${end('lowEnd', start)} to ${end('highEnd', high)}`,
      when({ lowEnd: 'in' }, say`${low} ${from}`),
      when({ lowEnd: 'out' }, say`${after} ${low}`),
      when({ highEnd: 'out' }, say`${before} ${high}`),
      when({ highEnd: 'in' }, say`${high} ${until}`),
    )
    return say`${interval}: ${at('score', gives.en)}` as Phrase<Piece>
  },
}

/** The words of a side without an end: of a value, and of a day. */
const SIDES_ZH = {
  value: {
    from: word('（含）以上', '（含）及以上', '及以上', '以上（含）', '以上'),
    after: word('高于', '大于', '超过', '>'),
    before: word('低于', '小于', '少于', '不足', '不到', '未达到', '达不到', '<'),
    until: word('（含）以下', '（含）及以下', '及以下', '以下（含）', '以内'),
    notFrom: word('（不含）以上', '以上（不含）'),
    notUntil: word('（不含）以下', '以下（不含）'),
    downward: word('以下'),
  },
  date: {
    from: word('（含）以后', '起'),
    after: word('晚于', '>'),
    before: word('早于', '<'),
    until: word('（含）以前', '前', '之前', '以前'),
    notFrom: word('（不含）以后', '以后（不含）'),
    notUntil: word('（不含）以前', '前（不含）'),
    downward: undefined,
  },
} as const
const SIDES_EN = {
  value: {
    from: word('or more', 'or above'),
    after: word('more than', 'above'),
    before: word('less than', 'below'),
    until: word('or less', 'or below'),
  },
  date: {
    from: word('or later'),
    after: word('later than', 'after'),
    before: word('earlier than', 'before'),
    until: word('or earlier'),
  },
} as const
