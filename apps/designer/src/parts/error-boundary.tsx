import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import './error-boundary.css'
import { useWords, words } from './words.ts'

/** A fault of ours in one view leaves the others, and the design, alone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Fault message={this.state.error.message} onRetry={() => this.setState({ error: null })} />
  }
}

function Fault({ message, onRetry }: { message: string; onRetry: () => void }) {
  const w = useWords(fault)
  return (
    <div className="fault" role="alert">
      <h2>{w.title}</h2>
      <p>{message}</p>
      <Button type="primary" onClick={onRetry}>
        {w.retry}
      </Button>
    </div>
  )
}

const fault = words(
  { title: '这个视图出了问题，您的方案没有受影响', retry: '重新打开此视图' },
  { title: 'This view has failed; your scheme is not affected', retry: 'Open the view again' },
)
