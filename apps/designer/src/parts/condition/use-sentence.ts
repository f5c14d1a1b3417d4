import { type Condition, type Scheme, walk } from '@yardstick/model'
import { printCondition, type Names as SentenceNames } from '@yardstick/wording'
import { useMemo } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { useLanguage } from '../words.ts'

export type Names = SentenceNames

/** Names of indicators for ids that people do not read; a name that stands twice is no name. */
export function namesOf(scheme: Pick<Scheme, 'indicators'>): Names {
  let names = namesByTree.get(scheme.indicators)
  if (names === undefined) {
    names = makeNames(scheme)
    namesByTree.set(scheme.indicators, names)
  }
  return names
}

/** Many sentences are printed of one tree. */
const namesByTree = new WeakMap<object, Names>()

function makeNames(scheme: Pick<Scheme, 'indicators'>): Names {
  const nodes = walk(scheme).map(({ node }) => node)
  const nameById = new Map(nodes.map((node) => [node.id, node.name]))
  const idsByName = new Map<string, string[]>()
  for (const { id, name } of nodes) idsByName.set(name, [...(idsByName.get(name) ?? []), id])
  return {
    nameOf: (id) => nameById.get(id),
    idOf: (name) => {
      const ids = idsByName.get(name) ?? []
      return ids.length === 1 ? ids[0] : undefined
    },
  }
}

export function useNames(): Names {
  return namesOf(useDesigner((state) => state.design!.scheme))
}

/** A condition as one sentence; empty where there is none. */
export function useSentence(condition: Condition | undefined): string {
  const names = useNames()
  const language = useLanguage()
  return useMemo(
    () => (condition === undefined ? '' : printCondition(condition, language, names)),
    [condition, language, names],
  )
}
