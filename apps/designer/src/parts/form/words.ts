import { words } from '../words.ts'

export const formWords = words({ save: '保存', cancel: '取消' }, { save: 'Save', cancel: 'Cancel' })
