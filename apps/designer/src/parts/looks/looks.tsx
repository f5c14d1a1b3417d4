import { MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { useLanguage, useWords } from '../words.ts'
import { looksWords } from './words.ts'

/** The other language, and light or dark, for pages without a menu of their own. */
export function Looks() {
  const w = useWords(looksWords)
  const language = useLanguage()
  const theme = useDesigner((state) => state.view.theme)
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  return (
    <>
      <Button type="text" onClick={() => designer.setView({ language: language === 'zh' ? 'en' : 'zh' })}>
        <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{w.language}</span>
      </Button>
      <Tooltip title={w.theme(isDark)}>
        <Button
          type="text"
          icon={isDark ? <SunOutlined /> : <MoonOutlined />}
          aria-label={w.theme(isDark)}
          onClick={() => designer.setView({ theme: isDark ? 'light' : 'dark' })}
        />
      </Tooltip>
    </>
  )
}
