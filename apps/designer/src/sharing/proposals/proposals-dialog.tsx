import { LeftOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { momentText } from '../../parts/date-text.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { Modal } from '../../parts/modal.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { Refused } from '../../server/client.ts'
import { isTrusted, type TemplateHead } from '../../server/templates.ts'
import { readProposals } from '../../server/upstream.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { schemeIn, useTemplates } from '../update/use-templates.ts'
import { ProposalReview } from './proposal-review.tsx'
import './proposals.css'
import { proposalWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** 收到的贡献: what those who adopted the templates made of this scheme propose. */
export function ProposalsDialog() {
  const w = useWords(proposalWords)
  const asked = useDesigner(({ view }) => (view.dialog?.kind === 'proposals' ? view.dialog.hash : undefined))
  const [open, setOpen] = useState(asked)
  return (
    <Modal
      className={open === undefined ? '' : 'side-dialog'}
      title={w.title}
      width={open === undefined ? 680 : 'min(1320px, calc(100vw - 32px))'}
      style={{ top: open === undefined ? 64 : 16 }}
      footer={null}
      onCancel={close}
    >
      {open === undefined ? (
        <ProposalList onOpen={setOpen} />
      ) : (
        <Proposal hash={open} onBack={asked === undefined ? () => setOpen(undefined) : undefined} />
      )}
    </Modal>
  )
}

function ProposalList({ onOpen }: { onOpen: (hash: string) => void }) {
  const w = useWords(proposalWords)
  const id = useDesigner((state) => state.designId)
  const [found, setFound] = useState<readonly TemplateHead[] | null>(null)
  useEffect(() => {
    if (id === null) return
    let isWanted = true
    readProposals(id).then(
      ({ templates }) => isWanted && setFound(templates),
      (error) => {
        if (!(error instanceof Refused)) throw error
        if (isWanted) setFound([])
      },
    )
    return () => {
      isWanted = false
    }
  }, [id])
  if (found === null) return <p role="status">{w.loading}</p>
  if (found.length === 0) return <p className="proposals-none">{w.none}</p>
  return (
    <ul className="proposals" aria-label={w.list}>
      {found.map((each) => (
        <li key={each.hash}>
          <div>
            <strong>{w.titleOf(each.publisher)}</strong>
            <p>{w.received(each.proposal?.to.version ?? '', momentText(each.receivedAt))}</p>
            {each.proposal?.note != null && <p className="proposals-note">{each.proposal.note}</p>}
          </div>
          <Button onClick={() => onOpen(each.hash)}>{w.open}</Button>
        </li>
      ))}
    </ul>
  )
}

function Proposal({ hash, onBack }: { hash: string; onBack: (() => void) | undefined }) {
  const w = useWords(proposalWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { templates, refused } = useTemplates(hash)
  const proposal = templates?.[0]
  const to = proposal?.proposal?.to
  const { templates: owned, refused: noBase } = useTemplates(to?.hash)
  if (refused !== null || noBase !== null) {
    const why = refused?.map((each) => issueText(each, language)).join(signs.semicolon)
    return <Alert type="warning" showIcon title={why === undefined ? w.noBase : w.notRead(why)} />
  }
  const base = owned?.[0] === undefined || to === undefined ? undefined : schemeIn(owned[0], to.scheme)
  const proposed = proposal?.package.schemes[0]
  if (proposal === undefined || owned === null || base === undefined || proposed === undefined)
    return <p className="pair-notice">{w.loading}</p>
  return (
    <>
      <p className="proposals-head">
        {onBack !== undefined && (
          <Button type="text" icon={<LeftOutlined />} onClick={onBack}>
            {w.back}
          </Button>
        )}
        <strong>{w.titleOf(proposal.publisher)}</strong>
        {!isTrusted(proposal.trust) && <span className="proposals-warning">{w.untrusted}</span>}
        {proposal.proposal?.note != null && <span>{signs.headed(w.note, proposal.proposal.note)}</span>}
      </p>
      <ProposalReview
        base={base}
        proposed={proposed}
        publisher={proposal.publisher}
        reasons={proposal.package.manifest.proposal?.reasons ?? {}}
        onClose={close}
      />
    </>
  )
}
