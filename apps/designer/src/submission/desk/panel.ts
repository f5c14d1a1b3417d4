import {
  Exact,
  expertReason,
  expertsOf,
  isSameExpert,
  type Layer,
  type Leaf,
  type Panel,
  remarkOf,
} from '@yardstick/model'

/**
 * A panel's scores side by side. Each expert stands with a name that the server gives, so that two of one name are two;
 * the reasons stand in one text, a line for each expert.
 */
export interface PanelScores {
  readonly panel: Panel
  readonly experts: readonly ExpertScore[]
  /** Lines of the reason that are no expert's own. */
  readonly remark: string | undefined
  /** Experts that are still wanted before there is a score. */
  readonly wanted: number
}

export interface ExpertScore {
  readonly who: string
  readonly score: string
  readonly why: string | undefined
  readonly isOwn: boolean
  /** Far from the others: see `OUTLYING`. */
  readonly isOutlier: boolean
  /** The highest or the lowest one, where the rule leaves these out. */
  readonly isLeftOut: boolean
}

/** From three scores on, one that differs from their median by more than this share of the points is marked. */
const OUTLYING = Exact.of('0.2')

export function panelOf({ scoring }: Pick<Leaf, 'scoring'>): Panel | undefined {
  return scoring.method === 'judgement' ? scoring.panel : undefined
}

/** layer  the judged one, or one above it; undefined where nobody has scored. `own` is the reader's name as an expert */
export function panelScores(leaf: Leaf, panel: Panel, layer: Layer | undefined, own: string | undefined): PanelScores {
  const given = expertsOf(layer)
  const points = given.map(({ score }) => exactOf(score))
  const known = points.flatMap((each) => (each === undefined ? [] : [each])).sort((a, b) => a.compare(b))
  const median = known.length < 3 ? undefined : middle(known)
  const leftOut = panel.rule === 'trimmed-mean' && known.length >= 3 ? extremes(points) : []
  const limit = OUTLYING.times(Exact.of(leaf.points))
  return {
    panel,
    experts: given.map(({ who, score }, index) => {
      const mine = points[index]
      return {
        who,
        score: String(score),
        why: expertReason(layer, who),
        isOwn: own !== undefined && isSameExpert(who, own),
        isOutlier: median !== undefined && mine !== undefined && limit.lessThan(mine.minus(median).abs()),
        isLeftOut: leftOut.includes(index),
      }
    }),
    remark: remarkOf(layer),
    wanted: Math.max(0, Math.max(panel.quorum, panel.rule === 'trimmed-mean' ? 3 : 1) - given.length),
  }
}

/** Names to be read: without what tells two of one name apart, but where there are two. */
export function shownNames(whos: readonly string[]): ReadonlyMap<string, string> {
  const short = (who: string) => who.replace(/·[^·]{1,6}$/, '')
  const isAlone = (who: string) => whos.filter((each) => short(each) === short(who)).length === 1
  return new Map(whos.map((who) => [who, isAlone(who) ? short(who) : who]))
}

/**
 * A panel as one line to be typed: 张三 8；李四 9.5.
 *
 * known  who stands in the panel already; whoever is typed as they are shown is the same
 */
export function readPanelText(
  text: string,
  known: readonly string[] = [],
): { who: string; score: string }[] | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[;、,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const experts = parts.map((part) => /^(.*\S)[\s:]+(\d+(?:[.。]\d+)?)分?$/.exec(part))
  if (experts.length === 0 || experts.some((match) => match === null)) return undefined
  const whoByName = new Map([...shownNames(known)].map(([who, name]) => [name.normalize('NFKC'), who]))
  return experts.map((match) => {
    const name = match![1]!.replace(/[:\s]+$/, '')
    return { who: whoByName.get(name) ?? name, score: match![2]!.replace('。', '.') }
  })
}

/** How a panel is shown to be typed again; empty where a layer holds none. */
export function panelText(layer: Layer | undefined, semicolon: string): string {
  const experts = expertsOf(layer)
  const names = shownNames(experts.map(({ who }) => who))
  return experts.map(({ who, score }) => `${names.get(who)} ${score}`).join(semicolon)
}

function exactOf(score: string | number): Exact | undefined {
  return typeof score === 'number' ? Exact.fromNumber(score) : Exact.parse(score)
}

function middle(sorted: readonly Exact[]): Exact {
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : sorted[half - 1]!.plus(sorted[half]!).over(Exact.integer(2))
}

/** One highest and one lowest. */
function extremes(points: readonly (Exact | undefined)[]): number[] {
  const order = points
    .map((value, index) => ({ value, index }))
    .filter((each): each is { value: Exact; index: number } => each.value !== undefined)
    .sort((a, b) => a.value.compare(b.value) || a.index - b.index)
  return [order[0]!.index, order.at(-1)!.index]
}
