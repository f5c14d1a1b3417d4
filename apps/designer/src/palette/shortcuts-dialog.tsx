import { Fragment } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import './palette.css'
import { groupsAt, NUMPAD, type ShortcutGroup } from './shortcuts.ts'
import { paletteWords } from './words.ts'

/** F1: the keys, those of where one is first. */
export function ShortcutsDialog() {
  const w = useWords(paletteWords)
  const tab = useDesigner((state) => state.view.tab)
  const { here, elsewhere } = groupsAt(tab)
  return (
    <Modal
      title={w.shortcuts}
      footer={null}
      width={880}
      onCancel={() => designer.setView({ dialog: null })}
      style={{ top: 40 }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="shortcuts" tabIndex={0} aria-label={w.shortcuts}>
        <h3 className="shortcuts-part">{w.here}</h3>
        <Groups groups={here} />
        {elsewhere.length > 0 && (
          <>
            <h3 className="shortcuts-part">{w.elsewhere}</h3>
            <Groups groups={elsewhere} />
          </>
        )}
      </section>
    </Modal>
  )
}

function Groups({ groups }: { groups: readonly ShortcutGroup[] }) {
  const w = useWords(paletteWords)
  const language = useLanguage()
  return (
    <div className="shortcuts-groups">
      {groups.map(({ id, name, shortcuts }) => (
        <section key={id} className="shortcuts-group" aria-label={name[language]}>
          <h4>{name[language]}</h4>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <Fragment key={does.en}>
                <dt>
                  {keys.map((each) => (
                    <kbd key={each}>{each.replace(NUMPAD, `${w.numpad} `)}</kbd>
                  ))}
                </dt>
                <dd>{does[language]}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
