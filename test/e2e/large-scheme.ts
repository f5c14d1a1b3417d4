import type { Branch, Leaf, Scheme } from '@yardstick/model'

/**
 * A scheme of many leaves, for figures of speed: ten top-level branches, ten below each, the leaves under those. Every
 * leaf is in proportion to its own data item, and one case fills them all.
 */
export function largeScheme(leafCount = 2_000): Scheme {
  const leafAt = (index: number): Leaf => ({
    id: `leaf-${index}`,
    name: `第${index + 1}项培训任务完成率`,
    points: '1',
    target: { comparator: '>=', value: '95%' },
    actual: `完成率${index + 1}`,
    scoring: { method: 'ratio' },
  })
  const perGroup = Math.ceil(leafCount / 100)
  const indicators = Array.from({ length: 10 }, (_, top): Branch => {
    const children = Array.from({ length: 10 }, (_, group): Branch => {
      const first = (top * 10 + group) * perGroup
      const count = Math.max(0, Math.min(perGroup, leafCount - first))
      const leaves = Array.from({ length: count }, (_, index) => leafAt(first + index))
      return {
        id: `group-${top}-${group}`,
        name: `第${top + 1}.${group + 1}类`,
        points: String(leaves.length),
        children: leaves,
      }
    }).filter((branch) => branch.children.length > 0)
    const points = String(children.reduce((sum, branch) => sum + branch.children.length, 0))
    return { id: `top-${top}`, name: `第${top + 1}部分`, points, children }
  }).filter((branch) => branch.children.length > 0)
  const names = Array.from({ length: leafCount }, (_, index) => `完成率${index + 1}`)
  return {
    yardstick: 'scheme/1',
    id: 'large',
    name: `${leafCount} 个指标的方案`,
    version: '1',
    fullScore: String(leafCount),
    items: names.map((id) => ({ id, type: 'rate' })),
    indicators,
    cases: [
      {
        name: '示例单位',
        submission: {
          subject: { department: '示例单位' },
          period: '2024',
          items: Object.fromEntries(names.map((id, index) => [id, `${80 + (index % 20)}%`])),
        },
        expected: {},
      },
    ],
  }
}
