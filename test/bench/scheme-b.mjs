import { amounts, randomFrom } from './random.mjs'

/**
 * B: leaves of nine kinds in turn, as many as asked for: proportional, tolerance with deduction, bands, checklist, a
 * threshold with deduction, all or nothing, per occurrence, ratio against a target, year on year.
 */
const KINDS = ['ratio', 'tolerance', 'bands', 'checklist', 'threshold', 'pass', 'occurrence', 'target', 'year']
const COUNTS = ['whole', 'started', 'prorata']
const POINTS = [1, 2, 3, 5]

const pointsOf = (size) => Array.from({ length: size }, (_, n) => POINTS[n % POINTS.length]).reduce((a, b) => a + b, 0)

export function schemeB(size) {
  const leaves = Array.from({ length: size }, (_, n) => leafB(n))
  const items = leaves.flatMap((leaf) => leaf.items)
  const points = pointsOf(size)
  return {
    yardstick: 'scheme/1',
    id: `bench-b-${size}`,
    name: `B${size}`,
    version: '1',
    fullScore: String(points),
    items,
    indicators: leaves.map((leaf) => leaf.node),
    grades: [{ name: '优', from: String(points * 0.9) }, { name: '良', from: String(points * 0.8) }, { name: '差' }],
  }
}

function leafB(n) {
  const kind = KINDS[n % KINDS.length]
  const count = COUNTS[Math.floor(n / KINDS.length) % COUNTS.length]
  const points = String(POINTS[n % POINTS.length])
  const node = (fields) => ({ id: `l${n}`, name: `指标${n}`, points, ...fields })
  const money = (id) => ({ id, type: 'money', unit: '万元', range: { min: '0.01' } })
  const rate = (id) => ({ id, type: 'rate' })
  const times = (id) => ({ id, type: 'count' })
  const [a, b] = [`甲${n}`, `乙${n}`]
  const atLeast = (value) => ({ comparator: '>=', value })
  const step = (deduct) => ({ size: '1%', per: 'percentage-point', deduct, count })
  switch (kind) {
    case 'ratio':
      return {
        items: [money(a), money(b)],
        node: node({ actual: `${b} / ${a}`, target: atLeast('100%'), scoring: { method: 'ratio' } }),
      }
    case 'tolerance':
      return {
        items: [money(a), money(b)],
        node: node({
          actual: `${b} / ${a}`,
          target: { low: '95%', high: '105%' },
          scoring: { method: 'steps', below: step('0.2'), above: step('0.2') },
        }),
      }
    case 'bands':
      return {
        items: [money(a), money(b)],
        node: node({
          actual: `${b} / ${a}`,
          scoring: {
            method: 'bands',
            otherwise: '0',
            bands: [60, 70, 80, 90].map((from, k) => ({ from: `${from}%`, included: true, score: `${40 + 20 * k}%` })),
          },
        }),
      }
    case 'checklist':
      return {
        items: [],
        node: node({
          scoring: {
            method: 'checklist',
            elements: [1, 2, 3, 4].map((k) => ({ id: `e${k}`, text: `要素${k}`, score: '25%', met: 'judged' })),
          },
        }),
      }
    case 'threshold':
      return {
        items: [rate(a)],
        node: node({ actual: a, target: atLeast('90%'), scoring: { method: 'steps', below: step('0.1') } }),
      }
    case 'pass':
      return {
        items: [money(a), money(b)],
        node: node({ actual: `${b} / ${a}`, target: atLeast('90%'), scoring: { method: 'pass' } }),
      }
    case 'occurrence':
      return {
        items: [times(a)],
        node: node({
          actual: a,
          target: { comparator: '<=', value: '0' },
          scoring: { method: 'steps', above: { size: '1', per: 'unit', deduct: '0.3', count: 'whole' } },
        }),
      }
    case 'target':
      return {
        items: [money(a)],
        node: node({ actual: a, target: { comparator: '>=', value: String(50 + n) }, scoring: { method: 'ratio' } }),
      }
    case 'year':
      return {
        items: [money(a), money(b)],
        node: node({
          actual: `(${b} - ${a}) / ${a}`,
          target: { comparator: '<=', value: '0%' },
          scoring: { method: 'steps', above: step('0.2') },
        }),
      }
  }
}

