import { BellOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { momentText } from '../../../parts/date-text.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { whoText } from '../../../parts/who-text.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { Reminder } from './reminder-dialog.tsx'
import { progressWords } from './words.ts'

/** What a department is reminded of, the newest, while it still has to hand in. */
export function OwnReminders({ campaign }: { campaign: string }) {
  const w = useWords(progressWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { value } = useAnswer<{ reminders: readonly Reminder[] }>(`/api/campaigns/${campaign}/reminders?limit=1`)
  const newest = value?.reminders[0]
  if (newest === undefined) return null
  return (
    <Alert
      className="own-reminder"
      type="warning"
      showIcon
      icon={<BellOutlined />}
      title={
        <>
          {signs.headed(w.toYou, newest.text)}{' '}
          <span className="list-faint">
            {whoText(newest.by, language)} {momentText(newest.at)}
          </span>
        </>
      }
    />
  )
}
