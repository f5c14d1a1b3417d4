import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { FormDialog, FormRow } from '../../../parts/form/form.tsx'
import { useWords } from '../../../parts/words.ts'
import { isRegionCode } from '../../region-code.ts'
import { RegionField } from '../../region-field.tsx'
import { useRegions } from '../../regions.ts'
import { trustKey } from './key-calls.ts'
import { keyWords } from './words.ts'

/** A public key, as somebody is about to trust it. */
export interface KeyFields {
  readonly name: string
  readonly publisher: string
  /** '' is everywhere. */
  readonly region: string
  /** In hex. */
  readonly key: string
}

/** 信任公钥: whose it is, where it speaks for, and that the fingerprint was compared. */
export function TrustDialog({
  first,
  fingerprint,
  onDone,
  onClose,
}: {
  first: KeyFields
  /** Null where this page does not know it; the server says it afterwards. */
  fingerprint: string | null
  onDone: (publisher: string) => void
  onClose: () => void
}) {
  const w = useWords(keyWords)
  const regions = useRegions()
  const [fields, setFields] = useState(first)
  const [isChecked, setIsChecked] = useState(false)
  const { name, publisher, region, key } = fields
  const isRegion = region === '' || isRegionCode(region)
  const send = async () => {
    const whole = { name: name.trim() || publisher.trim(), publisher: publisher.trim(), key }
    await trustKey({ ...whole, ...(region === '' ? {} : { region }) })
    onDone(whole.publisher)
  }
  return (
    <FormDialog
      title={w.trustTitle}
      width={600}
      send={send}
      sendText={w.trustIt}
      isReady={isChecked && publisher.trim() !== '' && isRegion}
      onClose={onClose}
    >
      <FormRow label={w.publisher} hint={w.publisherHint}>
        <Input
          value={publisher}
          maxLength={200}
          aria-label={w.publisher}
          onChange={(event) => setFields({ ...fields, publisher: event.target.value })}
        />
      </FormRow>
      <FormRow label={w.region} hint={w.regionHint}>
        <RegionField
          value={region}
          regions={regions}
          label={w.region}
          placeholder={w.everywhere}
          isBad={!isRegion}
          onChange={(next) => setFields({ ...fields, region: next })}
        />
      </FormRow>
      <FormRow label={w.name}>
        <Input
          value={name}
          maxLength={200}
          aria-label={w.name}
          onChange={(event) => setFields({ ...fields, name: event.target.value })}
        />
      </FormRow>
      <FormRow label={w.fingerprint} hint={w.trustWarning(publisher)}>
        <output className="templates-fingerprint templates-fingerprint-large">{fingerprint ?? key}</output>
      </FormRow>
      <Checkbox checked={isChecked} onChange={(event) => setIsChecked(event.target.checked)}>
        {w.checked}
      </Checkbox>
    </FormDialog>
  )
}
