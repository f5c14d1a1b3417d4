/** What is kept, and shown, of an error: of the database's own only its code, since its words speak of tables. */
export function faultText(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return `database ${code}`
  return typeof message === 'string' ? message.slice(0, 500) : String(error)
}
