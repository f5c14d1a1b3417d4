import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { newKey } from '@yardstick/exchange/keys'
import { makePackage, packageText, signPackage } from '@yardstick/exchange/package'
import {
  canonicalText,
  type Indicator,
  isBranch,
  type Leaf,
  type Scheme,
  type Submission,
  validate,
  walk,
} from '@yardstick/model'

/**
 * One template on its way through three levels: the nation signs two versions of it, a province adopts the first and
 * hands on its own, a county adopts that. What each of them changes stands here, so that the same journey can be made over
 * the API and in a browser.
 */
const folder = new URL('../../rules/national/department-overall/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export const NATION = '国家预算绩效评价中心（示例）'
export const PROVINCE = '江西省财政厅（示例）'
export const COUNTY = '东湖区财政局（示例）'

/** The regions of the two servers. */
export const regions = [
  { code: '360000', name: '江西省' },
  { code: '360100', name: '南昌市' },
  { code: '360102', name: '东湖区' },
]

export interface NationalTemplate {
  /** The public key, as a document to be given out. */
  readonly key: string
  /** Texts of the two `.yardstick` files. */
  readonly first: string
  readonly second: string
}

/** Two versions of the national template, signed by a key that is made here and thrown away. */
export function nationalTemplate(): NationalTemplate {
  const { key, secret } = newKey((bytes) => Uint8Array.from(randomBytes(bytes)))
  const first = nationalScheme()
  const signed = (scheme: Scheme) => {
    const { id, name, version, basis, region } = scheme
    const head = {
      id,
      name,
      version,
      publisher: NATION,
      licence: 'CC BY 4.0',
      minimumEngine: '0.1',
      date: '2024-01-15',
    }
    const manifest = { ...head, ...(basis && { basis }), ...(region && { region }) }
    const readme = `${name}，${version} 版。虚构的示例，不是官方文件。`
    return packageText(signPackage(makePackage({ manifest, schemes: [scheme], readme }, sha256), secret))
  }
  return {
    key: canonicalText({ yardstick: 'key/1', name: '国家预算绩效评价中心', publisher: NATION, key }),
    first: signed(first),
    second: signed(revised(first)),
  }
}

/** The framework of the library under a name of its own, with its submission as a sample to look at. */
function nationalScheme(): Scheme {
  const { yardstick: _, scheme: __, ...submission } = read('submission.json')
  const scheme = validate('scheme', {
    ...read('scheme.json'),
    id: 'example.department-overall',
    name: '部门整体支出绩效评价指标体系（示例）',
    version: '1.0',
    cases: [{ name: '示例市某局', submission, expected: {} }],
  })
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.issues))
  return scheme.value
}

/**
 * Version 2.0: an explanation is said anew that others may have changed too; one that is locked as well; a point goes to a
 * new indicator; and one that was free is locked.
 */
function revised(first: Scheme): Scheme {
  const scheme = changed(first, {
    'effect.benefit.social': { definition: '部门（单位）履行职责对社会发展的影响，须写明受益人群和人数。' },
    'process.execution.progress': { definition: '部门（单位）实际支付进度与既定支付进度的比率，按季度考核。' },
    'effect.benefit.economic': { points: '4' },
    'effect.benefit.ecological': { definition: '部门（单位）履行职责对生态环境的影响，按碳排放和资源节约考核。' },
  })
  const { timeliness } = leaves(scheme, 'output.duties')
  add(scheme, 'effect.benefit', {
    ...timeliness!,
    id: 'effect.benefit.promises',
    name: '承诺事项按时兑现率',
    code: '4.1.5',
    points: '1',
    definition: '向社会公开承诺的事项按时兑现的比率。',
  })
  scheme.sharing!.boundaries!.push({
    indicator: 'effect.benefit.ecological',
    mayChange: false,
    note: '生态效益自本版起各地口径一致，不再改动。',
  })
  return { ...scheme, version: '2.0' }
}

