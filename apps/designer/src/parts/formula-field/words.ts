import { words } from '../words.ts'

export const formulaWords = words(
  {
    offers: '可选的名称和函数',
    advanced: '高级编辑',
    value: (shown: string) => `＝ ${shown}`,
    replace: (text: string) => `改为 ${text}`,
    insert: (text: string) => `补上 ${text}`,
    newItem: (name: string) => `新建数据项“${name}”`,
    addItem: (name: string) => `新建数据项“${name}”`,
    unfinished: '还不是完整的公式，未写入方案；改好后按 Enter，或按 Esc 还原',
    provisional: '待核',
    /** What an offer is, in a letter or two. */
    marks: { name: '数', field: '栏', function: 'fx', choice: '选', word: '且' },
  },
  {
    offers: 'Names and functions to choose from',
    advanced: 'Open in the large editor',
    value: (shown) => `= ${shown}`,
    replace: (text) => `Change to ${text}`,
    insert: (text) => `Add ${text}`,
    newItem: (name) => `New data item "${name}"`,
    addItem: (name) => `add the data item "${name}"`,
    unfinished: 'Not a whole formula yet and not in the scheme; mend it and press Enter, or Esc to restore',
    provisional: 'to be verified',
    marks: { name: 'x', field: '.x', function: 'fx', choice: '"', word: '&' },
  },
)
