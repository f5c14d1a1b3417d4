import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { compile, evaluate } from '@yardstick/engine'
import { report } from '@yardstick/exchange/render/report'
import {
  selfEvaluation,
  selfEvaluationDocument,
  selfEvaluationWorkbook,
} from '@yardstick/exchange/render/self-evaluation'
import { writeDocument } from '@yardstick/exchange/write/docx'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type Language, type Result, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { faultsOf, textOf } from '../../packages/exchange/src/write/office-file.testing.ts'
import { printedReports } from './printed-reports.ts'

/**
 * The reports of the seeds, made anew from rules and data, say what the printed ones say: total, grade, level 1, the
 * sentence on each indicator. The words looked for are the printed report's, its spaces and line breaks aside.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const others = [
  'national/project-selfeval',
  'national/department-overall',
  'national/project-evaluation',
  'national/cost-output-benefit-satisfaction',
  'departments/education',
  'departments/human-resources',
  'departments/transport',
]

test.each(printedReports)('[X5] %s says what is printed', async (folder, said) => {
  const { bytes, text } = await made(folder, 'zh')
  expect(faultsOf(bytes)).toEqual([])
  expect(said.filter((each) => !text.includes(each))).toEqual([])
  expect(said.length).toBeGreaterThan(0)
})

test.each(others)('[X5] %s makes a sound file in both languages', async (folder) => {
  for (const language of ['zh', 'en'] as const) {
    const { bytes, text, evaluation } = await made(folder, language)
    expect(faultsOf(bytes)).toEqual([])
    const leaves = evaluation.indicators.filter(({ method }) => method !== undefined)
    expect(leaves.length).toBeGreaterThan(0)
    expect(leaves.filter(({ sentence }) => !flat(text).includes(flat(sentence)))).toEqual([])
  }
})

test('LibreOffice opens reports and forms, where it is', { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-office-'))
  try {
    writeFileSync(join(folder, 'control.txt'), 'a text any installation with a writer opens')
    const { bytes, compiled, evaluation, submission } = await made('seeds/nanchang-2021-sysops-project', 'zh')
    writeFileSync(join(folder, 'report.docx'), bytes)
    const form = selfEvaluation({ scheme: compiled.scheme, evaluation, submission })
    writeFileSync(join(folder, 'form.docx'), await writeDocument(selfEvaluationDocument(form)))
    writeFileSync(join(folder, 'table.xlsx'), await writeWorkbook(selfEvaluationWorkbook(form)))
    const files = readdirSync(folder)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const argv = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]
    await promisify(execFile)('soffice', argv, { cwd: folder, timeout: 80_000 }).catch(() => undefined)
    if (!existsSync(join(folder, 'control.pdf'))) {
      console.log('NOT RUN: reports in LibreOffice, which is not here or has no writer')
      return
    }
    const pdf = (name: string) => readFileSync(join(folder, `${name}.pdf`), 'latin1')
    expect(files.map((file) => pdf(file.split('.')[0]!).slice(0, 5))).toEqual(files.map(() => '%PDF-'))
    expect(pdf('report').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(8)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function made(folder: string, language: Language) {
  const path = (name: string) => join(root, 'rules', folder, name)
  const json = (name: string): unknown => JSON.parse(readFileSync(path(name), 'utf8'))
  const has = existsSync(path('declaration.json'))
  const declaration = has ? { declaration: good(validate('declaration', json('declaration.json') as never)) } : {}
  const compiled = good(compile(good(validate('scheme', json('scheme.json') as never)), { sha256, ...declaration }))
  const submission = good(validate('submission', json('submission.json') as never))
  const evaluation = await evaluate(compiled, submission, { sha256, language })
  const bytes = await writeDocument(report({ scheme: compiled.scheme, evaluation, submission }))
  return { bytes, text: textOf(bytes), compiled, evaluation, submission }
}

/** A paragraph may break where a sentence has a line break. */
const flat = (text: string) => text.replace(/\s+/g, '')

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
