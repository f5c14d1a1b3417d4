import { type Exact, type Issue, issue } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'
import { pathPointer, restated, type StatedScore, statedPoints, statedScores } from './stated-scores.ts'

/**
 * No score that a method states lies outside [0, points]. It would be cut off when it is given, so the rule would say one
 * thing and do another. A start of steps that is not the points is told as the best score (`checkBestScore`); a bonus
 * node has a cap and may state more.
 */
export function checkScoreRange(compiled: CompiledScheme): Issue[] {
  return compiled.nodes.flatMap((node) => (node.type === 'leaf' && !node.isBonus ? checkLeaf(node) : []))
}

function checkLeaf({ node, points, pointer, path }: CompiledLeaf): Issue[] {
  return statedScores(node.scoring).flatMap((each) => {
    const score = statedPoints(each, points)
    if (each.path[0] === 'start' || (score.sign >= 0 && score.atMost(points))) return []
    const found = issue('SCORING_SHARE', {
      pointer: `${pointer}/scoring${pathPointer(each.path)}`,
      where: path,
      expected: points.toText(),
      found: { place: each.place, score: score.toText() },
    })
    const text = limitText(each, score, points)
    const scoring = restated(node.scoring, (other) => (isSame(other, each) ? text : undefined))
    return [withMends(found, mend({ type: 'set-scoring', id: node.id, scoring }, `改为${text}`, `Make it ${text}`))]
  })
}

/** The nearest score that may be given, as points or share as the author wrote it. */
function limitText({ text, isShare }: StatedScore, score: Exact, points: Exact): string {
  const isPercent = text.endsWith('%')
  if (score.sign < 0) return isPercent ? '0%' : '0'
  return isPercent ? '100%' : isShare === true ? '1' : points.toText()
}

const isSame = (one: StatedScore, other: StatedScore) => pathPointer(one.path) === pathPointer(other.path)
