import { templateBase } from '@yardstick/model'
import { Alert, Form, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { Modal } from '../../parts/modal.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { schemeIn, useTemplates } from '../update/use-templates.ts'
import { type Contribution, contributionsOf } from './contributions.ts'
import { type ChosenKey, KeyFields } from './key-fields.tsx'
import { Signed } from './signed.tsx'
import './signing.css'
import { useSigning, useSigningKeys } from './use-signing.ts'
import { signingWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** 贡献给上级: what was changed here, with reasons, as a signed file that the level above accepts one by one. */
export function ContributeDialog() {
  const w = useWords(signingWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const template = useDesigner((state) => state.design!.scheme.lineage?.template)
  const { templates, refused: notRead } = useTemplates(template?.hash)
  const read = templates?.[0]
  const contributions = useContributions(
    read === undefined || template === undefined ? undefined : schemeIn(read, template.scheme),
  )
  const keys = useSigningKeys()
  const { isBusy, refused, hash, sign } = useSigning()
  const [key, setKey] = useState<ChosenKey>({ key: '', passphrase: '' })
  const [note, setNote] = useState('')
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const chosen = { ...key, key: key.key === '' && keys?.length === 1 ? keys[0]!.key : key.key }
  const isReady = contributions !== null && contributions.length > 0
  const isDone = hash !== undefined
  const make = () => {
    const given = Object.entries(reasons).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]]))
    return sign({
      ...chosen,
      proposal: {
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(given.length === 0 ? {} : { reasons: Object.fromEntries(given) }),
      },
    })
  }
  const why = notRead?.map((each) => issueText(each, language)).join(signs.semicolon)
  return (
    <Modal
      width={860}
      style={{ top: 24 }}
      title={w.contributeTitle(template?.publisher ?? '')}
      okText={w.makeContribution}
      cancelText={w.cancel}
      okButtonProps={{ disabled: !isReady || chosen.key === '' || chosen.passphrase === '', loading: isBusy }}
      onOk={make}
      onCancel={close}
      {...(isDone ? { footer: null } : {})}
    >
      {isDone ? (
        <Signed hash={hash} title={w.contributed} text={w.saved} onClose={close} />
      ) : why !== undefined ? (
        <Alert type="warning" showIcon title={w.notDone(why)} />
      ) : contributions === null ? (
        <p role="status">{w.loading}</p>
      ) : contributions.length === 0 ? (
        <Alert type="info" showIcon title={w.same} />
      ) : (
        <Form layout="vertical" className="signing">
          <p>{w.contributeIntro(read!.name, read!.version)}</p>
          <h3>{w.differences(contributions.length)}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
          <section className="contribute-list" tabIndex={0} aria-label={w.differences(contributions.length)}>
            {contributions.map((each) => (
              <div key={`${each.of} ${each.id}`} className="contribute-item">
                <div>
                  <strong>{each.of === 'indicator' ? each.name : w.others}</strong>
                  <ul>
                    {each.sentences.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </div>
                {each.of === 'indicator' && (
                  <Input.TextArea
                    aria-label={w.reasonOf(each.name)}
                    placeholder={w.reasonHint}
                    autoSize={{ minRows: 1, maxRows: 4 }}
                    value={reasons[each.id] ?? ''}
                    onChange={(event) => setReasons({ ...reasons, [each.id]: event.target.value })}
                  />
                )}
              </div>
            ))}
          </section>
          <Form.Item label={w.note} htmlFor="contribute-note">
            <Input.TextArea
              id="contribute-note"
              autoSize={{ minRows: 2, maxRows: 4 }}
              placeholder={w.noteHint}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
          <KeyFields keys={keys} value={chosen} onChange={setKey} />
          {refused !== undefined && <Alert type="error" showIcon title={refused} />}
        </Form>
      )}
    </Modal>
  )
}

/** What differs from the template, by what it is about; null until it is known. */
function useContributions(template: Parameters<typeof templateBase>[0] | undefined): readonly Contribution[] | null {
  const language = useLanguage()
  const local = useDesigner((state) => state.design!.scheme)
  const base = useMemo(() => {
    const made = template === undefined ? undefined : templateBase(template, local)
    return made?.ok ? made.value : undefined
  }, [template, local])
  const [found, setFound] = useState<readonly Contribution[] | null>(null)
  useEffect(() => {
    if (base === undefined) return
    let isWanted = true
    engineOf()
      .compareSchemes(base, local, language)
      .then(({ sentences }) => isWanted && setFound(contributionsOf(sentences, local, base)))
    return () => {
      isWanted = false
    }
  }, [base, local, language])
  return found
}
