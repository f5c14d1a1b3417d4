import type { Json } from '../json.ts'

/**
 * States, stages and roles, as the server's answers name them, in the words of the page. What is not among them stands as
 * it is.
 */
export const namedZh = (value: Json): Json => named(value, 0)
export const namedEn = (value: Json): Json => named(value, 1)

function named(value: Json, language: 0 | 1): Json {
  if (Array.isArray(value)) return (value as Json[]).map((each) => named(each, language))
  return typeof value === 'string' ? (NAMES.get(value)?.[language] ?? value) : value
}

const NAMES: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map(
  Object.entries({
    declaration: ['申报', 'Declaration'],
    report: ['填报', 'Reporting'],
    self: ['自评', 'Self-rating'],
    evaluate: ['评价', 'Evaluation'],
    verify: ['复核', 'Verification'],
    final: ['定稿', 'Final'],
    public: ['公开', 'Public'],
    open: ['填报中', 'open'],
    submitted: ['已提交', 'submitted'],
    returned: ['已退回', 'returned'],
    approved: ['已通过', 'approved'],
    running: ['正在计分', 'running'],
    done: ['已完成', 'done'],
    cancelled: ['已取消', 'cancelled'],
    failed: ['未完成', 'failed'],
    present: ['有值', 'present'],
    missing: ['空缺', 'missing'],
    'not-applicable': ['不适用', 'not-applicable'],
    'to-be-verified': ['待核', 'to-be-verified'],
    evaluated: ['已计分', 'evaluated'],
    'not evaluated': ['未计分', 'not evaluated'],
    retired: ['已停用', 'retired'],
    'in use': ['使用中', 'in use'],
    published: ['已发布', 'published'],
    draft: ['草稿', 'draft'],
    review: ['审核中', 'review'],
    designer: ['设计', 'designer'],
    reviewer: ['审核', 'reviewer'],
    evaluator: ['评价', 'evaluator'],
    expert: ['专家', 'expert'],
    department: ['填报单位', 'department'],
    reader: ['查阅', 'reader'],
    administrator: ['管理员', 'administrator'],
    history: ['填写记录', 'history'],
    region: ['地区', 'region'],
    period: ['评价周期', 'period'],
    schemes: ['指标体系', 'schemes'],
    hasDeclarations: ['申报阶段', 'stage of declarations'],
    adopted: ['采用的方案', 'adopted from a template'],
    own: ['自建', 'made here'],
    'built-in': ['随附', 'built in'],
    file: ['文件', 'from a file'],
    catalogue: ['模板目录', 'from a catalogue'],
    revoked: ['已撤销', 'revoked'],
    local: ['本机使用', 'local'],
    accounts: ['账户登录', 'accounts'],
  } as const),
)
