import { useMemo } from 'react'
import { useAnswer } from '../parts/answer/use-answer.ts'
import type { Region } from './region-code.ts'

/** 行政区划: codes with the names the bureau has given them. */
export interface Regions {
  readonly list: readonly Region[]
  /** "南昌市 360100"; a code without a name is itself. */
  text(code: string): string
  reload(): Promise<void>
}

export function useRegions(): Regions {
  const { value, reload } = useAnswer<{ readonly regions: readonly Region[] }>('/api/regions')
  return useMemo(() => {
    const list = value?.regions ?? []
    const names = new Map(list.map(({ code, name }) => [code, name]))
    const text = (code: string) => (names.has(code) ? `${names.get(code)} ${code}` : code)
    return { list, text, reload }
  }, [value, reload])
}
