import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined, StarOutlined } from '@ant-design/icons'
import { useWords } from '../../parts/words.ts'
import type { Trust } from '../../server/templates.ts'
import { trustLook } from './template-rows.ts'
import { templateWords } from './words.ts'

const icons = {
  good: <CheckCircleOutlined />,
  accent: <StarOutlined />,
  warn: <ExclamationCircleOutlined />,
  bad: <CloseCircleOutlined />,
}

/** Whether a package is believed, in a word: icon, word and colour. */
export function TrustMark({ trust }: { trust: Trust }) {
  const w = useWords(templateWords)
  const look = trustLook[trust]
  return (
    <span className={`badge badge-${look} templates-trust`}>
      {icons[look]} {w.trusts[trust]}
    </span>
  )
}
