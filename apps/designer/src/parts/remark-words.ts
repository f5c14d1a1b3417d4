import { counted, words } from './words.ts'

export const remarkWords = words(
  { mark: (count: number) => `${count} 条审核意见` },
  { mark: (count) => counted(count, 'remark') },
)
