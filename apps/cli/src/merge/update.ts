import { isSameTemplate, templateName, versionOrder } from '@yardstick/exchange/package'
import { type Choice, issue, type Scheme, type TemplateUpdate, updateScheme } from '@yardstick/model'
import type { Given } from '../command.ts'
import { parametersSaid } from '../read/parameters-said.ts'
import { refOf } from '../read/read-template.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import { sha256 } from '../read/sha256.ts'
import { updateLines } from '../render/update-report.ts'
import type { Shell } from '../shell.ts'
import type { Merged, MergeInputs } from './merged.ts'

/** An update from above taken into an adopted scheme, with the choices of the command line. */
export function takeUpdate(inputs: MergeInputs, given: Given, shell: Shell): Read<Merged> {
  const { local, newer, base } = inputs
  const sides = sidesOf(inputs, given.flags.has('allow-older'))
  if (!sides.ok) return sides
  const parameters = parametersSaid(sides.value.upstream, given.lists.get('set') ?? [])
  if (!parameters.ok) return parameters
  const set = { ...local.lineage?.parameters, ...parameters.value }
  const input = { ...sides.value, local, template: refOf(newer, sides.value.upstream.id), parameters: set }
  const first = updateScheme(input, sha256)
  const choices = choicesSaid(given.lists.get('take') ?? [], first)
  if (!choices.ok) return choices
  const update = choices.value.length === 0 ? first : updateScheme({ ...input, choices: choices.value }, sha256)
  const versions = { from: base.package.manifest.version, to: newer.package.manifest.version }
  const { scheme, rows, parameters: dropped } = update
  return {
    ok: true,
    value: {
      scheme,
      data: { ...versions, rows, parameters: dropped },
      lines: updateLines(update, { ...sides.value, local }, versions, shell),
    },
  }
}

/** The two versions of the scheme as they stand in the packages; refused where they are not of this lineage, or go back. */
function sidesOf(
  { local, localFile, newer, base }: MergeInputs,
  mayBeOlder: boolean,
): Read<{ base: Scheme; upstream: Scheme }> {
  const template = local.lineage?.template
  if (template === undefined) return unreadable(localFile, words.notAdopted)
  if (base.hash !== template.hash) return unreadable(base.file, words.otherBase(template.version))
  const [before, now] = [base.package.manifest, newer.package.manifest]
  const [known, next] = [base, newer].map(({ package: read }) =>
    templateName(read.manifest, read.signature?.key ?? null),
  )
  if (!isSameTemplate(known!, next!)) return unreadable(newer.file, words.otherTemplate(before.name))
  if (!mayBeOlder && versionOrder(now.version, before.version) < 0) {
    const where = [now.name]
    return refused(newer.file, [
      issue('TEMPLATE_OLDER', { severity: 'error', where, expected: before.version, found: now.version }),
    ])
  }
  const found = [base, newer].map(({ package: { schemes } }) => schemes.find(({ id }) => id === template.scheme))
  if (found[0] === undefined || found[1] === undefined) return unreadable(newer.file, words.noScheme(template.scheme))
  return { ok: true, value: { base: found[0], upstream: found[1] } }
}

/** `upstream:ID`, `local:ID/FIELD`: of what the rows tell; both an id and a field may have a slash in them. */
function choicesSaid(said: readonly string[], { rows }: TemplateUpdate): Read<Choice[]> {
  const choices: Choice[] = []
  for (const each of said) {
    const [, take, rest = ''] = /^(upstream|local)[:：](.+)$/u.exec(each) ?? []
    if (take !== 'upstream' && take !== 'local') return unreadable(each, words.take)
    const whole = rows.filter(({ id }) => id === rest)
    const ofField = rows.flatMap((row) =>
      row.fields.flatMap(({ field }) => (`${row.id}/${field}` === rest ? [{ row, field }] : [])),
    )
    if (whole.length + ofField.length === 0)
      return unreadable(each, words.noRow([...new Set(rows.map(({ id }) => id))]))
    const locked = [...whole, ...ofField.map(({ row }) => row)].find((row) => row.isLocked)
    if (locked !== undefined && take === 'local') return unreadable(each, words.locked(locked.name, locked.by))
    choices.push(...whole.map(({ of, id }): Choice => ({ of, id, take })))
    if (whole.length === 0)
      choices.push(...ofField.map(({ row: { of, id }, field }): Choice => ({ of, id, field, take })))
  }
  return { ok: true, value: choices }
}

const words = {
  notAdopted: {
    zh: '这份指标体系没有来源，不是采用来的；请先用 adopt 采用',
    en: 'this scheme has no lineage and was not adopted; adopt it first',
  },
  otherBase: (version: string) => ({
    zh: `采用时用的不是这个文件；请给出当时的 ${version} 版模板包`,
    en: `this is not the file it was adopted from; name that one, version ${version}`,
  }),
  otherTemplate: (name: string) => ({
    zh: `这是另一个模板，不是“${name}”的新版本`,
    en: `this is another template, not a version of "${name}"`,
  }),
  noScheme: (id: string) => ({
    zh: `新版本中没有指标体系 ${id}；它可能已停用，请向发布单位询问`,
    en: `the newer version has no scheme ${id}; it may have been given up, ask the publisher`,
  }),
  take: {
    zh: '--take 应写成 upstream:编号、local:编号 或 local:编号/字段',
    en: '--take is upstream:ID, local:ID or local:ID/FIELD',
  },
  noRow: (ids: readonly string[]) => ({
    zh: `没有这一项改动；有：${ids.join('、') || '没有'}`,
    en: `there is no such change; there are: ${ids.join(', ') || 'none'}`,
  }),
  locked: (name: string, by = '') => ({
    zh: `“${name}”由上级锁定（${by}），不能取本地的`,
    en: `"${name}" is locked by those above (${by}); the local one cannot be taken`,
  }),
}
