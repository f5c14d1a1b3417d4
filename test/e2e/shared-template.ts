import { createHash } from 'node:crypto'
import { type NewKey, newKey } from '@yardstick/exchange/keys'
import { hashOfManifest, makePackage, packageText, signPackage } from '@yardstick/exchange/package'
import type { Indicator, Manifest, Scheme } from '@yardstick/model'
import type { Asker } from './real-server.ts'

/** A ministry that gives out a template, and what a province makes of it: for tests of sharing in a real browser. */

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

export interface Publisher extends NewKey {
  readonly publisher: string
  readonly region: string | undefined
}

/** With a key of its own, the same for the same name. */
export function publisherOf(publisher: string, region?: string): Publisher {
  const seed = () => Uint8Array.from(createHash('sha256').update(publisher).digest())
  return { publisher, region, ...newKey(seed) }
}

export async function trustPublisher(asker: Asker, { publisher, region, key }: Publisher): Promise<void> {
  const document = { yardstick: 'key/1', name: publisher, publisher, key, ...(region === undefined ? {} : { region }) }
  await asker.ask('POST', '/api/trusted-keys', { document })
}

/** A signed file of one scheme, and its hash. */
export function templateFile(
  by: Publisher,
  scheme: Scheme,
  manifest: Partial<Manifest> = {},
): { file: string; hash: string } {
  const head = {
    ...{ id: scheme.id, name: scheme.name, version: scheme.version, licence: 'CC-BY-4.0', minimumEngine: '0.1' },
    ...manifest,
    publisher: by.publisher,
  }
  const signed = signPackage(makePackage({ manifest: head, schemes: [scheme] }, sha256), by.secret)
  return { file: packageText(signed), hash: hashOfManifest(signed.manifest, sha256) }
}

/** Takes a file into the library. */
export async function takeIn(asker: Asker, { file, hash }: { file: string; hash: string }): Promise<string> {
  await asker.ask('POST', '/api/templates', { file })
  return hash
}

const leaf = (id: string, points: string, more: Partial<Indicator> = {}): Indicator =>
  ({
    id,
    name: id,
    points,
    target: { comparator: '>=', value: '95%' },
    actual: id,
    scoring: { method: 'ratio' },
    ...more,
  }) as Indicator

/** 投入 is locked but for the target of 预算执行率; 产出 takes additions, its points go by 2; 效益 is free. */
export function nationalScheme(more: Partial<Scheme> = {}): Scheme {
  const names = ['预算执行率', '结转结余率', '履职完成', '质量达标', '满意度']
  const items = Object.fromEntries(names.map((name) => [name, '90%']))
  return {
    yardstick: 'scheme/1',
    id: 'national.department',
    name: '部门整体支出绩效评价',
    version: '2024',
    fullScore: '100',
    items: names.map((id) => ({ id, type: 'rate' as const })),
    indicators: [
      { id: '投入', name: '投入', points: '30', children: [leaf('预算执行率', '15'), leaf('结转结余率', '15')] },
      { id: '产出', name: '产出', points: '40', children: [leaf('履职完成', '20'), leaf('质量达标', '20')] },
      { id: '效益', name: '效益', points: '30', children: [leaf('满意度', '30')] },
    ],
    grades: [{ name: '优', from: '90' }, { name: '良', from: '80' }, { name: '差' }],
    cases: [
      { name: '某局', submission: { subject: { department: '某局' }, period: '2024', items }, expected: {} },
      {
        name: '某委',
        submission: { subject: { department: '某委' }, period: '2024', items: { ...items, 预算执行率: '96%' } },
        expected: {},
      },
    ],
    sharing: {
      parameters: [
        {
          id: 'execution',
          name: '预算执行率目标',
          of: 'indicator',
          in: '预算执行率',
          field: 'target/value',
          least: '80%',
          most: '100%',
        },
      ],
      boundaries: [
        { indicator: '投入', mayChange: false, mayAdd: false },
        { indicator: '产出', points: { plusMinus: '2' }, mayAdd: true },
      ],
    },
    ...more,
  }
}

/** A year later: a name and a target are other ones, points have moved, something is new. */
export function newerNational(): Scheme {
  const first = nationalScheme({ version: '2025' })
  const indicators: Indicator[] = [
    {
      id: '投入',
      name: '投入',
      points: '30',
      children: [
        leaf('预算执行率', '15', { name: '部门预算执行率', basis: '财预〔2025〕1号' }),
        leaf('结转结余率', '15', { target: { comparator: '>=', value: '97%' } }),
      ],
    },
    {
      id: '产出',
      name: '产出',
      points: '40',
      children: [
        leaf('履职完成', '18', { name: '重点工作完成' }),
        leaf('质量达标', '18', { name: '质量达标率' }),
        leaf('时效', '4', { actual: '履职完成' }),
      ],
    },
    { id: '效益', name: '效益', points: '30', children: [leaf('满意度', '30', { name: '社会公众满意度' })] },
  ]
  return { ...first, indicators }
}

/** Adopts the scheme of a template by reference; its id on the server. */
export async function adoptReference(asker: Asker, hash: string, scheme: string, region?: string): Promise<string> {
  const where = region === undefined ? {} : { region }
  const asked = { scheme, mode: 'reference', allowOlder: true, ...where }
  const { id } = await asker.ask('POST', `/api/templates/${hash}/adoption`, asked)
  return id
}
