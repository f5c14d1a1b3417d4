import { LockFilled } from '@ant-design/icons'
import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import './sharing.css'

/** Fields that can only be read where there is a reason; what reads them finds it too. */
export function Locked({ reason, children }: { reason: string | undefined; children: ReactNode }) {
  return (
    <ConfigProvider componentDisabled={reason !== undefined}>
      <fieldset className="locked-fields" disabled={reason !== undefined} title={reason}>
        {children}
      </fieldset>
    </ConfigProvider>
  )
}

/** Says who locked what, and what one may do. */
export function LockNote({ reason }: { reason: string }) {
  return (
    <p className="lock-note">
      <LockFilled aria-hidden="true" /> {reason}
    </p>
  )
}
