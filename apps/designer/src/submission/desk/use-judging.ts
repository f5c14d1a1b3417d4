import { type Entry, entryOf, expertsOf, type JudgedValue, type Layer, type Leaf, stackOf } from '@yardstick/model'
import { judgementCellText } from '../../parts/entry/read-judgement-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { layersByName } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import { judgingLayer, type Target } from './entering.ts'
import { type PanelScores, panelOf, panelScores, panelText } from './panel.ts'

/** A leaf that people judge, as whoever is here may judge it. */
export interface Judging {
  readonly target: Extract<Target, { of: 'judgements' }>
  /** What stands in the layer that is written, to be typed again. */
  readonly text: string
  readonly isThere: boolean
  readonly stands: Layer | undefined
  /** The reason of what stands there. */
  readonly why: string | undefined
  readonly panel: PanelScores | undefined
  /** Elements and level as they stand, in whatever layer. */
  readonly judged: JudgedValue | undefined
}

/** Undefined where it is not judged by this person now. */
export function useJudging(leaf: Leaf): Judging | undefined {
  const { may, document, own } = useDesk()
  const entries = useWords(entryWords)
  const signs = useWords(signWords)
  const judging = judgingLayer(leaf, may)
  if (judging === undefined) return undefined
  const { layer, isOwn } = judging
  const entry = entryOf(document.judgements, leaf.id)
  const stands = layersByName(entry)[layer]
  const rule = panelOf(leaf)
  const panel = rule === undefined ? undefined : panelScores(leaf, rule, stands, own)
  const mine = isOwn ? panel?.experts.find((each) => each.isOwn) : undefined
  const experts = expertsOf(stands).map(({ who }) => who)
  const whole = panelText(stands, signs.semicolon)
  const plain = stands === undefined ? '' : judgementCellText(leaf, { layers: [stands] }, entries)
  return {
    target: { of: 'judgements', leaf, layer, isOwn, experts },
    text: isOwn ? (mine?.score ?? '') : whole === '' ? plain : whole,
    isThere: isOwn ? mine !== undefined : stands !== undefined,
    stands: isOwn && mine !== undefined ? { layer, value: mine.score } : stands,
    why: isOwn ? mine?.why : stands?.why,
    panel,
    judged: judgedIn(entry),
  }
}

/** What was chosen of a leaf, in the layer that counts. */
export function judgedIn(entry: Entry | undefined): JudgedValue | undefined {
  const value = stackOf(entry).top?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}
