import { readFileSync } from 'node:fs'
import { amounts, randomFrom } from './random.mjs'

/** A: the 18 leaves of the seed report nanchang-2021-sysops-project, 38 inputs. */
const folder = new URL('../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
export const scheme = JSON.parse(readFileSync(new URL('scheme.json', folder), 'utf8'))

export const leaves = leavesOf(scheme.indicators)
const checklists = leaves.filter((leaf) => leaf.scoring.method === 'checklist')
const judged = leaves.filter((leaf) => leaf.scoring.method === 'judgement')
export const leafCount = leaves.length

function leavesOf(nodes) {
  return nodes.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node.children)))
}

/** Submissions as JSON.parse gives them. */
export function submissions(count, data = 'realistic') {
  const random = randomFrom(18)
  const { amount, beside, rate } = amounts(random, data)
  const all = Array.from({ length: count }, (_, index) => {
    const budget = amount()
    const arrived = beside(budget)
    const costBudget = amount()
    const elements = checklists.map((leaf) => [
      leaf.id,
      { elements: Object.fromEntries(leaf.scoring.elements.map((element) => [element.id, random.chance(0.85)])) },
    ])
    const points = (full) => ({ layers: [{ layer: 'judged', value: random.whole(0, full * 2) / 2, why: '酌情扣分' }] })
    return {
      yardstick: 'submission/1',
      subject: { department: `单位${index}` },
      period: '2021',
      items: {
        预算资金: budget,
        实际到位资金: arrived,
        实际支出资金: beside(arrived),
        成本预算: costBudget,
        实际支出运维费: beside(costBudget),
        精密维保机房数: random.whole(0, 3),
        系统不稳定次数: random.chance(0.6) ? 0 : random.whole(1, 7),
        维护不及时次数: random.chance(0.6) ? 0 : random.whole(1, 7),
        参保人员满意度: rate(),
      },
      judgements: {
        ...Object.fromEntries(elements),
        ...Object.fromEntries(judged.map((leaf) => [leaf.id, points(Number(leaf.points))])),
      },
    }
  })
  return JSON.parse(JSON.stringify(all))
}

/** The same as objects of 38 fields, which is what a program without a data model of its own would be given. */
export function flat(submissions) {
  const fields = submissions.map(({ items, judgements }) => ({
    ...Object.fromEntries(scheme.items.map((item, n) => [`i${n}`, items[item.id]])),
    ...Object.fromEntries(
      checklists.flatMap((leaf) =>
        leaf.scoring.elements.map((element) => [fieldOf(leaf, element), judgements[leaf.id].elements[element.id]]),
      ),
    ),
    ...Object.fromEntries(judged.map((leaf) => [fieldOf(leaf), judgements[leaf.id].layers[0].value])),
  }))
  return JSON.parse(JSON.stringify(fields))
}

export function fieldOf(leaf, element) {
  const n = leaves.indexOf(leaf)
  return element === undefined ? `p${n}` : `c${n}_${leaf.scoring.elements.indexOf(element)}`
}

/** Field of an item by its name. */
export const itemField = (name) => `i${scheme.items.findIndex((item) => item.id === name)}`

/**
 * The same scheme as a careful programmer writes it in float64: percentages in percent, one line a leaf. Leaf scores in
 * tree order, then the total, then which grade it is.
 */
export const hand = handWritten((name) => `s.items.${name}`, {
  element: (leaf, element) => `s.judgements["${leaf.id}"].elements["${element.id}"]`,
  points: (leaf) => `s.judgements["${leaf.id}"].layers[0].value`,
})

export const handFlat = handWritten((name) => `s.${itemField(name)}`, {
  element: (leaf, element) => `s.${fieldOf(leaf, element)}`,
  points: (leaf) => `s.${fieldOf(leaf)}`,
})

function handWritten(item, judgement) {
  return new Function('s', 'out', lines(item, judgement))
}

function lines(item, judgement) {
  const each = leaves.map((leaf, n) => `t = out[${n}] = ${handLeaf(leaf, item, judgement)}; sum += t;`)
  return `let sum = 0, t = 0, d = 0;
${each.join('\n')}
t = out[${leafCount}] = Math.round(sum * 100) / 100;
out[${leafCount + 1}] = t >= 90 ? 0 : t >= 80 ? 1 : t >= 60 ? 2 : 3;`
}

function handLeaf(leaf, item, judgement) {
  switch (leaf.id) {
    case 'process.funds.arrival-rate':
      return `Math.round(2 * Math.min(1, ${item('实际到位资金')} / ${item('预算资金')}) * 100) / 100`
    case 'process.funds.execution-rate':
      return `(d = (${item('实际支出资金')} / ${item('实际到位资金')}) * 100, d = d < 95 ? 95 - d : d > 105 ? d - 105 : 0, Math.round(Math.max(0, 2 - 0.2 * Math.floor(d)) * 100) / 100)`
    case 'output.quantity.maintained-rooms':
      return `Math.max(0, 15 - 10 * Math.max(0, 2 - ${item('精密维保机房数')}))`
    case 'output.quality.stability':
      return `Math.max(0, 10 - 2 * ${item('系统不稳定次数')})`
    case 'output.timeliness.repair':
      return `Math.max(0, 5 - ${item('维护不及时次数')})`
    case 'output.cost.maintenance':
      return `${item('实际支出运维费')} <= ${item('成本预算')} ? 5 : 0`
    case 'satisfaction.served.insured':
      return `Math.max(0, 10 - Math.floor(Math.max(0, 95 - ${item('参保人员满意度')} * 100)))`
    default:
      return leaf.scoring.method === 'judgement'
        ? judgement.points(leaf)
        : leaf.scoring.elements.map((each) => `(${judgement.element(leaf, each)} ? ${each.score} : 0)`).join(' + ')
  }
}
