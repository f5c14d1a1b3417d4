import type { Language } from '@yardstick/model'
import type * as MonacoApi from 'monaco-editor/editor'

export type Monaco = typeof MonacoApi

let loading: Promise<Monaco> | undefined

/**
 * The code editor, fetched from our own origin when first asked for. Its own menus speak the language of that moment.
 *
 * fails   where it cannot be fetched or does not run in this browser; whoever asks then shows a plain text field
 */
export function loadMonaco(language: Language): Promise<Monaco> {
  loading ??= load(language).catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(language: Language): Promise<Monaco> {
  // Its words must be there before any of it is.
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn')
  const { monaco } = await import('./monaco-parts.ts')
  return monaco
}
