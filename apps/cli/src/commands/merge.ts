import { check, compile, impact as impactOf } from '@yardstick/engine'
import type { Scheme } from '@yardstick/model'
import type { Command, Given } from '../command.ts'
import { exitCodeOf } from '../exit-code.ts'
import type { MergeInputs } from '../merge/merged.ts'
import { takeProposal } from '../merge/proposal.ts'
import { takeUpdate } from '../merge/update.ts'
import { readDocument } from '../read/read-document.ts'
import { readSubmissions } from '../read/read-submissions.ts'
import { readTemplate } from '../read/read-template.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import { sha256 } from '../read/sha256.ts'
import { trustedTemplate } from '../read/trusted-template.ts'
import { refuse } from '../refuse.ts'
import { designFindings } from '../render/design-findings.ts'
import { impactReport, MOST_THROUGH } from '../render/impact-report.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'
import { keysOption } from './shared-options.ts'

/** An adopted scheme and the newer version of its template → the updated scheme; or one's own and a proposal to it. */
export const merge: Command = {
  name: 'merge',
  files: 'LOCAL NEW',
  summary: { zh: '合并上级更新，或接受下级的贡献', en: 'merge an update from above, or accept a proposal' },
  details: {
    zh: '逐项列出上级改了、本地改了、双方都改了的。双方都改了的默认保留本地；锁定的以上级为准，本地的改动照样列出。\nNEW 是贡献时，LOCAL 为自己现在的指标体系，--accept 逐项接受；不给则只列出所提的改动。\n不给 -o 只看不写。合并后的设计有错误（如分值加不拢）时照写，退出码为 1。',
    en: 'Lists what those above changed, what was changed here, and what both did. Where both did, the local stays by default; what\nis locked is as those above say, and the local change is listed all the same. Where NEW is a proposal, LOCAL is your own\npresent scheme and --accept takes it part by part; without it the proposed changes are only listed. Without -o nothing is\nwritten. Where the merged design has errors (points that do not add up) it is written all the same, and it ends with 1.',
  },
  options: [
    {
      name: 'base',
      value: 'FILE',
      isRequired: true,
      help: {
        zh: '采用时的那一版模板包；接受贡献时，是贡献所依据的自己的那一版',
        en: 'the package it was adopted from; of a proposal, your own version that it was made from',
      },
    },
    {
      name: 'out',
      short: 'o',
      value: 'OUT',
      help: { zh: '写出合并后的指标体系', en: 'the merged scheme' },
    },
    {
      name: 'take',
      value: 'SIDE:ID[/FIELD]',
      isMany: true,
      help: {
        zh: '取哪一方的：upstream:编号 或 local:编号，可到字段；可给多次',
        en: 'whose to take, upstream:ID or local:ID, of a field too; may be given several times',
      },
    },
    {
      name: 'set',
      value: 'NAME=VALUE',
      isMany: true,
      help: { zh: '新版本的参数，可给多次', en: 'a parameter of the newer version; may be given several times' },
    },
    {
      name: 'accept',
      value: 'ID',
      isMany: true,
      help: {
        zh: '接受贡献中的这一项，all 为全部；可给多次',
        en: 'accept this part of a proposal, all for everything; may be given several times',
      },
    },
    {
      name: 'data',
      value: 'SUBMISSIONS',
      help: { zh: '填报数据：说明谁的得分、等级、名次会变', en: 'submissions: whose score, grade and rank it changes' },
    },
    {
      name: 'allow-older',
      help: { zh: '比采用时还旧的版本也合并', en: 'merge a version older than the one it was adopted from too' },
    },
    keysOption,
  ],

  async run(given, shell) {
    const inputs = await readInputs(given, shell)
    if (!inputs.ok) return refuse(inputs, shell)
    const isProposal = inputs.value.newer.package.manifest.proposal !== undefined
    const merged = (isProposal ? takeProposal : takeUpdate)(inputs.value, given, shell)
    if (!merged.ok) return refuse(merged, shell)
    const { scheme, data, lines } = merged.value
    const findings = await check(scheme, { sha256 })
    const effect = await effectOf(inputs.value.local, scheme, given, shell)
    if (!effect.ok) return refuse(effect, shell)
    const out = given.values.get('out')
    const failed =
      out === undefined ? undefined : await writeWhole(shell.io, out, `${JSON.stringify(scheme, null, 2)}\n`)
    if (failed !== undefined) return refuse(unreadable(out!, failed), shell)
    if (shell.isJson) {
      shell.printJson({ ...data, out: out ?? null, issues: findings, ...effect.value.data })
      return exitCodeOf(findings, given)
    }
    shell.print([...lines, ...effect.value.lines])
    shell.say(designFindings(findings, shell))
    shell.say([plainText(shell.pick(out === undefined ? words.notWritten : words.written(out)))])
    return exitCodeOf(findings, given)
  },
}

async function readInputs(given: Given, { io }: Shell): Promise<Read<MergeInputs>> {
  const [localFile, newFile] = [given.file(0), given.file(1)]
  const local = await readDocument(io, 'scheme', localFile)
  if (!local.ok) return local
  const newer = await trustedTemplate(io, given, newFile)
  if (!newer.ok) return newer
  const base = await readTemplate(io, given.values.get('base')!)
  if (!base.ok) return base
  return { ok: true, value: { local: local.value, localFile, newer: newer.value, base: base.value } }
}

/** What the merge does to submissions there are, where they are given. */
async function effectOf(
  before: Scheme,
  after: Scheme,
  given: Given,
  shell: Shell,
): Promise<Read<{ data: object; lines: readonly string[] }>> {
  const file = given.values.get('data')
  if (file === undefined) return { ok: true, value: { data: {}, lines: [] } }
  const submissions = await readSubmissions(shell.io, file)
  if (!submissions.ok) return submissions
  const compiled = []
  for (const scheme of [before, after]) {
    const one = compile(scheme, { sha256 })
    if (!one.ok) return refused(given.file(0), one.issues)
    compiled.push(one.value)
  }
  const most = shell.isJson ? {} : { most: MOST_THROUGH }
  const impact = await impactOf(compiled[0]!, compiled[1]!, submissions.value, { language: shell.language, ...most })
  return { ok: true, value: { data: { impact }, lines: ['', ...impactReport(impact, [before, after], shell)] } }
}

const words = {
  notWritten: { zh: '只看了看，什么也没有写；用 -o 写出', en: 'Looked only; nothing was written without -o' },
  written: (file: string) => ({ zh: `已写出 ${file}`, en: `Wrote ${file}` }),
}
