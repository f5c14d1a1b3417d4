import { extname, resolve } from 'node:path'
import { type CompiledScheme, cellFormulas, cellValues } from '@yardstick/engine'
import type { Evaluation, ReportTexts, Submission } from '@yardstick/model'
import type { Option } from '../arguments.ts'
import type { Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from './whole-file.ts'

/** The files a score may be written to. The libraries that make them are loaded for them only. */
export const fileOptions: readonly Option[] = [
  {
    name: 'xlsx',
    value: 'FILE',
    help: {
      zh: '评分表写成 Excel 文件，得分旁有可复算的公式',
      en: 'the score table as Excel, live formulas beside the scores',
    },
  },
  {
    name: 'docx',
    value: 'FILE',
    help: {
      zh: '绩效评价报告写成 Word 文件，须人写的地方留出标记',
      en: 'the report as Word; what people must write is marked',
    },
  },
  {
    name: 'form',
    value: 'FILE',
    help: { zh: '绩效自评表，.xlsx 或 .docx', en: 'the self-evaluation form, .xlsx or .docx' },
  },
  {
    name: 'texts',
    value: 'FILE',
    help: {
      zh: '报告和自评表中由人写的文字（ReportTexts，JSON）',
      en: 'what people wrote for report and form (ReportTexts, JSON)',
    },
  },
]

const ENDINGS = { xlsx: ['.xlsx'], docx: ['.docx'], form: ['.xlsx', '.docx'] } as const
type FileOption = keyof typeof ENDINGS

/** Told before anything is scored: a file of another kind, one that is read, one named twice. */
export function wrongFiles(given: Given, read: readonly string[], { io }: Shell): Read<undefined> {
  const taken = new Set(read.map((file) => resolve(io.cwd, file)))
  for (const [option, endings] of entries()) {
    const file = given.values.get(option)
    if (file === undefined) continue
    if (!endings.some((ending) => ending === extname(file).toLowerCase())) return unreadable(file, wrongEnding(endings))
    const path = resolve(io.cwd, file)
    if (taken.has(path)) return unreadable(file, takenAlready)
    taken.add(path)
  }
  return { ok: true, value: undefined }
}

export interface Scored {
  readonly compiled: CompiledScheme
  readonly evaluation: Evaluation
  readonly submission: Submission
  readonly texts: ReportTexts | undefined
}

/** Writes what is asked for and says so; the first file that cannot be written ends it. */
export async function writeScoreFiles(given: Given, scored: Scored, shell: Shell): Promise<Read<undefined>> {
  for (const [option] of entries()) {
    const file = given.values.get(option)
    if (file === undefined) continue
    const { bytes, toFill } = await MAKERS[option](scored, file)
    const wrong = await writeWhole(shell.io, file, bytes)
    if (wrong !== undefined) return unreadable(file, wrong)
    shell.say([shell.pick(saidWritten(plainText(file), toFill.map(plainText)))])
  }
  return { ok: true, value: undefined }
}

interface Made {
  readonly bytes: Uint8Array
  readonly toFill: readonly string[]
}

const MAKERS: { readonly [O in FileOption]: (scored: Scored, file: string) => Promise<Made> } = {
  async xlsx({ compiled, evaluation, submission }) {
    const { placeScores, scoreWorkbook } = await import('@yardstick/exchange/render/score-workbook')
    const { writeWorkbook } = await import('@yardstick/exchange/write/xlsx')
    const { scheme } = compiled
    const formulas = cellFormulas(compiled, placeScores(scheme, evaluation.language), evaluation)
    const values = cellValues(compiled, submission)
    return { bytes: await writeWorkbook(scoreWorkbook({ scheme, evaluation, formulas, values })), toFill: [] }
  },
  async docx({ compiled: { scheme }, evaluation, submission, texts }) {
    const { report } = await import('@yardstick/exchange/render/report')
    const { writeDocument } = await import('@yardstick/exchange/write/docx')
    const document = report({ scheme, evaluation, submission, ...(texts === undefined ? {} : { texts }) })
    return { bytes: await writeDocument(document), toFill: document.toFill }
  },
  async form({ compiled: { scheme }, evaluation, submission, texts }, file) {
    const { selfEvaluation, selfEvaluationDocument, selfEvaluationWorkbook } = await import(
      '@yardstick/exchange/render/self-evaluation'
    )
    const form = selfEvaluation({ scheme, evaluation, submission, texts: texts?.form ?? {} })
    if (extname(file).toLowerCase() === '.docx') {
      const { writeDocument } = await import('@yardstick/exchange/write/docx')
      return { bytes: await writeDocument(selfEvaluationDocument(form)), toFill: form.empty }
    }
    const { writeWorkbook } = await import('@yardstick/exchange/write/xlsx')
    return { bytes: await writeWorkbook(selfEvaluationWorkbook(form)), toFill: form.empty }
  },
}

function entries() {
  return Object.entries(ENDINGS) as [FileOption, readonly string[]][]
}

function wrongEnding(endings: readonly string[]): Bilingual {
  return {
    zh: `文件名应以 ${endings.join(' 或 ')} 结尾`,
    en: `the name of this file must end with ${endings.join(' or ')}`,
  }
}

const takenAlready: Bilingual = {
  zh: '这个文件已用作输入或另一输出；请另给文件名',
  en: 'this file is read, or written to already; name another',
}

/** The first few places by name. */
function saidWritten(file: string, toFill: readonly string[]): Bilingual {
  if (toFill.length === 0) return { zh: `已写入 ${file}`, en: `written to ${file}` }
  const shown = toFill.slice(0, 5)
  const more = toFill.length > shown.length
  return {
    zh: `已写入 ${file}；待填写 ${toFill.length} 处：${shown.join('、')}${more ? '等' : ''}`,
    en: `written to ${file}; still to be filled in: ${toFill.length} (${shown.join(', ')}${more ? ' and more' : ''})`,
  }
}
