import type { Label } from '../store/label.ts'
import type { Tab } from '../store/view.ts'

/**
 * The keys, as they are: one table for the list of keys and for the palette. A key that is added anywhere is added here.
 */
export interface Shortcut {
  /** Keys that do the same; each as it is written on a keyboard. */
  readonly keys: readonly string[]
  readonly does: Label
}

export interface ShortcutGroup {
  readonly id: 'anywhere' | 'cells' | 'typing' | 'rows' | 'formula' | 'conditions' | 'graph' | 'source'
  readonly name: Label
  /** Where these keys come first; none: everywhere. */
  readonly tabs: readonly Tab[]
  readonly shortcuts: readonly Shortcut[]
}

const key = (keys: string, zh: string, en: string): Shortcut => ({ keys: keys.split(' | '), does: { zh, en } })

/** Before a key of the numeric keypad, to be said in the reader's language. */
export const NUMPAD = 'Numpad '

const SHEETS: readonly Tab[] = ['table', 'items', 'trial', 'declarations']

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    id: 'cells',
    name: { zh: '表格：选中单元格时', en: 'Sheet: a cell is selected' },
    tabs: SHEETS,
    shortcuts: [
      key('← ↑ ↓ →', '移动一格', 'move by one cell'),
      key('Ctrl+← ↑ ↓ →', '移到一片数据的边上', 'move to the edge of the data'),
      key('Home | End', '移到行首、行尾', 'first or last column'),
      key('Ctrl+Home | Ctrl+End', '移到表首、表尾', 'first or last cell'),
      key('PgUp | PgDn', '上翻、下翻一页', 'a page up or down'),
      key('Shift+← ↑ ↓ → | Ctrl+Shift+← ↑ ↓ →', '扩大所选范围', 'extend the selection'),
      key('Ctrl+A', '全选', 'select all'),
      key('Enter | Shift+Enter', '下移、上移', 'down or up'),
      key('Tab | Shift+Tab', '右移、左移', 'right or left'),
      key('F2', '修改单元格，光标在末尾', 'edit the cell, caret at the end'),
      key('Alt+↓', '打开可选内容', 'open the choices'),
      key('Delete | Backspace', '清除内容（不删行）', 'clear the contents, never the row'),
      key('Ctrl+C | Ctrl+X | Ctrl+V', '复制、剪切、粘贴，可与 Excel 往来', 'copy, cut, paste, also with Excel'),
      key('Ctrl+D | Ctrl+R', '向下、向右填充', 'fill down or right'),
      key('Ctrl+F | Ctrl+H', '查找、替换', 'find, replace'),
      key('F3 | Shift+F3', '下一个、上一个查找结果', 'next or previous match'),
      key('Esc', '取消复制的虚线框', 'clear the copy frame'),
    ],
  },
  {
    id: 'typing',
    name: { zh: '表格：正在输入时', en: 'Sheet: a cell is being edited' },
    tabs: SHEETS,
    shortcuts: [
      key('Enter | Shift+Enter', '确认并下移、上移（输入法选字时不算）', 'accept and move down or up'),
      key('Tab | Shift+Tab', '确认并右移、左移', 'accept and move right or left'),
      key('Ctrl+Enter', '把输入的内容填入全部所选单元格', 'fill the whole selection'),
      key('Alt+Enter', '单元格内换行', 'a new line in the cell'),
      key('Esc', '放弃这次输入', 'cancel the edit'),
    ],
  },
  {
    id: 'rows',
    name: { zh: '表格：整行', en: 'Sheet: whole rows' },
    tabs: SHEETS,
    shortcuts: [
      key('Ctrl+Shift+=', '在下方插入一行', 'insert a row below'),
      key('Ctrl+-', '删除所选的行（可撤销）', 'delete the selected rows; can be undone'),
      key('Alt+Shift+→ | Alt+Shift+←', '降一级、升一级', 'demote or promote'),
      key('Alt+Shift+↑ | Alt+Shift+↓', '在同级中上移、下移', 'move up or down among siblings'),
      key('← | →', '在“编号”列：收起、展开', 'in the number column: fold or unfold'),
      key(`${NUMPAD}+ | ${NUMPAD}−`, '展开、收起', 'unfold or fold'),
    ],
  },
  {
    id: 'formula',
    name: { zh: '公式', en: 'Formulas' },
    tabs: ['items'],
    shortcuts: [
      key('↓', '列出可用的名称和函数；打拼音首字母即可查找', 'list names and functions'),
      key('Enter | Tab', '选用列出的一项', 'take the offer'),
      key('Enter', '没有列出时：确认公式', 'nothing offered: accept the formula'),
      key('Esc', '收起列表；再按还原公式', 'close the list; again: restore the formula'),
      key('Ctrl+Enter', '在大编辑框中：确认公式', 'in the large editor: accept the formula'),
    ],
  },
  {
    id: 'conditions',
    name: { zh: '条件', en: 'Conditions' },
    tabs: ['rules'],
    shortcuts: [
      key('Alt+↑ | Alt+↓', '上移、下移一条', 'move a line up or down'),
      key('Alt+→ | Alt+←', '移进、移出一组', 'move into or out of a group'),
    ],
  },
  {
    id: 'graph',
    name: { zh: '关系图', en: 'Graph' },
    tabs: ['graph'],
    shortcuts: [
      key('← | →', '到上级、下级；已收起的先展开', 'to the parent or child; a folded one opens first'),
      key('↑ | ↓', '到上、下方的指标', 'to the indicator above or below'),
      key('Home | End', '到最上一级、最后一个', 'to the top or the last one'),
      key('+ | -', '展开、收起', 'unfold or fold'),
      key('Enter', '在指标表中打开', 'open in the table'),
    ],
  },
  {
    id: 'source',
    name: { zh: '源文本', en: 'Source text' },
    tabs: ['json'],
    shortcuts: [
      key('Ctrl+S', '写入方案', 'write to the scheme'),
      key('Ctrl+F | Ctrl+H', '查找、替换', 'find, replace'),
      key('F8 | Shift+F8', '下一处、上一处错误', 'next or previous fault'),
    ],
  },
  {
    id: 'anywhere',
    name: { zh: '任何地方', en: 'Anywhere' },
    tabs: [],
    shortcuts: [
      key('Ctrl+Z', '撤销', 'undo'),
      key('Ctrl+Y | Ctrl+Shift+Z', '重做', 'redo'),
      key('Ctrl+K', '按名称或拼音首字母前往指标、数据项、命令', 'go to anything by its name'),
      key('Ctrl+S', '保存点（修改本身自动保存）', 'save point; changes are saved by themselves'),
      key('F1 | Shift+/', '快捷键', 'this list of keys'),
      key('F6 | Shift+F6', '在表格、检查器、抽屉、页签之间切换', 'from region to region'),
      key('F8 | Shift+F8', '下一个、上一个问题', 'next or previous issue'),
      key('F9', '打开试算', 'open the trial'),
    ],
  },
]

/** The groups of where somebody is, then the rest, in the order of the table. */
export function groupsAt(tab: Tab): {
  readonly here: readonly ShortcutGroup[]
  readonly elsewhere: readonly ShortcutGroup[]
} {
  const isHere = ({ tabs }: ShortcutGroup) => tabs.length === 0 || tabs.includes(tab)
  return { here: shortcutGroups.filter(isHere), elsewhere: shortcutGroups.filter((group) => !isHere(group)) }
}
