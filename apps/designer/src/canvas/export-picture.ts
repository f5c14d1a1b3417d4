import { leaves } from '@yardstick/model'
import { download, fileNameOf } from '../parts/download.ts'
import { pngOfSvg } from '../parts/png-of-svg.ts'
import { drawTree } from '../parts/tree-picture/draw-tree.ts'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import type { TreeBox, TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { treeWords } from '../parts/tree-picture/words.ts'
import { designer } from '../store/use-designer.ts'
import { canvasWords } from './words.ts'

/** The picture as it is folded on the screen, as a file; a PNG that no canvas can hold is refused with an error. */
export async function exportPicture(
  form: 'svg' | 'png',
  layout: TreeLayout,
  shown: (box: TreeBox) => ShownBox,
): Promise<void> {
  const { design, results, view } = designer.getState()
  const { scheme } = design!
  const w = canvasWords[view.language]
  const sample = view.sample === null ? undefined : scheme.cases?.[view.sample]?.name
  const total = results.evaluation?.total ?? undefined
  const subtitle = [
    w.subtitle(scheme.fullScore, leaves(scheme).length),
    ...(sample === undefined || total === undefined ? [] : [w.subtitleSample(sample, total)]),
  ].join(' · ')
  const drawing = drawTree(layout, shown, { title: scheme.name, subtitle, words: treeWords[view.language] })
  const name = `${scheme.name} ${w.graph}`
  if (form === 'svg') download(fileNameOf(name, 'svg'), new Blob([drawing.svg], { type: 'image/svg+xml' }))
  else download(fileNameOf(name, 'png'), await pngOfSvg(drawing))
}
