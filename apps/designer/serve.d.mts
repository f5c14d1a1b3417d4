/** Serves the built designer on loopback; port 0 takes a free one. */
export function serve(options?: {
  port?: number
  folder?: string | undefined
}): Promise<{ readonly address: string; readonly stop: () => void }>
