import {
  type AdoptionPlan,
  indicatorById,
  isForEvaluators,
  type Language,
  type Lineage,
  type Mapping,
  parameterValue,
  type Scheme,
} from '@yardstick/model'
import type { Template } from '../read/read-template.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging, labelled } from './list.ts'

/** A scheme that was adopted, beside what it was adopted from. */
export interface Adoption {
  readonly template: Template
  readonly from: Scheme
  readonly scheme: Scheme
  readonly mode: Lineage['mode']
  readonly plan: AdoptionPlan
  readonly mapping?: Mapping
}

export function adoptionData({ scheme, mode, from, mapping, plan }: Adoption) {
  return {
    template: scheme.lineage!.template,
    mode,
    region: scheme.region ?? null,
    brings: plan.brings,
    parameters: parametersOf(from, scheme).map(({ id, name, least, most, set, signed }) => ({
      id,
      name,
      least,
      most,
      signed,
      set,
    })),
    boundaries: scheme.lineage?.boundaries ?? [],
    needs: {
      ...plan.needs,
      items: neededItems(scheme).map((name) => ({ name, local: mapping?.items[name]?.name ?? null })),
    },
  }
}

/** What is adopted, what it brings, what may be set and what may not be changed, and what has to be filled in. */
export function adoptionLines(adopted: Adoption, shell: Shell): string[] {
  const { language, width, paint } = shell
  const { template, from, scheme, mode } = adopted
  const words = WORDS[language]
  const { name, version, publisher } = template.package.manifest
  const source = [...(name === scheme.name ? [] : [name]), version, publisher]
  const head = words.head[mode](`${scheme.name}${words.bracket(source.join(words.list))}`)
  const limits = scheme.lineage?.mode === 'reference' ? (scheme.lineage.boundaries ?? []) : []
  const parameters = parametersOf(from, scheme)
  return [
    ...hanging('', plainText(head), width).map(paint.bold),
    ...hanging(`  ${words.region}`, plainText(regionOf(scheme) ?? words.noRegion), width),
    ...hanging(`  ${words.brings}`, words.counts(adopted.plan.brings), width),
    ...(parameters.length === 0 ? [] : [`  ${words.parameters}`, ...parameterLines(parameters, language, width)]),
    ...(limits.length === 0 ? [] : [`  ${words.limits}`, ...limits.flatMap((each) => limitLines(each, scheme, shell))]),
    ...needLines(adopted, shell),
  ]
}

const regionOf = ({ region }: Scheme): string | undefined =>
  region === undefined ? undefined : [region.name, region.code].filter(Boolean).join(' ')

function parametersOf(from: Scheme, scheme: Scheme) {
  return (from.sharing?.parameters ?? []).map((parameter) => {
    const signed = parameterValue(from, parameter) ?? ''
    return { ...parameter, signed, set: scheme.lineage?.parameters?.[parameter.id] ?? signed }
  })
}

function parameterLines(parameters: ReturnType<typeof parametersOf>, language: Language, width: number): string[] {
  const words = WORDS[language]
  const rows = parameters.map(({ id, name, least, most, signed, set }) => {
    const limits = least === undefined && most === undefined ? undefined : words.between(least, most)
    const about = [set === signed ? words.byDefault : words.insteadOf(signed), limits].filter(Boolean).join(words.list)
    return [plainText(`${name}${words.bracket(id)}`), plainText(`${set}${words.bracket(about)}`)] as const
  })
  return labelled(rows, width, '    ')
}

/** A limit in a sentence, with the reason that its author gives. */
function limitLines(
  limit: NonNullable<Lineage['boundaries']>[number],
  scheme: Scheme,
  { language, width }: Shell,
): string[] {
  const words = WORDS[language]
  const named = limit.indicator === undefined ? undefined : indicatorById(scheme).get(limit.indicator)?.node.name
  const what = limit.indicator === undefined ? words.wholeTree : words.branch(named ?? limit.indicator)
  const said = [
    limit.mayChange === undefined ? undefined : limit.mayChange ? words.mayChange : words.mayNotChange,
    limit.points === undefined ? undefined : words.points(limit.points.plusMinus),
    limit.mayAdd === undefined ? undefined : limit.mayAdd ? words.mayAdd : words.mayNotAdd,
  ]
  const by = [limit.by, limit.note].filter(Boolean).join(words.colon)
  const rules = said.filter(Boolean).join(words.list)
  const text = `${what}${rules === '' ? '' : words.colon + rules}${words.bracket(by)}`
  return hanging('    · ', plainText(text), width)
}

const neededItems = (scheme: Scheme): string[] =>
  scheme.items.filter((item) => !isForEvaluators(item)).map(({ id }) => id)

