/**
 * Numbers for texts, so that equality of texts is equality of numbers. Texts of the scheme (choices, literals) keep their
 * numbers; those of submissions are forgotten after each block, so that a million different ones take no room.
 */
export class Texts {
  private readonly codes = new Map<string, number>()
  private readonly texts: string[] = []
  private kept = 0
  /** How often texts were forgotten: a number for a text of a submission holds only as long as this stays the same. */
  epoch = 0

  codeOf(text: string): number {
    let code = this.codes.get(text)
    if (code === undefined) {
      code = this.texts.length
      this.codes.set(text, code)
      this.texts.push(text)
    }
    return code
  }

  textOf(code: number): string {
    return this.texts[code]!
  }

  /** What is known now belongs to the scheme. */
  keep(): void {
    this.kept = this.texts.length
  }

  /** Forgets what came after `keep`. */
  forget(): void {
    if (this.texts.length > this.kept) this.epoch++
    while (this.texts.length > this.kept) this.codes.delete(this.texts.pop()!)
  }
}
