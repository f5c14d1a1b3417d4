import type { Issue } from '@yardstick/model'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import { onAnnounce } from '../parts/announce.ts'
import { refusalText } from '../parts/sharing/refusal-text.ts'
import { useLanguage } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import './announcer.css'

/** The live region, and the words of an edit that was refused. */
export function Announcer() {
  const [text, setText] = useState('')
  const refused = useDesigner((state) => state.refused)
  const { message } = App.useApp()
  useEffect(() => onAnnounce(setText), [])
  useEffect(() => {
    const [first] = refused
    if (first !== undefined) message.warning({ content: <Refusal issue={first} />, key: 'refused', duration: 6 })
    else message.destroy('refused')
  }, [refused, message])
  return (
    <div className="announcer" role="status" aria-live="polite">
      {text}
    </div>
  )
}

function Refusal({ issue }: { issue: Issue }) {
  const scheme = useDesigner((state) => state.design?.scheme)
  return <>{refusalText(issue, scheme, useLanguage())}</>
}
