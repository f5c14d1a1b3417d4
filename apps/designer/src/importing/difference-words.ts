import type { FieldChange, RowDifference } from '@yardstick/exchange/match-table'
import { counted, words } from '../parts/words.ts'

export const differenceWords = words(
  {
    title: '与现有方案的差异',
    none: '没有变化：表格与现有方案一致。',
    all: '全部采用',
    kinds: { added: '新增', removed: '删除', moved: '移动', changed: '修改', same: '相同' } as {
      readonly [K in RowDifference['kind']]: string
    },
    same: (count: number) => `${count} 个相同`,
    more: (count: number, taken: number) => `其余 ${count} 处没有列出，其中 ${taken} 处照样采用`,
    spared: (count: number) => `方案里有 ${count} 个指标表格里没有，超过一半：没有选中删除，要删请自己勾选。`,
    scheme: '整个方案',
    take: (kind: string, name: string) => `采用：${kind}“${name}”`,
    row: (row: number) => `第 ${row} 行`,
    tied: '被规则或公式引用，不能删除',
    empty: '（空）',
    fields: {
      name: '名称',
      code: '编号',
      points: '分值',
      target: '目标值',
      standard: '评分标准',
      definition: '指标解释',
      note: '备注',
      bonus: '加分项',
      place: '上级',
      'full-score': '满分',
    } as { readonly [F in FieldChange['field']]: string },
  },
  {
    title: 'Differences from the scheme',
    none: 'No changes: the table says what the scheme says.',
    all: 'Take all',
    kinds: { added: 'New', removed: 'Removed', moved: 'Moved', changed: 'Changed', same: 'Same' },
    same: (count) => `${count} the same`,
    more: (count, taken) => `Not listed: ${count}, of which ${taken} are taken all the same`,
    spared: (count) =>
      `The table lacks ${counted(count, 'indicator')} of the scheme, more than half: none is removed unless you choose so.`,
    scheme: 'The scheme',
    take: (kind, name) => `Take: ${kind} "${name}"`,
    row: (row) => `Row ${row}`,
    tied: 'rules or formulas read it; it cannot go',
    empty: '(empty)',
    fields: {
      name: 'Name',
      code: 'Number',
      points: 'Points',
      target: 'Target',
      standard: 'Standard',
      definition: 'Definition',
      note: 'Note',
      bonus: 'Bonus',
      place: 'Under',
      'full-score': 'Full score',
    },
  },
)

/** What the button says that takes them over. */
export const takeOverWords = words(
  {
    title: '重新导入',
    apply: (count: number) => `采用 ${count} 处`,
    nothing: '没有可采用的',
    undo: (count: number) => `重新导入（${count} 处）`,
    how: '粘贴或放入新的表格：先列出与现有方案的差异，选定以后一步采用；规则、数据项和历史都保留。',
    area: '在这里按 Ctrl+V，或把文件拖进来',
    file: '选择文件',
    reading: '正在读取……',
    drop: '松开即可与现有方案比较',
    notTable: '这个文件是方案，不是表格。请回到首页打开它。',
    close: '关闭',
  },
  {
    title: 'Import again',
    apply: (count) => `Take ${counted(count, 'change')}`,
    nothing: 'Nothing to take',
    undo: (count) => `Import again (${count})`,
    how: 'Paste or drop a newer table: what differs from the scheme is listed first and taken over in one step. Rules, data items and the history stay.',
    area: 'Press Ctrl+V here, or drop a file',
    file: 'Choose a file',
    reading: 'Reading …',
    drop: 'Let go to compare with the scheme',
    notTable: 'The file is a scheme, not a table. Open it from the first page.',
    close: 'Close',
  },
)
