import type { Scheme } from '@yardstick/model'
import { InputNumber } from 'antd'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { setSchemeField } from './edit-scheme.ts'
import { schemeWords } from './scheme-words.ts'

/** What the scheme is called, for whom and since when. */
export function SchemeAbout() {
  const w = useWords(schemeWords)
  const signs = useWords(signWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const { region } = scheme
  const setRegion = (next: Partial<NonNullable<Scheme['region']>>) => {
    const { name, code } = { ...region, ...next }
    // A code without a name says nothing to a reader.
    setSchemeField('region', name === undefined ? undefined : { name, ...(code === undefined ? {} : { code }) })
  }
  return (
    <>
      <FieldRow label={w.name}>
        <TextField
          value={scheme.name}
          isOptional={false}
          label={w.name}
          check={(text) => !/[[\]]/.test(text) && text.length <= 200}
          onCommit={(name) => setSchemeField('name', name!)}
        />
      </FieldRow>
      <FieldRow label={w.version}>
        <TextField
          value={scheme.version}
          isOptional={false}
          label={w.version}
          onCommit={(version) => setSchemeField('version', version!)}
        />
        <span className="field-label">{w.year}</span>
        <InputNumber<number>
          value={scheme.year ?? null}
          min={1949}
          max={9999}
          precision={0}
          changeOnBlur
          aria-label={w.year}
          style={{ width: 80 }}
          onChange={(year) => year !== (scheme.year ?? null) && setSchemeField('year', year ?? undefined)}
        />
      </FieldRow>
      <FieldRow label={w.regionName}>
        <TextField
          value={region?.name}
          label={w.regionName}
          onCommit={(name) => (name === undefined ? setSchemeField('region', undefined) : setRegion({ name }))}
        />
      </FieldRow>
      <FieldRow label={w.regionCode} hint={w.regionCodeHint}>
        <TextField
          value={region?.code}
          label={w.regionCode}
          check={(text) => /^\d{6,12}$/.test(text) && region !== undefined}
          onCommit={(code) =>
            region !== undefined &&
            setSchemeField('region', code === undefined ? { name: region.name } : { ...region, code })
          }
        />
      </FieldRow>
      <FieldRow label={w.departmentTypes} hint={w.departmentTypesHint}>
        <TextField
          value={scheme.departmentTypes?.join(signs.list)}
          label={w.departmentTypes}
          onCommit={(text) => setSchemeField('departmentTypes', listed(text, /[、，,;；]/))}
        />
      </FieldRow>
      <FieldRow label={w.formCode}>
        <TextField
          value={scheme.formCode}
          label={w.formCode}
          onCommit={(formCode) => setSchemeField('formCode', formCode)}
        />
      </FieldRow>
      <FieldRow label={w.basis} hint={w.basisHint}>
        <TextField
          value={scheme.basis?.join('\n')}
          rows={2}
          label={w.basis}
          onCommit={(text) => setSchemeField('basis', listed(text, /\n/))}
        />
      </FieldRow>
      <FieldRow label={w.description}>
        <TextField
          value={scheme.description}
          rows={3}
          label={w.description}
          onCommit={(description) => setSchemeField('description', description)}
        />
      </FieldRow>
    </>
  )
}

function listed(text: string | undefined, between: RegExp): string[] | undefined {
  const parts = (text ?? '')
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts
}