/** What the province makes of it: an indicator of its own, points within the limits, explanations in its own words. */
export function asProvince(adopted: Scheme): Scheme {
  const scheme = changed(adopted, {
    'output.duties.completion': { points: '6' },
    'process.execution.operating': { points: '4' },
    'process.execution.progress': { points: '1' },
    'effect.benefit.social': { definition: '部门履职对全省社会发展的影响，以民生实事为重点。' },
    'effect.benefit.ecological': { definition: '部门履职对全省生态环境的影响，以鄱阳湖流域为重点。' },
  })
  const { completion } = leaves(scheme, 'output.duties')
  scheme.items.push(
    { id: '乡村振兴任务数', type: 'count', unit: '项', range: { min: '1' } },
    { id: '乡村振兴任务完成数', type: 'count', unit: '项', range: { min: '0' } },
  )
  scheme.measures!.push({ id: '乡村振兴任务完成率', formula: '乡村振兴任务完成数 / 乡村振兴任务数', type: 'rate' })
  const { core: _, ...rest } = completion!
  add(scheme, 'output.duties', {
    ...rest,
    id: 'output.duties.rural',
    name: '乡村振兴任务完成率',
    code: '3.1.5',
    points: '2',
    definition: '年度乡村振兴任务完成数与下达数的比率。',
    actual: '乡村振兴任务完成率',
    target: { comparator: '>=', value: '100%' },
  })
  return {
    ...scheme,
    name: '江西省部门整体支出绩效评价指标体系（示例）',
    sharing: {
      parameters: [
        {
          id: 'rural.target',
          name: '乡村振兴任务完成率的目标',
          of: 'indicator',
          in: 'output.duties.rural',
          field: 'target/value',
          least: '80%',
          most: '100%',
          note: '各县任务轻重不一，目标在八成以上自定。',
        },
      ],
      boundaries: [
        {
          indicator: 'output.duties.rural',
          points: { plusMinus: '1' },
          mayAdd: false,
          mayChange: false,
          note: '省定指标，口径全省一致，分值可上下 1 分。',
        },
      ],
    },
  }
}

/** What the province changes once more for its 1.1, after it has taken over the national 2.0. */
export function asProvinceAgain(updated: Scheme): Scheme {
  const scheme = changed(updated, {
    'output.duties.timeliness': { definition: '在规定时限内完成的工作数与计划工作数的比率，以系统办结时间为准。' },
  })
  scheme.sharing!.boundaries!.push({
    indicator: 'output.duties.timeliness',
    mayChange: false,
    note: '省里按系统办结时间统一取数，各县不再改动。',
  })
  return scheme
}

/** What the county makes of the province's: all of it allowed when it is done. */
export function asCounty(adopted: Scheme): Scheme {
  const scheme = changed(adopted, {
    'output.duties.quality': { points: '5' },
    'output.duties.timeliness': { definition: '按区政府督查台账的办结时间计算。' },
    'effect.benefit.social': { definition: '部门履职对全区社会发展的影响，以老旧小区居民为重点。' },
  })
  const { social } = leaves(scheme, 'effect.benefit')
  add(scheme, 'output.duties', {
    ...social!,
    id: 'output.duties.counter',
    name: '政务服务提速成效',
    code: '3.1.6',
    points: '1',
    definition: '本部门政务服务事项平均办理时间的压缩情况。',
  })
  return { ...scheme, name: '东湖区部门整体支出绩效评价指标体系（示例）' }
}

/** What the county would like the province to take over: one of them it will, the other it will not. */
export function asProposal(county: Scheme): Scheme {
  return changed(county, {
    'output.duties.key-work': { definition: '年度重点工作实际完成数与交办数的比率，返工一次的不计入。' },
  })
}

/** The figures of a department, good for all three levels. */
export function figures(satisfaction: string): Pick<Submission, 'items' | 'judgements'> {
  const { items, judgements } = read('submission.json')
  const level = { level: '达成预期', share: '90%' }
  const more = ['effect.benefit.ecological', 'output.duties.counter']
  return {
    items: { ...items, 服务对象满意度: satisfaction, 乡村振兴任务数: 10, 乡村振兴任务完成数: 9 },
    judgements: { ...judgements, ...Object.fromEntries(more.map((id) => [id, level])) },
  }
}

function changed(scheme: Scheme, fields: { readonly [id: string]: Partial<Leaf> }): Scheme {
  const copy: Scheme = structuredClone(scheme)
  for (const { node } of walk(copy)) Object.assign(node, fields[node.id] ?? {})
  return copy
}

/** The leaves right below a branch, by the last word of their ids. */
function leaves(scheme: Scheme, id: string): { [word: string]: Leaf } {
  const below = branch(scheme, id).filter((each) => !isBranch(each)) as Leaf[]
  return Object.fromEntries(below.map((each) => [each.id.split('.').at(-1)!, each]))
}

function add(scheme: Scheme, parent: string, leaf: Leaf): void {
  branch(scheme, parent).push(leaf)
}

function branch(scheme: Scheme, id: string): Indicator[] {
  const found = walk(scheme).find(({ node }) => node.id === id)?.node
  if (found === undefined || !isBranch(found)) throw new Error(`no branch ${id}`)
  return found.children
}
