import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { labelled } from './list.ts'
import { words as wordsOf } from './words.ts'

const KINDS = ['scheme', 'declaration', 'submission', 'group', 'expected'] as const
/** The files a result was made from, as they were named. */
export type Files = { readonly [K in (typeof KINDS)[number]]?: string | undefined }

export function filesRead(files: Files, { language, width, paint }: Shell): string[] {
  const words = wordsOf[language]
  const rows = KINDS.flatMap((kind) => {
    const file = files[kind]
    return file === undefined ? [] : [[words[kind], plainText(file)] as const]
  })
  return [paint.bold(words.files), ...labelled(rows, width, '  ')]
}
