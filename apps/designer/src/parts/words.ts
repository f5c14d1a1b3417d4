import type { Language } from '@yardstick/model'
import { useDesigner } from '../store/use-designer.ts'

/** A folder's words: Chinese is the source, English has the same keys. */
export interface Words<T> {
  readonly zh: T
  readonly en: T
}

/** Checks at compile time that English says everything Chinese does. */
export function words<T>(zh: T, en: NoInfer<T>): Words<T> {
  return { zh, en }
}

/** A count with its English noun: 1 point, 2 points. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : many}`
}

export function useLanguage(): Language {
  return useDesigner((state) => state.view.language)
}

/** A folder's words in the language of the view. */
export function useWords<T>(table: Words<T>): T {
  return table[useLanguage()]
}
