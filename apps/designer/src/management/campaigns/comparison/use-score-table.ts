import { useEffect, useState } from 'react'
import { readScoreTable, type ScoreTable } from './score-table.ts'

export interface ReadTable {
  readonly table: ScoreTable | undefined
  readonly isWhole: boolean
  readonly trouble: unknown
  reload(): void
}

/** The scores of a run, leaf by leaf; `version` undefined is that of most results, `campaign` undefined asks nothing. */
export function useScoreTable(
  campaign: string | undefined,
  run: string | undefined,
  version: string | undefined,
): ReadTable {
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<Omit<ReadTable, 'reload'>>(nothing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is another attempt
  useEffect(() => {
    setState(nothing)
    if (campaign === undefined) return
    const end = new AbortController()
    const show = (table: ScoreTable, isWhole: boolean) => setState({ table, isWhole, trouble: undefined })
    readScoreTable(campaign, { run, version }, show, end.signal).catch((trouble: unknown) => {
      if (!end.signal.aborted) setState({ ...nothing, trouble })
    })
    return () => end.abort()
  }, [campaign, run, version, turn])
  return { ...state, reload: () => setTurn(turn + 1) }
}

const nothing = { table: undefined, isWhole: false, trouble: undefined }
