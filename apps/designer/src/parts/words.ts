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

export function useLanguage(): Language {
  return useDesigner((state) => state.view.language)
}

/** A folder's words in the language of the view. */
export function useWords<T>(table: Words<T>): T {
  return table[useLanguage()]
}
