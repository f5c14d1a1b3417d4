import { createHash } from 'node:crypto'
import { newKey } from '@yardstick/exchange/keys'
import {
  hashOfManifest,
  makePackage,
  type PackageContents,
  packageText,
  signPackage,
} from '@yardstick/exchange/package'
import {
  adopt,
  type Indicator,
  type Manifest,
  type PublicKey,
  type Scheme,
  type TemplatePackage,
} from '@yardstick/model'

/** Packages as a ministry, a province and a county would hand them on, signed by keys that are the same in every run. */

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export interface Publisher {
  readonly publisher: string
  readonly region?: { readonly name: string; readonly code: string }
  readonly key: string
  readonly secret: Uint8Array
}

function publisherOf(publisher: string, region?: Publisher['region']): Publisher {
  const random = (bytes: number) => createHash('sha256').update(publisher).digest().subarray(0, bytes)
  return { publisher, ...(region === undefined ? {} : { region }), ...newKey(random) }
}

export const ministry = publisherOf('财政部预算司')
export const province = publisherOf('江西省财政厅', { name: '江西省', code: '360000' })
const county = publisherOf('东湖区财政局', { name: '东湖区', code: '360102' })

/** The file that those are given who should trust it. */
export function publicKeyOf({ publisher, region, key }: Publisher): PublicKey {
  const reach = region === undefined ? {} : { region: region.code }
  return { yardstick: 'key/1', name: `${publisher}签名密钥`, publisher, key, ...reach }
}

export interface MadePackage {
  readonly hash: string
  readonly text: string
  readonly package: TemplatePackage
}

type Contents = Partial<Omit<PackageContents, 'manifest'>> & {
  readonly manifest: Pick<Manifest, 'id' | 'name' | 'version'>
}

function signed(
  { publisher, region, secret }: Publisher,
  { manifest, ...contents }: Contents & { readonly more?: Partial<Manifest> },
): MadePackage {
  const { more, ...rest } = contents
  const head = {
    ...{ ...manifest, publisher, licence: 'CC-BY-4.0', minimumEngine: '0.1' },
    ...(region === undefined ? {} : { region }),
    ...more,
  }
  const made = signPackage(makePackage({ manifest: head, ...rest }, sha256), secret)
  return { hash: hashOfManifest(made.manifest, sha256), text: packageText(made), package: made }
}

const leaf = (id: string, name: string, points: string, actual: string): Indicator => ({
  ...{ id, name, points, actual, scoring: { method: 'ratio' } },
  target: { comparator: '>=', value: '95%' },
})

/** Three indicators, a parameter with limits, a branch that is locked and one that is open, two samples. */
const framework: Scheme = {
  yardstick: 'scheme/1',
  id: 'unit-overall',
  name: '部门整体支出绩效评价框架',
  version: '1',
  fullScore: '100',
  grades: [
    { name: '优', from: '90' },
    { name: '良', from: '80' },
    { name: '中', from: '60' },
    { name: '差', from: '0' },
  ],
  items: [
    { id: '预算执行率', type: 'rate' },
    { id: '群众满意度', type: 'rate', evidence: '问卷汇总表' },
    { id: '年初预算数', type: 'money', unit: '万元' },
    { id: '完成情况', type: 'choice', choices: ['完成', '部分完成', '未完成'] },
  ],
  indicators: [
    {
      id: 'common',
      name: '共性指标',
      points: '60',
      children: [leaf('execution', '预算执行率', '40', '预算执行率'), doneLeaf()],
    },
    { id: 'own', name: '个性指标', points: '40', children: [leaf('satisfaction', '群众满意度', '40', '群众满意度')] },
  ],
  sharing: {
    parameters: [
      {
        ...{ id: 'satisfied', name: '满意度目标', of: 'indicator', in: 'satisfaction', field: 'target/value' },
        ...{ least: '80%', most: '100%', note: '各地可按上年水平设定' },
      },
    ],
    boundaries: [
      { indicator: 'common', mayChange: false },
      { indicator: 'own', mayAdd: true },
    ],
  },
  cases: [
    sample('示例甲局', { 预算执行率: '93%', 群众满意度: '96%', 年初预算数: '1200', 完成情况: '完成' }),
    sample('示例乙局', { 预算执行率: '76%', 群众满意度: '80%', 年初预算数: '800', 完成情况: '部分完成' }),
  ],
}

