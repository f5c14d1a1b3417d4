import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { check, renewCases } from '@yardstick/engine'
import { adopt as adoptScheme, type Issue, issue, planAdoption, type Scheme } from '@yardstick/model'
import type { Command, Given } from '../command.ts'
import type { Io } from '../io.ts'
import { parametersSaid } from '../read/parameters-said.ts'
import { readMapping } from '../read/read-mapping.ts'
import { refOf, type Template } from '../read/read-template.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import { regionSaid } from '../read/region-said.ts'
import { sha256 } from '../read/sha256.ts'
import { trustedTemplate } from '../read/trusted-template.ts'
import { refuse } from '../refuse.ts'
import { type Adoption, adoptionData, adoptionLines } from '../render/adoption-report.ts'
import { designFindings } from '../render/design-findings.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'
import { keysOption } from './shared-options.ts'

/** A scheme of a package that is trusted → one's own, with its lineage. */
export const adopt: Command = {
  name: 'adopt',
  files: 'FILE',
  summary: { zh: '采用：从模板包得到本地的指标体系，记下来源', en: 'adopt a scheme from a package, with its lineage' },
  details: {
    zh: 'FILE 为受信任的模板包，或随标尺提供的模板所在的文件夹（rules/ 之下）。引用（reference）受上级的可改范围约束，可以接收更新；\n复制（copy）不受约束。--dry-run 只说带来什么、还要什么，什么也不写。',
    en: 'FILE is a package that is trusted, or the folder of a template that comes with Yardstick (below rules/). By reference the\nlimits of those above hold and updates can be taken; a copy is your own. --dry-run says what it brings and what it asks\nfor, and writes nothing.',
  },
  options: [
    { name: 'out', short: 'o', value: 'SCHEME', help: { zh: '写出的指标体系', en: 'the scheme that is written' } },
    {
      name: 'scheme',
      value: 'ID',
      help: { zh: '包内有几份时，采用哪一份', en: 'which one, where the package has several' },
    },
    {
      name: 'mode',
      value: 'reference|copy',
      help: { zh: '引用或复制；默认引用', en: 'by reference, or as a copy; by reference by default' },
    },
    {
      name: 'set',
      value: 'NAME=VALUE',
      isMany: true,
      help: { zh: '参数（名称或编号），可给多次', en: 'a parameter, by name or id; may be given several times' },
    },
    {
      name: 'region',
      value: 'NAME:CODE',
      help: { zh: '本地区，如 南昌县:360121', en: 'your region, such as 南昌县:360121' },
    },
    {
      name: 'mapping',
      value: 'FILE',
      help: { zh: '名称对照：核对本地名称与数据项', en: 'a mapping of local names, held to the data items' },
    },
    { name: 'dry-run', help: { zh: '只看，不写', en: 'look only, write nothing' } },
    { name: 'overwrite', help: { zh: '文件已有时写在其上', en: 'write over a file that is there' } },
    keysOption,
  ],

  async run(given, shell) {
    const out = given.values.get('out')
    const isDryRun = given.flags.has('dry-run')
    if (out !== undefined && !isDryRun && !given.flags.has('overwrite') && (await isThere(shell.io, out))) {
      return refuse(unreadable(out, words.there), shell)
    }
    if (out === undefined && !isDryRun) return refuse(unreadable(given.file(0), words.noOut), shell)
    const read = await adoption(given, shell)
    if (!read.ok) return refuse(read, shell)
    const { scheme } = read.value
    const findings = await check(scheme, { sha256 })
    if (!isDryRun) {
      const failed = await writeWhole(shell.io, out!, `${JSON.stringify(scheme, null, 2)}\n`)
      if (failed !== undefined) return refuse(unreadable(out!, failed), shell)
    }
    const written = isDryRun ? undefined : out
    if (shell.isJson)
      shell.printJson({
        ...adoptionData(read.value),
        out: written ?? null,
        issues: [...read.value.plan.issues, ...findings],
      })
    else printReport(read.value, findings, written, shell)
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function printReport(adopted: Adoption, findings: readonly Issue[], out: string | undefined, shell: Shell): void {
  shell.print(adoptionLines(adopted, shell))
  shell.say(designFindings([...adopted.plan.issues, ...findings], shell))
  shell.say([plainText(shell.pick(out === undefined ? words.dryRun : words.written(out)))])
}

async function adoption(given: Given, shell: Shell): Promise<Read<Adoption>> {
  const file = given.file(0)
  const mode = given.values.get('mode') ?? 'reference'
  if (mode !== 'reference' && mode !== 'copy') return unreadable(file, words.mode(mode))
  const template = await trustedTemplate(shell.io, given, file)
  if (!template.ok) return template
  if (template.value.package.manifest.proposal !== undefined) {
    return refused(file, [issue('TEMPLATE_PROPOSAL', { found: template.value.package.manifest.name })])
  }
  const from = schemeOf(template.value, given.values.get('scheme'))
  if (!from.ok) return from
  const region = regionSaid(given.values.get('region'))
  if (!region.ok) return region
  const parameters = parametersSaid(from.value, given.lists.get('set') ?? [])
  if (!parameters.ok) return parameters
  const how = {
    mode,
    parameters: parameters.value,
    ...(region.value === undefined ? {} : { region: region.value }),
  } as const
  const ref = refOf(template.value, from.value.id)
  const made = adoptScheme({ template: ref, scheme: from.value }, how, sha256)
  if (!made.ok) return refused(file, made.issues)
  const { scheme, issues: renewed } = await renewCases(from.value, made.value, sha256)
  const mapping = await readMapping(given, shell.io, scheme)
  if (!mapping.ok) return mapping
  const plan = planAdoption({ package: template.value.package, schemeId: from.value.id, known: NOTHING_KNOWN })!
  const adopted = {
    template: template.value,
    from: from.value,
    scheme,
    mode,
    plan: { ...plan, issues: [...plan.issues, ...renewed] },
  } as const
  return { ok: true, value: { ...adopted, ...(mapping.value === undefined ? {} : { mapping: mapping.value }) } }
}

/** A folder of files knows of no other schemes; the library of a server does. */
const NOTHING_KNOWN = { templates: [], schemes: [] }

function isThere({ cwd }: Io, file: string): Promise<boolean> {
  return stat(resolve(cwd, file)).then(
    () => true,
    () => false,
  )
}

function schemeOf({ package: { schemes }, file }: Template, wanted: string | undefined): Read<Scheme> {
  const [only, ...others] = wanted === undefined ? schemes : schemes.filter(({ id }) => id === wanted)
  if (only !== undefined && others.length === 0) return { ok: true, value: only }
  return unreadable(file, words.which(schemes.map(({ id, name }) => `${id} ${name}`)))
}

const words = {
  there: {
    zh: '这个文件已有，其中的本地改动会丢失；请另给 -o，接收更新请用 merge，确要写在其上请加 --overwrite',
    en: 'this file is there already, and what was changed in it would be lost; name another with -o, take updates with merge, or add --overwrite',
  },
  noOut: { zh: '缺少 -o SCHEME（或用 --dry-run 只看）', en: '-o SCHEME is missing (or look only, with --dry-run)' },
  mode: (found: string) => ({
    zh: `--mode 应为 reference（引用）或 copy（复制），现为 ${found}`,
    en: `--mode is reference or copy, found ${found}`,
  }),
  which: (there: readonly string[]) => ({
    zh: `请用 --scheme 指明采用哪一份：${there.join('、')}`,
    en: `say with --scheme which one to adopt: ${there.join(', ')}`,
  }),
  dryRun: { zh: '只看了看，什么也没有写', en: 'Looked only; nothing was written' },
  written: (file: string) => ({ zh: `已写出 ${file}`, en: `Wrote ${file}` }),
}
