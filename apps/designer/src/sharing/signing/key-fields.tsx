import { Alert, Button, Form, Input, Select } from 'antd'
import { useWords } from '../../parts/words.ts'
import { hrefOf } from '../../server/place.ts'
import type { SigningKey } from '../../server/upstream.ts'
import { signingWords } from './words.ts'

export interface ChosenKey {
  readonly key: string
  readonly passphrase: string
}

/** The key to sign with, and what unlocks it. */
export function KeyFields({
  keys,
  value,
  onChange,
}: {
  keys: readonly SigningKey[] | null
  value: ChosenKey
  onChange: (next: ChosenKey) => void
}) {
  const w = useWords(signingWords)
  if (keys !== null && keys.length === 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title={w.noKeys}
        action={<Button href={hrefOf('templates', 'keys')}>{w.toKeys}</Button>}
      />
    )
  }
  return (
    <div className="signing-key">
      <Form.Item label={w.key}>
        <Select
          aria-label={w.key}
          value={value.key === '' ? null : value.key}
          options={(keys ?? []).map((each) => ({ value: each.key, label: w.keyOf(each.name, each.publisher) }))}
          onChange={(key) => onChange({ ...value, key })}
        />
      </Form.Item>
      <Form.Item label={w.passphrase} htmlFor="signing-passphrase">
        <Input.Password
          id="signing-passphrase"
          autoComplete="off"
          value={value.passphrase}
          onChange={(event) => onChange({ ...value, passphrase: event.target.value })}
        />
      </Form.Item>
    </div>
  )
}
