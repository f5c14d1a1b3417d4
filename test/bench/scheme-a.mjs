import { readFileSync } from 'node:fs'
import { amountPair, randomFrom } from './random.mjs'

/** A: the 18 leaves of the seed report nanchang-2021-sysops-project. */
const folder = new URL('../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
export const scheme = JSON.parse(readFileSync(new URL('scheme.json', folder), 'utf8'))

const checklists = leavesOf(scheme.indicators).filter((leaf) => leaf.scoring.method === 'checklist')

function leavesOf(nodes) {
  return nodes.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node.children)))
}

export function submissions(count) {
  const random = randomFrom(18)
  return Array.from({ length: count }, (_, index) => {
    const [budget, arrived] = amountPair(random)
    const spent = random.chance(0.4) ? arrived : Math.round(arrived * random.whole(80, 120)) / 100
    const [costBudget, cost] = amountPair(random)
    const judged = Object.fromEntries(
      checklists.map((leaf) => [
        leaf.id,
        { elements: Object.fromEntries(leaf.scoring.elements.map((element) => [element.id, random.chance(0.85)])) },
      ]),
    )
    const points = (full) => ({ layers: [{ layer: 'judged', value: random.whole(0, full * 2) / 2, why: '酌情扣分' }] })
    return {
      yardstick: 'submission/1',
      subject: { department: `单位${index}` },
      period: '2021',
      items: {
        预算资金: budget,
        实际到位资金: Math.max(arrived, 0.01),
        实际支出资金: spent,
        成本预算: costBudget,
        实际支出运维费: cost,
        精密维保机房数: random.whole(0, 3),
        系统不稳定次数: random.chance(0.6) ? 0 : random.whole(1, 7),
        维护不及时次数: random.chance(0.6) ? 0 : random.whole(1, 7),
        参保人员满意度: random.chance(0.8) ? random.whole(80, 100) / 100 : random.whole(8000, 10_000) / 10_000,
      },
      judgements: {
        ...judged,
        'benefit.social.insured-interests': points(15),
        'benefit.sustained.public-service': points(10),
      },
    }
  })
}

/**
 * The same scheme as a careful programmer writes it in float64: percentages in percent, one line a leaf. Leaf scores in
 * tree order, then the total.
 */
export const hand = new Function(
  's',
  'out',
  `const i = s.items, j = s.judgements; let sum = 0, t = 0, d = 0;
${leavesOf(scheme.indicators)
  .map((leaf, n) => `t = out[${n}] = ${handLeaf(leaf)}; sum += t;`)
  .join('\n')}
out[18] = Math.round(sum * 100) / 100;`,
)

function handLeaf(leaf) {
  switch (leaf.id) {
    case 'process.funds.arrival-rate':
      return 'Math.round(2 * Math.min(1, i.实际到位资金 / i.预算资金) * 100) / 100'
    case 'process.funds.execution-rate':
      return '(d = (i.实际支出资金 / i.实际到位资金) * 100, d = d < 95 ? 95 - d : d > 105 ? d - 105 : 0, Math.round(Math.max(0, 2 - 0.2 * Math.floor(d)) * 100) / 100)'
    case 'output.quantity.maintained-rooms':
      return 'Math.max(0, 15 - 10 * Math.max(0, 2 - i.精密维保机房数))'
    case 'output.quality.stability':
      return 'Math.max(0, 10 - 2 * i.系统不稳定次数)'
    case 'output.timeliness.repair':
      return 'Math.max(0, 5 - i.维护不及时次数)'
    case 'output.cost.maintenance':
      return 'i.实际支出运维费 <= i.成本预算 ? 5 : 0'
    case 'satisfaction.served.insured':
      return 'Math.max(0, 10 - Math.floor(Math.max(0, 95 - i.参保人员满意度 * 100)))'
    default:
      return leaf.scoring.method === 'judgement'
        ? `j["${leaf.id}"].layers[0].value`
        : leaf.scoring.elements
            .map((each) => `(j["${leaf.id}"].elements["${each.id}"] ? ${each.score} : 0)`)
            .join(' + ')
  }
}

export const leafCount = 18