/** Submissions as JSON.parse gives them. */
export function submissionsB(size, howMany, data = 'realistic') {
  const random = randomFrom(120)
  const { amount, beside, rate } = amounts(random, data)
  const all = Array.from({ length: howMany }, (_, index) => {
    const items = {}
    const judgements = {}
    for (let n = 0; n < size; n++) {
      const kind = KINDS[n % KINDS.length]
      if (kind === 'checklist')
        judgements[`l${n}`] = { elements: Object.fromEntries(ELEMENTS.map((id) => [id, random.chance(0.8)])) }
      else if (kind === 'occurrence') items[`甲${n}`] = random.chance(0.5) ? 0 : random.whole(1, 9)
      else if (kind === 'threshold') items[`甲${n}`] = rate()
      else if (kind === 'target') items[`甲${n}`] = random.chance(0.3) ? 50 + n : random.whole(100, 20_000) / 100
      else {
        items[`甲${n}`] = amount()
        items[`乙${n}`] = beside(items[`甲${n}`])
      }
    }
    return { yardstick: 'submission/1', subject: { department: `单位${index}` }, period: '2021', items, judgements }
  })
  return JSON.parse(JSON.stringify(all))
}

const ELEMENTS = ['e1', 'e2', 'e3', 'e4']

/** The same as objects of 227 fields: items by name, elements by leaf and element. */
export function flatB(submissions) {
  const fields = submissions.map(({ items, judgements }) => ({
    ...items,
    ...Object.fromEntries(
      Object.entries(judgements).flatMap(([id, { elements }]) =>
        Object.entries(elements).map(([element, is]) => [`${id}${element}`, is]),
      ),
    ),
  }))
  return JSON.parse(JSON.stringify(fields))
}

/**
 * The same scheme in float64, as straight source: what a programmer would write leaf by leaf. Leaf scores in order, then
 * the total, then which grade it is.
 */
export function handB(size) {
  return handWritten(
    size,
    (name) => `s.items.${name}`,
    (n, id) => `s.judgements.l${n}.elements.${id}`,
  )
}

export function handFlatB(size) {
  return handWritten(
    size,
    (name) => `s.${name}`,
    (n, id) => `s.l${n}${id}`,
  )
}

function handWritten(size, item, element) {
  const full = pointsOf(size)
  const lines = Array.from({ length: size }, (_, n) => `t = out[${n}] = ${handLeaf(n, item, element)}; sum += t;`)
  return new Function(
    's',
    'out',
    `let sum = 0, t = 0, d = 0;\n${lines.join('\n')}\nt = out[${size}] = Math.round(sum * 100) / 100;
out[${size + 1}] = t >= ${full * 0.9} ? 0 : t >= ${full * 0.8} ? 1 : 2;`,
  )
}

function handLeaf(n, item, element) {
  const kind = KINDS[n % KINDS.length]
  const count = COUNTS[Math.floor(n / KINDS.length) % COUNTS.length]
  const w = POINTS[n % POINTS.length]
  const a = item(`甲${n}`)
  const b = item(`乙${n}`)
  const round2 = (x) => `Math.round((${x}) * 100) / 100`
  const steps = (d) => ({ whole: `Math.floor(${d})`, started: `Math.ceil(${d})`, prorata: d })[count]
  switch (kind) {
    case 'ratio':
      return round2(`${w} * Math.min(1, ${b} / ${a})`)
    case 'tolerance':
      return `(d = (${b} / ${a}) * 100, d = d < 95 ? 95 - d : d > 105 ? d - 105 : 0, ${round2(`Math.max(0, ${w} - 0.2 * ${steps('d')})`)})`
    case 'bands':
      return `(d = ${b} / ${a}, ${round2(`${w} * (d >= 0.9 ? 1 : d >= 0.8 ? 0.8 : d >= 0.7 ? 0.6 : d >= 0.6 ? 0.4 : 0)`)})`
    case 'checklist':
      return round2(`${w} * 0.25 * (${ELEMENTS.map((id) => `(${element(n, id)} ? 1 : 0)`).join(' + ')})`)
    case 'threshold':
      return `(d = Math.max(0, 90 - ${a} * 100), ${round2(`Math.max(0, ${w} - 0.1 * ${steps('d')})`)})`
    case 'pass':
      return `${b} / ${a} >= 0.9 ? ${w} : 0`
    case 'occurrence':
      return round2(`Math.max(0, ${w} - 0.3 * ${a})`)
    case 'target':
      return round2(`${w} * Math.min(1, ${a} / ${50 + n})`)
    case 'year':
      return `(d = Math.max(0, ((${b} - ${a}) / ${a}) * 100), ${round2(`Math.max(0, ${w} - 0.2 * ${steps('d')})`)})`
  }
}
