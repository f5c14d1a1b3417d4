import { diff, type SchemeDifference } from '@yardstick/engine'
import {
  type Issue,
  type Lineage,
  limitIssues,
  nodeHash,
  type Parameter,
  parameterValue,
  type Scheme,
  templateBase,
  walk,
} from '@yardstick/model'
import type { Bilingual } from '../language.ts'
import type { Template } from '../read/read-template.ts'
import { sha256 } from '../read/sha256.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { differenceLines } from './difference-list.ts'
import { issueLines } from './issue-list.ts'
import { hanging, labelled } from './list.ts'

type Standing = 'same' | 'changed' | 'points' | 'added' | 'removed'

/** An adopted scheme beside the one that was signed. */
export interface Held {
  readonly scheme: Scheme
  readonly lineage: Lineage
  readonly indicators: readonly { readonly id: string; readonly path: readonly string[]; readonly standing: Standing }[]
  readonly parameters: readonly { readonly parameter: Parameter; readonly signed: string; readonly set: string }[]
  readonly differences: readonly SchemeDifference[]
  /** What was changed beyond what the levels above allow. */
  readonly issues: readonly Issue[]
}

/**
 * Holds an adopted scheme to the package it names, by what stands in the package: the hashes that its own lineage holds are not
 * believed. The parameters are set as it says, so that what remains is what was changed here.
 */
export function holdAgainst(
  template: Template,
  scheme: Scheme,
): { ok: true; value: Held } | { ok: false; words: Bilingual } {
  const { lineage } = scheme
  if (lineage === undefined) return { ok: false, words: words.notAdopted }
  const { version, hash } = lineage.template
  if (hash !== template.hash)
    return { ok: false, words: words.otherVersion(version, template.package.manifest.version) }
  const signed = template.package.schemes.find(({ id }) => id === lineage.template.scheme)
  const base = signed === undefined ? undefined : templateBase(signed, scheme)
  if (signed === undefined || base?.ok !== true) return { ok: false, words: words.notAdopted }
  const parameters = (signed.sharing?.parameters ?? []).map((parameter) => {
    const signedValue = parameterValue(signed, parameter) ?? ''
    return { parameter, signed: signedValue, set: lineage.parameters?.[parameter.id] ?? signedValue }
  })
  const indicators = standings(base.value, scheme)
  const [before, after] = [base.value, scheme].map(withoutHead)
  const issues = limitIssues(base.value, scheme)
  return { ok: true, value: { scheme, lineage, indicators, parameters, differences: diff(before!, after!), issues } }
}

/** Lineage and what it gives to others are no part of the comparison. */
function withoutHead({ lineage: _, sharing: __, ...scheme }: Scheme): Scheme {
  return scheme
}

function standings(base: Scheme, scheme: Scheme): Held['indicators'] {
  const marks = (of: Scheme) =>
    new Map(
      walk(of).map(({ node, parent, path }) => {
        return [node.id, { hash: nodeHash(node, parent?.id ?? null, sha256), points: node.points, path }] as const
      }),
    )
  const [before, after] = [marks(base), marks(scheme)]
  const here = [...after].map(([id, { hash, points, path }]) => {
    const there = before.get(id)
    const standing: Standing =
      there === undefined ? 'added' : there.hash !== hash ? 'changed' : there.points === points ? 'same' : 'points'
    return { id, path, standing }
  })
  const gone = [...before].flatMap(([id, { path }]) =>
    after.has(id) ? [] : [{ id, path, standing: 'removed' as const }],
  )
  return [...here, ...gone]
}

export function adoptedData({ lineage, indicators, parameters, differences, issues }: Held) {
  return {
    template: lineage.template,
    mode: lineage.mode,
    parameters: parameters.map(({ parameter: { id, name }, signed, set }) => ({ id, name, signed, set })),
    indicators,
    differences,
    issues,
  }
}

/** How many are as signed, the parameters, and each change in a sentence. */
export function adoptedLines(
  { scheme, lineage, indicators, parameters, differences, issues }: Held,
  shell: Shell,
): string[] {
  const { language, width, paint } = shell
  const said = WORDS[language]
  const count = (standing: Standing) => indicators.filter((each) => each.standing === standing).length
  const counts = (['same', 'changed', 'points', 'added', 'removed'] as const)
    .filter((standing) => standing === 'same' || count(standing) > 0)
    .map((standing) => said.counts[standing](count(standing)))
  const rows = parameters.map(({ parameter: { name }, signed, set }) => [
    plainText(name),
    set === signed ? said.asSigned(set) : said.set(set, signed),
  ])
  return [
    ...hanging('', plainText(`${scheme.name}${said.adopted[lineage.mode]}`), width).map(paint.bold),
    ...hanging('  ', counts.join(said.list), width),
    ...(rows.length === 0 ? [] : [`  ${said.parameters}`, ...labelled(rows as [string, string][], width, '    ')]),
    ...(differences.length === 0 ? [paint.green(`  ${said.nothing}`)] : differenceLines(differences, shell)),
    ...(issues.length === 0 ? [] : [paint.red(said.beyond), ...issueLines(issues, { language, width, paint })]),
  ]
}

const words = {
  notAdopted: { zh: '这份指标体系不是采用自这个模板包', en: 'this scheme was not adopted from the package' },
  otherVersion: (version: string, found: string) => ({
    zh: `这份指标体系采用自 ${version} 版的另一个文件，不是这个 ${found} 版模板包`,
    en: `this scheme was adopted from another file, version ${version}, not from this package, version ${found}`,
  }),
}

const WORDS = {
  zh: {
    list: '，',
    adopted: { reference: '（引用）', copy: '（复制）' },
    parameters: '参数',
    asSigned: (value: string) => `${value}（与签名时相同）`,
    set: (value: string, signed: string) => `${value}（签名时为 ${signed}）`,
    nothing: '没有别的改动',
    beyond: '超出上级许可的改动：',
    counts: {
      same: (count: number) => `${count} 个指标与签名时相同`,
      changed: (count: number) => `${count} 个改了`,
      points: (count: number) => `${count} 个只改了分值`,
      added: (count: number) => `${count} 个是新增的`,
      removed: (count: number) => `${count} 个删去了`,
    },
  },
  en: {
    list: ', ',
    adopted: { reference: ' (by reference)', copy: ' (a copy)' },
    parameters: 'parameters',
    asSigned: (value: string) => `${value} (as signed)`,
    set: (value: string, signed: string) => `${value} (signed: ${signed})`,
    nothing: 'no other changes',
    beyond: 'Changes beyond what those above allow:',
    counts: {
      same: (count: number) => `as signed: ${count}`,
      changed: (count: number) => `changed: ${count}`,
      points: (count: number) => `points only: ${count}`,
      added: (count: number) => `added: ${count}`,
      removed: (count: number) => `removed: ${count}`,
    },
  },
} as const
