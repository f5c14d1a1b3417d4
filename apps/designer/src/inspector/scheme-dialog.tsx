import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { GradesSection } from './grades-section.tsx'
import { SchemeAbout } from './scheme-about.tsx'
import './scheme-dialog.css'
import { SchemeScores } from './scheme-scores.tsx'
import { schemeWords } from './scheme-words.ts'

/** Everything the scheme says of itself; each change is made at once and can be undone. */
export function SchemeDialog() {
  const w = useWords(schemeWords)
  return (
    <Modal
      title={w.title}
      width={860}
      footer={null}
      style={{ top: 32 }}
      onCancel={() => designer.setView({ dialog: null })}
    >
      <div className="scheme-dialog">
        <div>
          <section aria-label={w.sections.about}>
            <h3>{w.sections.about}</h3>
            <SchemeAbout />
          </section>
        </div>
        <div>
          <section aria-label={w.sections.grades}>
            <h3>{w.sections.grades}</h3>
            <GradesSection />
          </section>
          <SchemeScores />
        </div>
      </div>
    </Modal>
  )
}
