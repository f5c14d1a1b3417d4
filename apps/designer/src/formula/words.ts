import { words } from '../parts/words.ts'

export const formulaPanelWords = words(
  {
    commit: '确定',
    cancel: '取消',
    loading: '正在载入编辑器……',
    plain: '编辑器未能载入，以下是普通文本框，功能不受影响',
    formulaHint: 'Ctrl+Enter 确定，Esc 取消',
    unfinished: '还不是完整的公式',
  },
  {
    commit: 'OK',
    cancel: 'Cancel',
    loading: 'Loading the editor …',
    plain: 'The editor could not be loaded; this is a plain text field, and everything works',
    formulaHint: 'Ctrl+Enter to accept, Esc to cancel',
    unfinished: 'Not a whole formula yet',
  },
)
