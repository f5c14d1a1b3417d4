import { type Language, wordIssue } from '@yardstick/model'
import type { BranchResult } from '../evaluate/result.ts'
import { sentence } from './leaf-sentence.ts'
import { showPoints } from './shown.ts'
import { words as wordsOf } from './words.ts'

/** How a branch's score comes from its children: "5 + 5 + 5 = 15". */
export function branchSentence(result: BranchResult, language: Language): string {
  const words = wordsOf[language]
  const { node, score, addends, redistributed, limited, chosen } = result
  const name = node.node.name
  if (result.isIdle === true) return sentence([words.value(name, words.idle(result.reason ?? ''))], words)
  if (result.state === 'error') return result.issue === undefined ? name : wordIssue(result.issue, language)
  if (result.state === 'not-applicable') return sentence([words.value(name, words.notApplicable(''))], words)
  if (score === null) return sentence([words.value(name, words.waitsFor(result.names.join(words.list)))], words)
  const combine = node.node.combine ?? 'sum'
  const total = showPoints(score)
  if (typeof combine === 'object')
    return sentence([words.value(name, words.alternative(chosen?.node.name ?? '')), words.score(total)], words)
  switch (combine) {
    case 'best-of':
      return sentence([words.value(name, words.bestOf(chosen?.node.name ?? '')), words.score(total)], words)
    case 'minimum':
      return sentence([words.value(name, words.minimum(chosen?.node.name ?? '')), words.score(total)], words)
    case 'weighted-mean':
      return sentence([words.value(name, words.weightedMean(addends.length)), words.score(total)], words)
    case 'sum': {
      const parts = addends.map((each) => showPoints(each.score))
      if (redistributed.sign !== 0)
        parts.push(`${showPoints(redistributed)}${words.bracket(words.redistributed).trimEnd()}`)
      if (limited.sign !== 0) parts.push(`${showPoints(limited)}${words.bracket(words.limited).trimEnd()}`)
      return sentence(
        [words.value(name, parts.length < 2 ? words.score(total) : words.sum(parts.join(' + '), total))],
        words,
      )
    }
  }
}
