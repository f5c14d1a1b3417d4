import { download, fileNameOf } from '../parts/download.ts'
import { pngOfSvg } from '../parts/png-of-svg.ts'
import type { Folded } from '../parts/tree-picture/folding.ts'
import { schemePicture } from '../parts/tree-picture/scheme-picture.ts'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import type { TreeBox } from '../parts/tree-picture/tree-layout.ts'
import { newestScores } from '../store/results.ts'
import { designer } from '../store/use-designer.ts'
import { canvasWords } from './words.ts'

/** The picture as it is folded on the screen, as a file; a PNG that nobody could read is refused with an error. */
export async function exportPicture(
  form: 'svg' | 'png',
  folded: Folded,
  shown: (box: TreeBox) => ShownBox,
): Promise<void> {
  const state = designer.getState()
  const { design, view } = state
  const { scheme } = design!
  const { language } = view
  const named = view.sample === null ? undefined : scheme.cases?.[view.sample]?.name
  const total = newestScores(state)?.total ?? undefined
  const sample = named === undefined || total === undefined ? undefined : { name: named, total }
  const drawing = schemePicture(scheme, folded, shown, { language, sample })
  const name = `${scheme.name} ${canvasWords[language].graph}`
  if (form === 'svg') download(fileNameOf(name, 'svg'), new Blob([drawing.svg], { type: 'image/svg+xml' }))
  else download(fileNameOf(name, 'png'), await pngOfSvg(drawing))
}
