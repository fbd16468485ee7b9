/** A request's headers, read from the raw list, because the parsed ones hide that a header came twice. */
export class HeaderFields {
  readonly #fields = new Map<string, string[]>()

  /** @param raw names and values by turns, as `IncomingMessage.rawHeaders` has them */
  constructor(raw: readonly string[]) {
    for (let at = 0; at + 1 < raw.length; at += 2) {
      const name = (raw[at] ?? '').toLowerCase()
      this.#fields.set(name, [...(this.#fields.get(name) ?? []), raw[at + 1] ?? ''])
    }
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  /** The value of a header that came once; undefined when it did not come, or came more than once. */
  one(name: string): string | undefined {
    const values = this.#fields.get(name)
    return values?.length === 1 ? values[0] : undefined
  }

  /** The first of these names that came more than once. */
  repeated(names: readonly string[]): string | undefined {
    return names.find(name => (this.#fields.get(name)?.length ?? 0) > 1)
  }
}
