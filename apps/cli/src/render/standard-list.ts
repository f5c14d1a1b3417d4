import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging } from './list.ts'
import { words as wordsOf } from './words.ts'

/** The 评分标准 of one leaf, from its rule, and the author's own words where they differ. */
export interface LeafStandard {
  readonly id: string
  readonly path: readonly string[]
  readonly points: string
  readonly standard: string
  readonly own?: string
}

/** Under each branch its leaves, so that the names of the branches stand there once. */
export function standardLines(standards: readonly LeafStandard[], { language, width, paint }: Shell): string[] {
  const { trace: words, colon, bracket } = wordsOf[language]
  let branch = ''
  return standards.flatMap(({ path, points, standard, own }) => {
    const above = plainText(path.slice(0, -1).join(' / '))
    const heading =
      above === branch
        ? []
        : [...(branch === '' ? [] : ['']), paint.dim(above)].filter((line) => above !== '' || line === '')
    branch = above
    const name = plainText(path.at(-1) ?? '') + bracket(words.pointsOf(points))
    return [
      ...heading,
      ...hanging('  ', name, width).map(paint.bold),
      ...hanging('    ', plainText(standard), width),
      ...(own === undefined ? [] : hanging(`    ${words.own}${colon}`, plainText(own), width).map(paint.dim)),
    ]
  })
}
