import type { ColumnRole, Doubt } from '@yardstick/exchange/indicator-table'
import { words } from '../parts/words.ts'

type DoubtWords = { readonly [K in Doubt['kind']]: (doubt: Extract<Doubt, { kind: K }>) => string }
type LeftOut = Extract<Doubt, { kind: 'row-left-out' }>['as']

const asZh: { readonly [A in LeftOut]: string } = { title: '标题', header: '重复的表头', total: '合计', note: '说明' }
const asEn: { readonly [A in LeftOut]: string } = {
  title: 'a title',
  header: 'a repeated header',
  total: 'a total',
  note: 'a note',
}

export const tableWords = words(
  {
    back: '返回',
    title: '核对读到的内容',
    name: '方案名称',
    untitled: '导入的指标体系',
    apply: '应用',
    source: '您的表格',
    reading: '读到的内容',
    counts: (all: number, leaves: number) => `${all} 个指标，其中末级 ${leaves} 个`,
    nothing: '没有认出指标。请连同表头（指标名称、分值等）一起复制，再粘贴一次。',
    doubts: (count: number) => (count === 0 ? '没有疑问，可以应用' : `${count} 处请看一眼`),
    row: (row: number) => `第 ${row} 行`,
    moreRows: (count: number) => `其余 ${count} 行没有显示，应用时照样读入`,
    columns: { name: '名称', points: '分值', target: '目标值', rule: '计分方法' },
    from: { standard: '按评分标准', target: '按目标值', nothing: '人工评分' },
    unread: '评分标准没有完全读懂，原文会保留在指标里，可以随后改写',
    pointsFrom: { table: '', below: '下级相加', shared: '平均分配' },
    bonus: '加分',
    ruleCounts: (standard: number, target: number, nothing: number) =>
      `计分方法：${standard} 个读自评分标准，${target} 个按目标值的写法选用，${nothing} 个先按人工评分`,
    bareTargets: (count: number) =>
      `${count} 个目标值没有写“不低于”还是“不超过”，已先按指标名称判断，表中标黄的可以改。`,
    unreadTargets: (texts: readonly string[]) =>
      `${texts.length} 个目标值没有读懂，原文照留、先按人工评分：${texts.map((text) => `“${text}”`).join('、')}`,
    allAtLeast: '全部按不低于',
    asGuessed: '按名称判断',
    comparator: (name: string) => `${name}的方向`,
    comparators: { '>=': '不低于', '<=': '不超过', '=': '等于' },
    fullScore: (sum: string) => `一级指标分值合计 ${sum}，满分按多少？`,
    fullScoreOf: (points: string) => `${points} 分`,
    sumHint: '合计与满分不符时，导入后可在“问题”里一键补齐。',
    shared: (count: number) => `${count} 个指标没有分值，先把余下的分平均分给它们。`,
    bonuses: (count: number) => `${count} 个加分项不计入满分。`,
    steps: '没有写明不足一步怎么算的，按“满一步才计”。',
    sample: '应用后用“全部达标”试算，马上看到得分。',
    level: (number: number) => `第 ${number} 级`,
    roles: {
      level: '层级',
      name: '名称',
      code: '编号',
      points: '分值',
      target: '目标值',
      comparator: '方向',
      unit: '单位',
      standard: '评分标准',
      actual: '完成值',
      score: '得分',
      definition: '解释',
      note: '备注',
    } as { readonly [R in ColumnRole]: string },
    unknownColumn: '不读',
    doubt: {
      'no-header': () => '没有找到表头，各列按内容判断。',
      'nothing-found': () => '没有认出指标。',
      'column-left-out': ({ column, text }) =>
        `第 ${column + 1} 列${text === '' ? '' : `“${text}”`}不知道是什么，没有读。`,
      'row-left-out': ({ as, text }) => `看作${asZh[as]}，没有读：${brief(text)}`,
      'points-unreadable': ({ text }) => `分值“${brief(text)}”不是数字，没有读。`,
      'points-in-percent': ({ text }) => `分值“${text}”按 ${text.replace(/[%％]/, '')} 分读。`,
      'points-sum': ({ expected, found }) => `分值是 ${expected}，下级合计 ${found}；照原样读入，可随后一键补齐。`,
      'total-differs': ({ expected, found }) => `合计行写着 ${expected}，一级指标相加是 ${found}。`,
      'points-twice': ({ text }) => `写了两个分值，取第一个，没有取“${brief(text)}”。`,
      'level-jump': () => '编号跳了一级，已放到上一行的下一级。',
    } as DoubtWords,
  },
  {
    back: 'Back',
    title: 'Check what was read',
    name: 'Name of the scheme',
    untitled: 'Imported indicators',
    apply: 'Apply',
    source: 'Your table',
    reading: 'What was read',
    counts: (all, leaves) => `${all} indicators, ${leaves} of them leaves`,
    nothing: 'No indicators were found. Copy the table together with its header (name, points …) and paste again.',
    doubts: (count) => (count === 0 ? 'No questions; ready to apply' : `${count} to look at`),
    row: (row) => `Row ${row}`,
    moreRows: (count) => `Rows that are not shown, but read all the same: ${count}`,
    columns: { name: 'Name', points: 'Points', target: 'Target', rule: 'Method' },
    from: { standard: 'from the standard', target: 'from the target', nothing: 'judged' },
    unread: 'The standard was not fully understood; its text stays with the indicator and can be rewritten',
    pointsFrom: { table: '', below: 'sum of those below', shared: 'shared equally' },
    bonus: 'bonus',
    ruleCounts: (standard, target, nothing) =>
      `Methods: ${standard} read from their standards, ${target} chosen by the form of the target, ${nothing} judged for now`,
    bareTargets: (count) =>
      `Targets that do not say "at least" or "at most": ${count}. They were taken by the indicator's name; those in yellow can be changed.`,
    unreadTargets: (texts) =>
      `Targets that were not understood: ${texts.length}. Their words stay, judged for now: ${texts.map((text) => `"${text}"`).join(', ')}`,
    allAtLeast: 'All at least',
    asGuessed: 'By the name',
    comparator: (name) => `Direction of ${name}`,
    comparators: { '>=': 'at least', '<=': 'at most', '=': 'equal to' },
    fullScore: (sum) => `The top level adds up to ${sum}. What is the full score?`,
    fullScoreOf: (points) => `${points} points`,
    sumHint: 'Where the sum differs, Issues mends it at one press after the import.',
    shared: (count) => `Indicators without points: ${count}. What is left was shared equally among them.`,
    bonuses: (count) => `Bonus indicators, outside the full score: ${count}.`,
    steps: 'Where the standard does not say how a part of a step counts, only whole steps do.',
    sample: 'Once applied, the sample "All targets reached" shows a score at once.',
    level: (number) => `level ${number}`,
    roles: {
      level: 'level',
      name: 'name',
      code: 'number',
      points: 'points',
      target: 'target',
      comparator: 'direction',
      unit: 'unit',
      standard: 'standard',
      actual: 'actual',
      score: 'score',
      definition: 'definition',
      note: 'note',
    },
    unknownColumn: 'not read',
    doubt: {
      'no-header': () => 'No header was found; the columns were told from their contents.',
      'nothing-found': () => 'No indicators were found.',
      'column-left-out': ({ column, text }) =>
        `Column ${column + 1}${text === '' ? '' : ` "${text}"`} is not known and was not read.`,
      'row-left-out': ({ as, text }) => `Taken for ${asEn[as]} and not read: ${brief(text)}`,
      'points-unreadable': ({ text }) => `The points "${brief(text)}" are no number and were not read.`,
      'points-in-percent': ({ text }) => `The points "${text}" were read as ${text.replace(/[%％]/, '')}.`,
      'points-sum': ({ expected, found }) =>
        `Worth ${expected}, but those below add up to ${found}; read as it stands, mended at one press later.`,
      'total-differs': ({ expected, found }) => `The total row says ${expected}, the top level adds up to ${found}.`,
      'points-twice': ({ text }) => `Points are written twice; the first were taken, not "${brief(text)}".`,
      'level-jump': () => 'Its number leaves out a level; it was put one below the row before.',
    },
  },
)

const brief = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
