import { App } from 'antd'
import { useMemo, useState } from 'react'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import '../management.css'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import { useRegions } from '../regions.ts'
import { EntryFields, type Fields } from './entry-fields.tsx'
import { EntryPicture } from './entry-picture.tsx'
import './library.css'
import { moduleOf } from './module.ts'
import { libraryWords } from './words.ts'

/** 放入指标库: an indicator of the open scheme with all that it reads, for other schemes to take over. */
export function PutDialog() {
  const w = useWords(libraryWords)
  const { message } = App.useApp()
  const regions = useRegions()
  const scheme = useDesigner((state) => state.design?.scheme)
  const ofServer = useDesigner((state) => state.server?.head?.region)
  const id = useDesigner(({ view }) => (view.dialog?.kind === 'library-put' ? view.dialog.indicator : null))
  const module = useMemo(() => (scheme === undefined || id === null ? undefined : moduleOf(scheme, id)), [scheme, id])
  const [fields, setFields] = useState<Fields>(() => ({
    name: module?.name ?? '',
    tags: (scheme?.departmentTypes ?? []).map((tag) => ({ facet: 'department-type' as const, tag })),
  }))
  const [region, setRegion] = useState(ofServer ?? '')
  const close = () => designer.setView({ dialog: null })
  if (module === undefined) return null
  const send = async () => {
    const name = fields.name.trim()
    await ask('POST', '/api/library', {
      body: { name, tags: fields.tags, module, ...(region === '' ? {} : { region }) },
    })
    close()
    message.success(w.done(name))
  }
  return (
    <FormDialog
      title={w.putTitle(module.name)}
      width={760}
      send={send}
      sendText={w.put}
      isReady={fields.name.trim() !== '' && (region === '' || isRegionCode(region))}
      onClose={close}
    >
      <EntryFields fields={fields} onChange={setFields} />
      <FormRow label={w.region}>
        <RegionField
          value={region}
          regions={regions}
          label={w.region}
          isBad={region !== '' && !isRegionCode(region)}
          onChange={setRegion}
        />
      </FormRow>
      {module.items.length > 0 && (
        <p className="management-how">{w.brings(module.items.length, module.measures?.length ?? 0)}</p>
      )}
      <div className="library-put">
        <EntryPicture module={module} />
      </div>
    </FormDialog>
  )
}
