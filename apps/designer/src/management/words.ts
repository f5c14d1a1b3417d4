import { roomNames } from '../parts/terms.ts'
import { counted, words } from '../parts/words.ts'

/** What all pages beside the designer say. */
export const managementWords = words(
  {
    rooms: roomNames.zh,
    search: '查找',
    loading: '正在读取……',
    more: '继续读取',
    shown: (count: number, isAll: boolean) => (isAll ? `共 ${count} 条` : `已读取 ${count} 条，向下滚动继续`),
    found: (count: number, all: number) => `${count} / ${all} 条`,
    nothingFound: '没有找到，换个词试试',
    save: '保存',
    cancel: '取消',
    close: '关闭',
    edit: '修改',
    forbidden: '您没有查看此页的权限，请联系管理员授权。',
    unfold: '展开',
    fold: '收起',
  },
  {
    rooms: roomNames.en,
    search: 'Find',
    loading: 'Reading …',
    more: 'Read on',
    shown: (count, isAll) => (isAll ? `${counted(count, 'entry', 'entries')}` : `${count} read, scroll for more`),
    found: (count, all) => `${count} of ${all}`,
    nothingFound: 'Nothing found; try another word',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    edit: 'Change',
    forbidden: 'You may not see this page; ask an administrator for the right to it.',
    unfold: 'Unfold',
    fold: 'Fold',
  },
)
