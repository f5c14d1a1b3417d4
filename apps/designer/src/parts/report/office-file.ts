import type { Language } from '@yardstick/model'
import { engineOf } from '../../evaluation/engine.ts'
import type { OfficeFileKind, OfficeFileOptions, ScoredResult } from '../../evaluation/office-files.ts'
import { download, fileNameOf } from '../download.ts'
import { reportWords } from './words.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface OfficeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Made in the worker, so that nobody who types waits for it; undefined where the scheme cannot be scored. */
export async function makeOfficeFile(
  kind: OfficeFileKind,
  result: ScoredResult,
  options: Omit<OfficeFileOptions, 'madeAt'> = {},
): Promise<OfficeFile | undefined> {
  const plain = { scheme: result.scheme, declaration: result.declaration, submission: result.submission }
  const bytes = await engineOf().officeFile(
    kind,
    { ...plain, evaluation: result.evaluation },
    { ...options, madeAt: new Date().toISOString() },
  )
  return bytes === null ? undefined : { name: officeFileName(kind, result, options.form), bytes }
}

export function downloadOfficeFile({ name, bytes }: OfficeFile): void {
  const type = name.endsWith('.docx') ? WORD : EXCEL
  download(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
}

/** 单位_项目_年度_绩效评价报告.docx */
function officeFileName(
  kind: OfficeFileKind,
  { evaluation }: Pick<ScoredResult, 'evaluation'>,
  form: OfficeFileOptions['form'],
): string {
  const { subject, period } = evaluation.submission
  const w = reportWords[evaluation.language as Language].files
  const isProject = form === undefined ? subject.project !== undefined : form === 'project'
  const what = {
    report: w.report,
    'score-table': w.scores,
    'form-xlsx': isProject ? w.projectForm : w.departmentForm,
    'form-docx': isProject ? w.projectForm : w.departmentForm,
  }[kind]
  const whose = [subject.unit ?? subject.department, subject.project].flatMap((each) =>
    each === undefined ? [] : [[...each].slice(0, 24).join('')],
  )
  const ending = kind === 'report' || kind === 'form-docx' ? 'docx' : 'xlsx'
  return fileNameOf([...whose, w.year(period), what].join('_').replace(/\s+/g, ' '), ending)
}
