import { type Language, leaves, type Scheme } from '@yardstick/model'
import { type Drawing, drawTree } from './draw-tree.ts'
import type { Folded } from './folding.ts'
import type { ShownBox } from './shown-box.ts'
import { layoutTree, type TreeBox } from './tree-layout.ts'
import { treeWords } from './words.ts'

/** On paper nothing can be pointed at to read the rest of it. */
const WHOLE_NAME = 20

/** The scheme as a picture to hand on: names whole, folded as asked, under its name and whose scores it shows. */
export function schemePicture(
  scheme: Scheme,
  folded: Folded,
  shown: (box: TreeBox) => ShownBox,
  { language, sample }: { readonly language: Language; readonly sample: { name: string; total: string } | undefined },
): Drawing {
  const words = treeWords[language]
  const subtitle = [
    words.subtitle(scheme.fullScore, leaves(scheme).length),
    ...(sample === undefined ? [] : [words.subtitleSample(sample.name, sample.total)]),
  ].join(' · ')
  return drawTree(layoutTree(scheme, folded, WHOLE_NAME), shown, { title: scheme.name, subtitle, words })
}
