import { words } from '../words.ts'

export const roomWords = words(
  {
    home: '全部方案',
    label: '管理',
  },
  {
    home: 'All schemes',
    label: 'Management',
  },
)
