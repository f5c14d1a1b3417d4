import { Input } from 'antd'
import { useState } from 'react'
import { FormDialog, FormRow } from '../../../parts/form/form.tsx'
import { useWords } from '../../../parts/words.ts'
import { isRegionCode } from '../../region-code.ts'
import { RegionField } from '../../region-field.tsx'
import { useRegions } from '../../regions.ts'
import { addOwnKey } from './key-calls.ts'
import { keyWords } from './words.ts'

/** The server takes none that is shorter. */
const SHORTEST = 10

/** 新建密钥: who signs with it, where it speaks for, and the passphrase that locks it. */
export function NewKeyDialog({ onDone, onClose }: { onDone: (name: string) => void; onClose: () => void }) {
  const w = useWords(keyWords)
  const regions = useRegions()
  const [name, setName] = useState('')
  const [publisher, setPublisher] = useState('')
  const [region, setRegion] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const isRegion = region === '' || isRegionCode(region)
  const isLong = passphrase.length >= SHORTEST
  const isReady = name.trim() !== '' && publisher.trim() !== '' && isRegion && isLong && passphrase === again
  const send = async () => {
    const whole = { name: name.trim(), publisher: publisher.trim(), passphrase }
    await addOwnKey({ ...whole, ...(region === '' ? {} : { region }) })
    onDone(whole.name)
  }
  return (
    <FormDialog title={w.add} width={560} send={send} sendText={w.create} isReady={isReady} onClose={onClose}>
      <FormRow label={w.publisher} hint={w.publisherHint}>
        <Input
          value={publisher}
          maxLength={200}
          aria-label={w.publisher}
          onChange={(event) => setPublisher(event.target.value)}
        />
      </FormRow>
      <FormRow label={w.name} hint={w.nameHint}>
        <Input value={name} maxLength={200} aria-label={w.name} onChange={(event) => setName(event.target.value)} />
      </FormRow>
      <FormRow label={w.region} hint={w.regionHint}>
        <RegionField
          value={region}
          regions={regions}
          label={w.region}
          placeholder={w.everywhere}
          isBad={!isRegion}
          onChange={setRegion}
        />
      </FormRow>
      <FormRow
        label={w.passphrase}
        hint={w.passphraseHint}
        problem={passphrase !== '' && !isLong ? w.passphraseShort : undefined}
      >
        <Input.Password
          value={passphrase}
          maxLength={1_000}
          autoComplete="new-password"
          aria-label={w.passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </FormRow>
      <FormRow label={w.passphraseAgain} problem={again !== '' && again !== passphrase ? w.passphraseOther : undefined}>
        <Input.Password
          value={again}
          maxLength={1_000}
          autoComplete="new-password"
          aria-label={w.passphraseAgain}
          onChange={(event) => setAgain(event.target.value)}
        />
      </FormRow>
    </FormDialog>
  )
}
