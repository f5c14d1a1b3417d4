import type { ItemType, ScoringMethod } from '@yardstick/model'
import type { Room } from '../server/place.ts'
import type { Tab } from '../store/view.ts'
import { words } from './words.ts'

/** What several panels speak of has one name: the views, the types of values, the scoring methods. */
export const viewNames = words<{ readonly [T in Tab]: string }>(
  {
    table: '指标表',
    graph: '关系图',
    items: '数据项',
    rules: '加扣分',
    trial: '试算与用例',
    declarations: '目标申报',
    versions: '版本与比较',
    manual: '说明书',
    json: '源文本',
  },
  {
    table: 'Indicators',
    graph: 'Graph',
    items: 'Data items',
    rules: 'Bonuses & deductions',
    trial: 'Trial & cases',
    declarations: 'Declarations',
    versions: 'Versions',
    manual: 'Manual',
    json: 'Source text',
  },
)

export const typeNames = words<{ readonly [T in ItemType]: string }>(
  {
    number: '数值',
    money: '金额',
    rate: '比率',
    count: '计数',
    date: '日期',
    text: '文字',
    choice: '选项',
    boolean: '是否',
    list: '清单',
  },
  {
    number: 'number',
    money: 'money',
    rate: 'rate',
    count: 'count',
    date: 'date',
    text: 'text',
    choice: 'choice',
    boolean: 'yes or no',
    list: 'list',
  },
)

export const methodNames = words<{ readonly [M in ScoringMethod]: string }>(
  {
    ratio: '按比例',
    steps: '按步扣分',
    bands: '分档',
    curve: '折线内插',
    pass: '达标得分',
    checklist: '要素得分',
    levels: '等级评定',
    judgement: '人工评分',
    formula: '公式',
    table: '决策表',
    'share-met': '达标占比',
    rank: '排名',
  },
  {
    ratio: 'In proportion',
    steps: 'By steps',
    bands: 'Bands',
    curve: 'Between points',
    pass: 'All or nothing',
    checklist: 'Checklist',
    levels: 'Levels',
    judgement: 'Judgement',
    formula: 'Formula',
    table: 'Decision table',
    'share-met': 'Share met',
    rank: 'Rank',
  },
)

/** The pages beside the designer. */
export const roomNames = words<{ readonly [R in Room]: string }>(
  {
    campaigns: '评价项目',
    departments: '单位',
    templates: '模板库',
    library: '指标库',
    accounts: '账户',
    'audit-log': '操作日志',
    submissions: '填报数据',
    audit: '核对评分表',
  },
  {
    campaigns: 'Campaigns',
    departments: 'Departments',
    templates: 'Templates',
    library: 'Library',
    accounts: 'Accounts',
    'audit-log': 'Audit log',
    submissions: 'Submissions',
    audit: 'Check score sheets',
  },
)
