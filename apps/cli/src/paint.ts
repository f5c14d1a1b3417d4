/** Colours of a terminal, put around text that has been laid out already, so that they count no columns. */
export class Paint {
  constructor(readonly isOn: boolean) {}

  bold = (text: string) => this.#wrap(text, 1, 22)
  dim = (text: string) => this.#wrap(text, 2, 22)
  red = (text: string) => this.#wrap(text, 31, 39)
  green = (text: string) => this.#wrap(text, 32, 39)
  yellow = (text: string) => this.#wrap(text, 33, 39)
  magenta = (text: string) => this.#wrap(text, 35, 39)

  #wrap(text: string, on: number, off: number): string {
    return this.isOn && text.trim() !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text
  }
}