function doneLeaf(): Indicator {
  const condition = { all: [{ fact: '完成情况', operator: 'equal', value: '完成' } as const] }
  return { id: 'done', name: '任务完成', points: '20', scoring: { method: 'pass', condition } }
}

function sample(name: string, items: Record<string, string>) {
  return { name, submission: { subject: { department: name }, period: '2026', items }, expected: {} }
}

/** `v2` of the ministry is newer; the province adapted `v1`, the county the province's. */
export function threeLevels() {
  const manifest = { id: 'unit-overall', name: framework.name, version: '1' }
  const basis = ['财预〔2020〕10号']
  const more = { basis, departmentTypes: ['行政单位', '事业单位'], date: '2026-01-15', formCode: '财绩01表' }
  const readme = '# 说明\n\n用于部门整体支出绩效评价。共性指标各地不得改动，个性指标可以增加。'
  const v1 = signed(ministry, { manifest, schemes: [framework], readme, more })
  const second = structuredClone(framework)
  second.indicators[0]!.name = '共性指标（统一）'
  const v2 = signed(ministry, { manifest: { ...manifest, version: '1.1' }, schemes: [second], more })
  const ofProvince = adapted(v1, framework, province, { parameters: { satisfied: '90%' } })
  const own = ofProvince.indicators[1] as unknown as { points: string; children: Indicator[] }
  own.children = [
    leaf('satisfaction', '群众满意度', '30', '群众满意度'),
    leaf('service', '便民服务', '10', '群众满意度'),
  ]
  ;(own.children[0] as { target: { value: string } }).target.value = '90%'
  const provincial = signed(province, {
    manifest: { id: 'jx-unit-overall', name: '江西省部门整体支出绩效评价指标', version: '2026' },
    schemes: [{ ...ofProvince, name: '江西省部门整体支出绩效评价指标' }],
    provenance: [{ manifest: v1.package.manifest, signature: v1.package.signature! }],
    more: { departmentTypes: ['行政单位'], date: '2026-03-01' },
  })
  const ofCounty = adapted(provincial, provincial.package.schemes[0]!, county)
  const countys = signed(county, {
    manifest: { id: 'dh-unit-overall', name: '东湖区部门整体支出绩效评价指标', version: '1' },
    schemes: [{ ...ofCounty, name: '东湖区部门整体支出绩效评价指标' }],
    provenance: [
      { manifest: provincial.package.manifest, signature: provincial.package.signature! },
      { manifest: v1.package.manifest, signature: v1.package.signature! },
    ],
  })
  return { v1, v2, provincial, countys }
}

function adapted(
  { hash, package: { manifest } }: MadePackage,
  scheme: Scheme,
  { region }: Publisher,
  how: { parameters?: Record<string, string> } = {},
): Scheme {
  const { id, version, publisher } = manifest
  const template = { id, version, publisher, hash, scheme: scheme.id }
  const made = adopt({ template, scheme }, { mode: 'reference', ...(region && { region }), ...how }, sha256)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return structuredClone(made.value)
}

/** A package of a module alone, for 指标库. */
export function modulePackage(): MadePackage {
  const { items, indicators } = framework
  const module = { id: 'satisfaction', name: '满意度模块', items: [items[1]!], indicators: [indicators[1]!] }
  const manifest = { id: 'satisfaction-module', name: '满意度指标模块', version: '1' }
  return signed(ministry, { manifest, schemes: [], modules: [module] })
}
