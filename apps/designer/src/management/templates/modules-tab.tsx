import { leaves } from '@yardstick/model'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useWords } from '../../parts/words.ts'
import { may } from '../../server/may.ts'
import { goTo } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { adoptModule, isTrusted, type Template } from '../../server/templates.ts'
import { EntryPicture } from '../library/entry-picture.tsx'
import '../library/library.css'
import { pageWords } from './page-words.ts'
import { previewWords } from './preview/words.ts'

/** 指标模块: parts of trees that a package brings for 指标库. */
export function ModulesTab({ template, session }: { template: Template; session: Session }) {
  const w = useWords(previewWords)
  const p = useWords(pageWords)
  const { message } = App.useApp()
  const [trouble, setTrouble] = useState<unknown>()
  const { hash, trust, package: whole } = template
  const put = async (id: string, name: string) => {
    setTrouble(undefined)
    try {
      const entry = await adoptModule(hash, id)
      message.success(w.putDone(name))
      goTo('library', entry.id)
    } catch (error) {
      setTrouble(error)
    }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <section className="templates-readme" tabIndex={0} aria-label={p.tabs.modules}>
      <Trouble of={trouble} />
      {whole.modules?.map((module) => (
        <article key={module.id} className="templates-module">
          <h3>
            {module.name} <small>{w.module(leaves(module).length)}</small>
            {may(session, 'library.write') && (
              <Button
                disabled={!isTrusted(trust)}
                title={isTrusted(trust) ? undefined : w.untrusted}
                onClick={() => void put(module.id, module.name)}
              >
                {w.putModule}
              </Button>
            )}
          </h3>
          <EntryPicture module={module} />
        </article>
      ))}
    </section>
  )
}
