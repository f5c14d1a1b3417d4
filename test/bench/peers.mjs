import { Engine } from 'json-rules-engine'
import { fieldOf, itemField, leafCount, leaves } from './scheme-a.mjs'

/**
 * Scheme A for other engines, as somebody would write it who knows them: over the flat objects, leaf scores rounded to two
 * digits, the total and the grade. Their results are held against the reference like ours.
 */
const GRADES = [
  ['优', 90],
  ['良', 80],
  ['中', 60],
  ['差', 0],
]

/** The leaves that are computed, in terms of what all of these languages have. */
function computed(leaf, { min, max, floor, round }) {
  const [budget, arrived, spent] = ['预算资金', '实际到位资金', '实际支出资金'].map(itemField)
  const item = itemField
  switch (leaf.id) {
    case 'process.funds.arrival-rate':
      return round(`2 * ${min('1', `${arrived} / ${budget}`)}`)
    case 'process.funds.execution-rate': {
      const percent = `${spent} / ${arrived} * 100`
      const off = max('0', max(`95 - ${percent}`, `${percent} - 105`))
      return round(max('0', `2 - 0.2 * ${floor(off)}`))
    }
    case 'output.quantity.maintained-rooms':
      return max('0', `15 - 10 * ${max('0', `2 - ${item('精密维保机房数')}`)}`)
    case 'output.quality.stability':
      return max('0', `10 - 2 * ${item('系统不稳定次数')}`)
    case 'output.timeliness.repair':
      return max('0', `5 - ${item('维护不及时次数')}`)
    case 'satisfaction.served.insured':
      return max('0', `10 - ${floor(max('0', `95 - ${item('参保人员满意度')} * 100`))}`)
    default:
      return undefined
  }
}

/**
 * @gorules/zen-engine: one decision of two expression nodes, leaves and then what follows from them.
 *
 * returns undefined where it has no binary for this machine
 */
export async function zen() {
  const loaded = await import('@gorules/zen-engine').catch(() => undefined)
  if (loaded === undefined) return undefined
  const { ZenEngine } = loaded.default ?? loaded
  const both = (name) => (left, right) => `${name}([${left}, ${right}])`
  const words = { min: both('min'), max: both('max'), floor: (x) => `floor(${x})`, round: (x) => `round(${x}, 2)` }
  const expressionOf = (leaf) => {
    if (leaf.id === 'output.cost.maintenance')
      return `${itemField('实际支出运维费')} <= ${itemField('成本预算')} ? 5 : 0`
    if (leaf.scoring.method === 'judgement') return fieldOf(leaf)
    if (leaf.scoring.method !== 'checklist') return computed(leaf, words)
    return leaf.scoring.elements.map((each) => `(${fieldOf(leaf, each)} ? ${each.score} : 0)`).join(' + ')
  }
  const expressions = (list) => list.map(([key, value]) => ({ id: key, key, value }))
  const node = (id, type, content) => ({ id, name: id, type, content, position: { x: 0, y: 0 } })
  const scored = expressions(leaves.map((leaf, n) => [`s${n}`, expressionOf(leaf)]))
  const sum = leaves.map((_, n) => `s${n}`).join(' + ')
  const graded = GRADES.slice(0, -1).reduceRight(
    (rest, [name, from]) => `$.total >= ${from} ? '${name}' : (${rest})`,
    "'差'",
  )
  const settings = { inputField: null, outputPath: null, executionMode: 'single', passThrough: true }
  const graph = {
    nodes: [
      node('in', 'inputNode', { schema: '' }),
      node('leaves', 'expressionNode', { ...settings, passThrough: false, expressions: scored }),
      node('total', 'expressionNode', {
        ...settings,
        expressions: expressions([
          ['total', sum],
          ['grade', graded],
        ]),
      }),
      node('out', 'outputNode', { schema: '' }),
    ],
    edges: ['in', 'leaves', 'total'].map((from, n, all) => ({
      ...{ id: `${from}-on`, type: 'edge', sourceId: from, targetId: all[n + 1] ?? 'out' },
    })),
  }
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)))
  return async (fields) => {
    const { result } = await decision.evaluate(fields)
    return { scores: leaves.map((_, n) => Number(result[`s${n}`])), total: Number(result.total), grade: result.grade }
  }
}

/**
 * json-rules-engine: a rule for each element that may be met and for all or nothing, whose event carries points; computed
 * leaves are facts of their own, and a rule's event takes their value along.
 */
export function rulesEngine() {
  const engine = new Engine([], { replaceFactsInEventParams: true })
  for (const [n, leaf] of leaves.entries()) addLeaf(engine, n, leaf)
  return async (fields) => {
    const { events } = await engine.run(fields)
    const scores = new Array(leafCount).fill(0)
    for (const { params } of events) scores[params.leaf] += params.points
    const total = Math.round(scores.reduce((sum, each) => sum + each, 0) * 100) / 100
    return { scores, total, grade: GRADES.find(([, from]) => total >= from)[0] }
  }
}

function addLeaf(engine, n, leaf) {
  const score = (points) => ({ type: 'score', params: { leaf: n, points } })
  const when = (fact, operator, value) => ({ all: [{ fact, operator, value }] })
  if (leaf.scoring.method === 'checklist') {
    for (const element of leaf.scoring.elements) {
      engine.addRule({ conditions: when(fieldOf(leaf, element), 'equal', true), event: score(Number(element.score)) })
    }
  } else if (leaf.id === 'output.cost.maintenance') {
    const within = when(itemField('实际支出运维费'), 'lessThanInclusive', { fact: itemField('成本预算') })
    engine.addRule({ conditions: within, event: score(5) })
  } else if (leaf.scoring.method === 'judgement') {
    engine.addRule({ conditions: when(fieldOf(leaf), 'greaterThan', 0), event: score({ fact: fieldOf(leaf) }) })
  } else {
    const source = computed(leaf, {
      min: (left, right) => `Math.min(${left}, ${right})`,
      max: (left, right) => `Math.max(${left}, ${right})`,
      floor: (x) => `Math.floor(${x})`,
      round: (x) => `Math.round((${x}) * 100) / 100`,
    })
    const names = [...new Set(source.match(/i\d/g))]
    const compute = new Function(...names, `return ${source}`)
    engine.addFact(`score-${n}`, async (_, almanac) => {
      return compute(...(await Promise.all(names.map((name) => almanac.factValue(name)))))
    })
    engine.addRule({ conditions: when(`score-${n}`, 'greaterThan', 0), event: score({ fact: `score-${n}` }) })
  }
}
