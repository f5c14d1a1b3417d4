import {
  type Declaration,
  indicatorById,
  isBranch,
  type Language,
  newId,
  type OwnLeaf,
  type Scheme,
  walk,
} from '@yardstick/model'

import { ownLeavesOf, pointsLeft } from './declaration-edits.ts'
import { ownScoring } from './own-scoring.ts'
import { declarationWords } from './words.ts'

/** A leaf that nothing has been said about yet: judged by levels, worth what its branch still has. */
export function newLeaf(
  scheme: Scheme,
  declaration: Declaration,
  branch: string,
  name: string,
  language: Language,
): OwnLeaf {
  const w = declarationWords[language]
  const own = ownLeavesOf(declaration, branch)
  const taken = new Set([
    ...walk(scheme).map(({ node }) => node.id),
    ...Object.values(declaration.indicators ?? {}).flatMap((leaves) => leaves.map(({ id }) => id)),
  ])
  const node = indicatorById(scheme).get(branch)?.node
  const called = name === '' ? w.newLeaf(own.length + 1) : name
  return {
    id: newId(called, taken),
    name: called,
    points: node !== undefined && isBranch(node) ? pointsLeft(node, own) : '0',
    scoring: ownScoring('levels', undefined, language),
    target: { text: w.textTarget },
  }
}
