import { resolve } from 'node:path'
import type { Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import { readGroup } from '../read/read-group.ts'
import { mappedBy, readMapping } from '../read/read-mapping.ts'
import { readSchemes, type Schemes } from '../read/read-schemes.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import type { Shell } from '../shell.ts'
import { declaredTexts } from './declared-texts.ts'
import type { ScoringJob } from './job.ts'
import { type DataKind, openData } from './open-data.ts'
import { outForm } from './result-file.ts'
import type { Source } from './text-source.ts'

/** Everything that a run over data needs, read and held to each other. */
export interface Opened {
  readonly schemes: Schemes
  readonly job: ScoringJob
  readonly source: Source
}

/** Undefined where DATA is a table that names nothing of the scheme: then it is read as a form. */
export async function openJob(
  given: Given,
  kind: Exclude<DataKind, 'returned'>,
  shell: Shell,
): Promise<Read<Opened | undefined>> {
  const { io, language } = shell
  const [schemeFile, dataFile, outFile] = [given.file(0), given.file(1), given.values.get('out')]
  if (outFile === undefined && kind === 'ndjson') return unreadable(dataFile, noOut)
  const wrong = outFile === undefined ? undefined : wrongFiles(dataFile, outFile, io.cwd)
  if (wrong !== undefined) return unreadable(dataFile, wrong)
  const read = await readSchemes(io, schemeFile, given.values.get('declaration'))
  if (!read.ok) return read
  const schemes = read.value
  const { scheme } = schemes.common.compiled
  const mapping = await readMapping(given, io, scheme)
  if (!mapping.ok) return mapping
  const groupFile = given.values.get('group')
  const mapped = mappedBy(mapping.value, scheme)
  const group = groupFile === undefined ? undefined : await readGroup(io, groupFile, schemes.common.compiled, mapped)
  if (group?.ok === false) return group
  const period = given.values.get('period') ?? String(scheme.year ?? '—')
  const about = { scheme, mapping: mapping.value, period, isTable: given.flags.has('table') }
  const opened = await openData(io, dataFile, kind, about)
  if (!opened.ok) return opened
  const source = opened.value
  if (source === undefined) return { ok: true, value: undefined }
  const { form } = source
  const job: ScoringJob = {
    scheme: schemes.documents.scheme,
    declared: declaredTexts(schemes.documents.declared),
    ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
    ...(group === undefined ? {} : { group: group.value }),
    data: form,
    out: outForm(outFile ?? ''),
    language,
    trace: given.flags.has('trace'),
  }
  const issues = form.kind === 'table' ? form.heads.issues : []
  const isWrong = issues.some(({ severity }) => severity === 'error')
  if (!isWrong && outFile !== undefined) return { ok: true, value: { schemes, job, source } }
  await source.close()
  return isWrong ? refused(dataFile, issues) : unreadable(dataFile, noOut)
}

function wrongFiles(data: string, out: string, cwd: string): Bilingual | undefined {
  if (resolve(cwd, data) !== resolve(cwd, out)) return undefined
  return {
    zh: '结果不能写到所读的文件上；请另给 -o',
    en: 'the results cannot go into the file that is read; name another with -o',
  }
}

const noOut: Bilingual = { zh: '缺少 --out OUT', en: '--out OUT is missing' }
