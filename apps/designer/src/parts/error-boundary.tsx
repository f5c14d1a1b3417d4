import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import './error-boundary.css'
import { NotLoaded } from './lazy-part.tsx'
import { useWords, words } from './words.ts'

/** A fault of ours in one view leaves the others, and the design, alone. `within` says what it is shown in, if not here. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidCatch(error: Error) {
    if (error instanceof NotLoaded) error.forget()
  }

  override render() {
    if (this.state.error === null) return this.props.children
    const { within = (fault) => fault } = this.props
    return within(<Fault error={this.state.error} onRetry={() => this.setState({ error: null })} />)
  }
}

interface Props {
  readonly children: ReactNode
  readonly within?: (fault: ReactNode) => ReactNode
}

function Fault({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const w = useWords(fault)
  return (
    <div className="fault" role="alert">
      <h2>{error instanceof NotLoaded ? w.away : w.title}</h2>
      <p>{error instanceof NotLoaded ? w.later : error.message}</p>
      <Button type="primary" onClick={onRetry}>
        {w.retry}
      </Button>
    </div>
  )
}

const fault = words(
  {
    title: '这个视图出了问题，您的方案没有受影响',
    away: '连不上服务器，这个视图还没有取到',
    later: '您的修改照常保存在本机；连上以后再打开它。',
    retry: '重新打开此视图',
  },
  {
    title: 'This view has failed; your scheme is not affected',
    away: 'The server cannot be reached, and this view is not here yet',
    later: 'Your changes are stored on this computer as ever; open it again once the network is back.',
    retry: 'Open the view again',
  },
)
