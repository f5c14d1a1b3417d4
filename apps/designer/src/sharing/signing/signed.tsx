import { DownloadOutlined } from '@ant-design/icons'
import { Button, Result } from 'antd'
import { useWords } from '../../parts/words.ts'
import { hrefOf } from '../../server/place.ts'
import { templateFileAddress } from '../../server/templates.ts'
import { signingWords } from './words.ts'

/** It is signed: its file, and where it is in the library. */
export function Signed({
  hash,
  title,
  text,
  onClose,
}: {
  hash: string
  title: string
  text: string
  onClose: () => void
}) {
  const w = useWords(signingWords)
  return (
    <Result
      status="success"
      title={title}
      subTitle={text}
      extra={[
        <Button key="file" type="primary" icon={<DownloadOutlined />} href={templateFileAddress(hash)} download>
          {w.download}
        </Button>,
        <Button key="library" href={hrefOf('templates', hash)}>
          {w.toLibrary}
        </Button>,
        <Button key="close" onClick={onClose}>
          {w.close}
        </Button>,
      ]}
    />
  )
}
