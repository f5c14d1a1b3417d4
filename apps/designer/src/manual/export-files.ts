import { canonicalText } from '@yardstick/model'
import { engineOf } from '../evaluation/engine.ts'
import { submissionOf } from '../evaluation/submission-of.ts'
import { fileNameOf } from '../parts/download.ts'
import { pngOfSvg } from '../parts/png-of-svg.ts'
import { schemePicture } from '../parts/tree-picture/scheme-picture.ts'
import { shownBox } from '../parts/tree-picture/shown-box.ts'
import type { TreeBox } from '../parts/tree-picture/tree-layout.ts'
import { designer } from '../store/use-designer.ts'
import { exportWords } from './export-words.ts'

/** A file on its way to the person. */
export interface ExportFile {
  readonly name: string
  readonly content: Blob
}

/** What cannot be exported because the scheme cannot be scored. */
export class NotScored extends Error {}

const JSON_TYPE = 'application/json'
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** In canonical form, so that equal schemes are equal files. */
export function schemeFile(): ExportFile {
  const { scheme } = here()
  return jsonFile(scheme.name, scheme)
}

export function declarationFile(index: number): ExportFile {
  const { scheme, design, w } = here()
  return jsonFile(`${scheme.name} ${w.files.declaration}`, design.declarations[index])
}

export function submissionFile(sample: number): ExportFile {
  const { scheme, w } = here()
  const found = scheme.cases![sample]!
  return jsonFile(`${found.name} ${w.files.submission}`, submissionOf(found.submission))
}

export async function evaluationFile(sample: number): Promise<ExportFile> {
  const { scheme, w, language, declaration } = here()
  const evaluation = await engineOf().scoreCase(sample, { language, declaration })
  if (evaluation === null) throw new NotScored()
  return jsonFile(`${scheme.cases![sample]!.name} ${w.files.evaluation}`, evaluation)
}

export async function workbookFile(sample: number): Promise<ExportFile> {
  const { scheme, w, language, declaration } = here()
  const bytes = await engineOf().workbook(sample, { language, declaration })
  if (bytes === null) throw new NotScored()
  const name = fileNameOf(`${scheme.name} ${w.files.workbook} ${scheme.cases![sample]!.name}`, 'xlsx')
  return { name, content: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX_TYPE }) }
}

/** The whole tree unfolded, scored by the sample where there is one. */
export async function graphFile(form: 'svg' | 'png', sample: number | null): Promise<ExportFile> {
  const { scheme, w, language, declaration } = here()
  const evaluation = sample === null ? null : await engineOf().scoreCase(sample, { language, declaration })
  const shown = (box: TreeBox) => shownBox(box, scheme, evaluation, [])
  const named = sample === null ? undefined : scheme.cases![sample]!.name
  const total = evaluation?.total ?? undefined
  const drawing = schemePicture(scheme, new Set(), shown, {
    language,
    sample: named === undefined || total === undefined ? undefined : { name: named, total },
  })
  const name = fileNameOf(`${scheme.name} ${w.files.graph}`, form)
  if (form === 'png') return { name, content: await pngOfSvg(drawing) }
  return { name, content: new Blob([drawing.svg], { type: 'image/svg+xml' }) }
}

function jsonFile(name: string, document: unknown): ExportFile {
  return { name: fileNameOf(name, 'json'), content: new Blob([canonicalText(document)], { type: JSON_TYPE }) }
}

function here() {
  const { design, view } = designer.getState()
  const { language, declaration } = view
  return { design: design!, scheme: design!.scheme, language, declaration, w: exportWords[language] }
}
