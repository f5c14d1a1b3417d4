/** Serves the built designer on loopback; port 0 takes a free one. */
export function serve(options?: { port?: number }): Promise<{ readonly address: string; readonly stop: () => void }>