function needLines({ scheme, mapping, plan: { needs } }: Adoption, { language, width }: Shell): string[] {
  const words = WORDS[language]
  const items = neededItems(scheme)
  const others = [
    needs.judged.length === 0
      ? []
      : hanging(`  ${words.judged(needs.judged.length)}`, plainText(few(needs.judged, words)), width),
    needs.evidence.length === 0
      ? []
      : hanging(`  ${words.evidence(needs.evidence.length)}`, plainText(few(needs.evidence, words)), width),
    needs.dependencies.map(({ id, version }) => `  ${plainText(words.dependency(id, version))}`),
  ].flat()
  if (items.length === 0) return others
  const named = items.filter((each) => mapping?.items[each] !== undefined)
  const withLocal = items.map((each) => {
    const local = mapping?.items[each]?.name
    return local === undefined || local === each ? each : `${each}${words.bracket(local)}`
  })
  const text = few(withLocal, words)
  const mapped = mapping === undefined ? [] : hanging('  ', words.mapped(named.length, items.length), width)
  return [`  ${words.needs(items.length)}`, ...hanging('    ', plainText(text), width), ...mapped, ...others]
}

const MOST_ITEMS = 12

function few(
  names: readonly string[],
  words: { readonly names: string; readonly more: (count: number) => string },
): string {
  const rest = names.length - MOST_ITEMS
  return `${names.slice(0, MOST_ITEMS).join(words.names)}${rest > 0 ? words.more(rest) : ''}`
}

const WORDS = {
  zh: {
    list: '，',
    names: '、',
    colon: '：',
    bracket: (text: string) => `（${text}）`,
    head: { reference: (what: string) => `引用 ${what}`, copy: (what: string) => `复制 ${what}` },
    region: '地区：',
    noRegion: '未写；可用 --region 名称:代码 给出',
    brings: '带来：',
    counts: ({ leaves, fullScore, items, rules, cases }: AdoptionPlan['brings']) =>
      `${leaves} 项指标，${fullScore} 分，${items} 个数据项，${rules} 条规则，${cases} 个用例`,
    parameters: '参数：',
    byDefault: '默认',
    insteadOf: (value: string) => `默认为 ${value}`,
    between: (least: string | undefined, most: string | undefined) =>
      least === undefined ? `不高于 ${most}` : most === undefined ? `不低于 ${least}` : `可设 ${least} 至 ${most}`,
    limits: '可改范围：',
    wholeTree: '整个指标体系',
    branch: (name: string) => `“${name}”及其下级`,
    mayChange: '可以改',
    mayNotChange: '不能改',
    points: (points: string) => `分值可上下浮动 ${points} 分`,
    mayAdd: '可以增加指标',
    mayNotAdd: '不能增加指标',
    needs: (count: number) => `要填 ${count} 个数据项：`,
    more: (count: number) => `等，另有 ${count} 个`,
    judged: (count: number) => `要评判 ${count} 项：`,
    evidence: (count: number) => `要佐证材料 ${count} 项：`,
    dependency: (id: string, version: string) => `另需模板 ${id} ${version} 版`,
    mapped: (named: number, all: number) => `名称对照：${named} 个有本地名称，其余 ${all - named} 个沿用原名`,
  },
  en: {
    list: ', ',
    names: ', ',
    colon: ': ',
    bracket: (text: string) => ` (${text})`,
    head: { reference: (what: string) => `By reference: ${what}`, copy: (what: string) => `A copy of ${what}` },
    region: 'region: ',
    noRegion: 'none said; give it with --region NAME:CODE',
    brings: 'brings: ',
    counts: ({ leaves, fullScore, items, rules, cases }: AdoptionPlan['brings']) =>
      `indicators: ${leaves}, points: ${fullScore}, data items: ${items}, rules: ${rules}, cases: ${cases}`,
    parameters: 'parameters:',
    byDefault: 'the default',
    insteadOf: (value: string) => `instead of ${value}`,
    between: (least: string | undefined, most: string | undefined) =>
      least === undefined ? `at most ${most}` : most === undefined ? `at least ${least}` : `from ${least} to ${most}`,
    limits: 'limits of change:',
    wholeTree: 'the whole scheme',
    branch: (name: string) => `"${name}" and all below`,
    mayChange: 'may be changed',
    mayNotChange: 'may not be changed',
    points: (points: string) => `points may move by ${points}`,
    mayAdd: 'indicators may be added',
    mayNotAdd: 'no indicators may be added',
    needs: (count: number) => `data items to be filled in, ${count}:`,
    more: (count: number) => ` and ${count} more`,
    judged: (count: number) => `judged by people, ${count}: `,
    evidence: (count: number) => `with evidence, ${count}: `,
    dependency: (id: string, version: string) => `needs the template ${id} ${version} too`,
    mapped: (named: number, all: number) => `mapping: ${named} have a local name, ${all - named} keep theirs`,
  },
} as const
