import '../../parts/plain-table.css'
import { Button } from 'antd'
import { api } from '../../api.ts'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { momentText } from '../../parts/date-text.ts'
import { whoText } from '../../parts/who-text.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { type Adoption, type Template, templatePath } from '../../server/templates.ts'
import { useRegions } from '../regions.ts'
import { pageWords } from './page-words.ts'

/** 采用记录: schemes that were adopted from any version of it, as far as one may see them. */
export function AdoptionsTab({ template }: { template: Template }) {
  const w = useWords(pageWords)
  const language = useLanguage()
  const regions = useRegions()
  const path = `${templatePath(template.hash)}/adoptions`
  const { value, trouble, reload } = useAnswer<{ readonly adoptions: readonly Adoption[] }>(path)
  const c = w.adoptionColumns
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <section className="templates-readme" tabIndex={0} aria-label={w.tabs.adoptions}>
      <Trouble of={trouble} onRetry={reload} />
      {value !== undefined && value.adoptions.length === 0 && <p className="management-how">{w.noAdoptions}</p>}
      {value !== undefined && value.adoptions.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {[c.name, c.region, c.mode, c.version, c.updated].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.adoptions.map((each) => (
              <tr key={each.scheme}>
                <td>
                  <Button type="link" onClick={() => void api.open(each.scheme)}>
                    {each.name}
                  </Button>
                </td>
                <td>{each.region === '' ? w.everywhere : regions.text(each.region)}</td>
                <td>{w.modes[each.mode]}</td>
                <td>
                  {each.version}{' '}
                  {each.hash !== template.hash && template.isNewest && (
                    <span className="badge badge-warn">{w.older}</span>
                  )}
                </td>
                <td>
                  {whoText(each.updatedBy, language)} {momentText(each.updatedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
