import type { Issue, Json } from '@yardstick/model'
import { words } from '../parts/words.ts'

/** What the server calls states and stages, for issues that speak of them. */
export const stateWords = words<Readonly<Record<string, string>>>(
  {
    declaration: '申报',
    report: '填报',
    self: '自评',
    evaluate: '评价',
    verify: '复核',
    final: '定稿',
    public: '公开',
    open: '填报中',
    submitted: '已提交',
    returned: '已退回',
    approved: '已通过',
    running: '正在计分',
    done: '已完成',
    cancelled: '已取消',
    failed: '未完成',
    present: '有值',
    missing: '空缺',
    'not-applicable': '不适用',
    'to-be-verified': '待核',
    evaluated: '已计分',
    'not evaluated': '未计分',
    retired: '已停用',
    published: '已发布',
    draft: '草稿',
    review: '审核中',
    this: '此操作',
    designer: '设计',
    reviewer: '审核',
    evaluator: '评价',
    expert: '专家',
    department: '填报单位',
    reader: '查阅',
    administrator: '管理员',
    local: '本机使用',
    accounts: '账户登录',
  },
  {
    declaration: 'Declaration',
    report: 'Reporting',
    self: 'Self-rating',
    evaluate: 'Evaluation',
    verify: 'Verification',
    final: 'Final',
    public: 'Public',
    this: 'This',
  },
)

/** The same issue with states, stages and roles by their names; of a right, what it is for says the page. */
export function withStatesNamed(issue: Issue, names: Readonly<Record<string, string>>): Issue {
  if (issue.code !== 'REQUEST_STATE' && issue.code !== 'REQUEST_FORBIDDEN') return issue
  const named = (value: Json): Json =>
    typeof value === 'string' ? (names[value] ?? value) : Array.isArray(value) ? value.map(named) : value
  const found = issue.code === 'REQUEST_FORBIDDEN' ? (names['this'] ?? issue.found) : named(issue.found)
  return { ...issue, expected: named(issue.expected), found }
}
