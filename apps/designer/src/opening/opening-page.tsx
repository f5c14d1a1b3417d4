import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import type { TemplateSummary } from '../storage/templates.ts'

export function OpeningPage() {
  const [templates, setTemplates] = useState<TemplateSummary[]>([])
  useEffect(() => {
    api.templates().then(setTemplates)
    const path = location.hash.match(/^#template=(.+)$/)?.[1]
    if (path !== undefined) open(path)
  }, [])
  const open = async (path: string) => {
    const opened = await api.template(path)
    if (opened.ok) await api.create(opened.value, path)
  }
  return (
    <ul>
      {templates.map((each) => (
        <li key={each.path}>
          <Button type="link" onClick={() => open(each.path)}>
            {each.name}
          </Button>
        </li>
      ))}
    </ul>
  )
}
