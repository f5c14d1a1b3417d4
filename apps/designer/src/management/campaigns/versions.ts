import { useMemo } from 'react'
import { usePages } from '../../parts/answer/use-pages.ts'
import { useWords } from '../../parts/words.ts'
import { campaignWords } from './words.ts'

/** A published version of a scheme, without its document. */
export interface SchemeVersion {
  readonly hash: string
  readonly number: number
  readonly name: string
  readonly region: string
  readonly isRetired?: boolean
}

const readVersions = ({ versions }: { versions: readonly SchemeVersion[] }) => versions
const keyOf = ({ hash }: SchemeVersion) => hash

/** What may be chosen for a campaign, and what versions are called. */
export interface Versions {
  readonly list: readonly SchemeVersion[]
  readonly isWaiting: boolean
  text(hash: string): string
}

export function useVersions(): Versions {
  const w = useWords(campaignWords)
  const { rows, isWaiting } = usePages('/api/versions', {}, readVersions, keyOf, true)
  return useMemo(() => {
    const byHash = new Map(rows.map((each) => [each.hash, each]))
    const text = (hash: string) => {
      const found = byHash.get(hash)
      return found === undefined ? w.unknownScheme(hash) : w.schemeVersion(found.name, found.number)
    }
    return { list: rows, isWaiting, text }
  }, [w, rows, isWaiting])
}
