import { canonicalText } from '@yardstick/model'
import { Alert, Form, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { sha256 } from '../../evaluation/sha256.ts'
import { Modal } from '../../parts/modal.tsx'
import { isLater } from '../../parts/sharing/is-later.ts'
import { useWords } from '../../parts/words.ts'
import { Refused } from '../../server/client.ts'
import { listTemplates, type TemplateHead } from '../../server/templates.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { type ChosenKey, KeyFields } from './key-fields.tsx'
import { isVersion, nextVersion } from './next-version.ts'
import './signing.css'
import { Signed } from './signed.tsx'
import { useSigning, useSigningKeys } from './use-signing.ts'
import { signingWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** 发布为模板: the newest published version, signed, as a package for others. */
export function MakeDialog() {
  const w = useWords(signingWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const latest = useDesigner((state) => state.server?.head?.latest ?? null)
  // A version is known by the hash of what was published.
  const isPublishedNow = useMemo(() => latest?.hash === sha256(canonicalText(scheme)), [latest, scheme])
  const keys = useSigningKeys()
  const own = useOwnTemplates()
  const { isBusy, refused, hash, sign } = useSigning()
  const [typed, setTyped] = useState<Partial<Fields>>({})
  const [key, setKey] = useState<ChosenKey>({ key: '', passphrase: '' })
  const last = own?.[0]
  const fields: Fields = {
    id: last?.id ?? scheme.id,
    name: last?.name ?? scheme.name,
    version: nextVersion(last?.version, scheme),
    licence: last?.licence ?? w.licenceUsual,
    basis: (scheme.basis ?? []).join('\n'),
    readme: '',
    ...typed,
  }
  const chosen = { ...key, key: key.key === '' && keys?.length === 1 ? keys[0]!.key : key.key }
  const isLate = last === undefined || isLater(fields.version, last.version)
  const isRight =
    latest !== null &&
    isVersion(fields.version) &&
    isLate &&
    fields.id.trim() !== '' &&
    fields.name.trim() !== '' &&
    fields.licence.trim() !== '' &&
    chosen.key !== '' &&
    chosen.passphrase !== ''
  const put = (part: Partial<Fields>) => setTyped({ ...typed, ...part })
  const make = () =>
    sign({
      ...chosen,
      id: fields.id.trim(),
      name: fields.name.trim(),
      version: fields.version.trim(),
      licence: fields.licence.trim(),
      basis: fields.basis.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      ...(fields.readme.trim() === '' ? {} : { readme: fields.readme.trim() }),
    })
  const isDone = hash !== undefined
  return (
    <Modal
      width={640}
      title={w.makeTitle}
      okText={w.sign}
      cancelText={w.cancel}
      okButtonProps={{ disabled: !isRight, loading: isBusy }}
      onOk={make}
      onCancel={close}
      {...(isDone || latest === null ? { footer: null } : {})}
    >
      {isDone ? (
        <Signed hash={hash} title={w.made(fields.name, fields.version)} text={w.madeText} onClose={close} />
      ) : latest === null ? (
        <Alert type="info" showIcon title={w.notPublished} />
      ) : own === null ? (
        // What is proposed would else come into a field that is being typed into.
        <p role="status">{w.loading}</p>
      ) : (
        <Form layout="vertical" className="signing">
          <p>{w.makeIntro(latest.number, scheme.name)}</p>
          {!isPublishedNow && <p className="signing-note">{w.changedSince}</p>}
          <div className="signing-row">
            <Form.Item label={w.name} htmlFor="signing-name">
              <Input id="signing-name" value={fields.name} onChange={(event) => put({ name: event.target.value })} />
            </Form.Item>
            <Form.Item
              label={w.version}
              htmlFor="signing-version"
              {...(isVersion(fields.version) && isLate ? {} : { validateStatus: 'error' as const })}
              help={
                !isVersion(fields.version)
                  ? w.versionForm
                  : last === undefined
                    ? w.versionForm
                    : isLate
                      ? w.versionHint(last.version)
                      : w.versionOlder(last.version)
              }
            >
              <Input
                id="signing-version"
                value={fields.version}
                onChange={(event) => put({ version: event.target.value.normalize('NFKC') })}
              />
            </Form.Item>
            <Form.Item label={w.id} htmlFor="signing-id" help={w.idHint}>
              <Input
                id="signing-id"
                value={fields.id}
                disabled={last !== undefined}
                onChange={(event) => put({ id: event.target.value })}
              />
            </Form.Item>
          </div>
          <Form.Item label={w.licence} htmlFor="signing-licence">
            <Input
              id="signing-licence"
              value={fields.licence}
              placeholder={w.licenceHint}
              onChange={(event) => put({ licence: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={w.basis} htmlFor="signing-basis">
            <Input.TextArea
              id="signing-basis"
              autoSize={{ minRows: 1, maxRows: 4 }}
              placeholder={w.basisHint}
              value={fields.basis}
              onChange={(event) => put({ basis: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={w.readme} htmlFor="signing-readme">
            <Input.TextArea
              id="signing-readme"
              autoSize={{ minRows: 2, maxRows: 5 }}
              placeholder={w.readmeHint}
              value={fields.readme}
              onChange={(event) => put({ readme: event.target.value })}
            />
          </Form.Item>
          <KeyFields keys={keys} value={chosen} onChange={setKey} />
          {refused !== undefined && <Alert type="error" showIcon title={refused} />}
        </Form>
      )}
    </Modal>
  )
}

interface Fields {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly basis: string
  readonly readme: string
}

/** Versions of the template that were signed from this scheme, newest first; null until they are read, none where they may not be. */
function useOwnTemplates(): readonly TemplateHead[] | null {
  const id = useDesigner((state) => state.designId)
  const [found, setFound] = useState<readonly TemplateHead[] | null>(null)
  useEffect(() => {
    let isWanted = true
    listTemplates({ source: 'own', kind: 'template', limit: 200 }).then(
      ({ templates }) => {
        const own = templates.filter((each) => each.scheme === id)
        if (isWanted) setFound([...own].sort((a, b) => (isLater(a.version, b.version) ? -1 : 1)))
      },
      (error) => {
        if (!(error instanceof Refused)) throw error
        if (isWanted) setFound([])
      },
    )
    return () => {
      isWanted = false
    }
  }, [id])
  return found
}
