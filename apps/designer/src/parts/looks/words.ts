import { words } from '../words.ts'

export const looksWords = words(
  {
    language: 'English',
    theme: (isDark: boolean): string => (isDark ? '切换为浅色' : '切换为深色'),
  },
  {
    language: '中文',
    theme: (isDark) => (isDark ? 'Light appearance' : 'Dark appearance'),
  },
)
