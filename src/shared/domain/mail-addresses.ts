/** As they are used: no quoted names, no address without a dot-free domain of its own. */
const address = /^[^\s<>"(),:;@\\[\]\p{Cc}\p{Cf}]{1,64}@[^\s<>"(),:;@\\[\]\p{Cc}\p{Cf}]{1,255}$/u

export interface MailAddresses {
  /** Each once, in their order. */
  readonly addresses: readonly string[]
  /** What is none. */
  readonly wrong: readonly string[]
}

/** The addresses that a person typed or pasted, with commas, semicolons or lines between them: `Ann <ann@example.com>`. */
export function mailAddresses(typed: string): MailAddresses {
  const parts = typed.split(/[,;\r\n]+/).flatMap(part => (part.trim() === '' ? [] : [bareAddress(part)]))
  return {
    addresses: [...new Set(parts.filter(part => address.test(part)))],
    wrong: parts.filter(part => !address.test(part)),
  }
}

export interface MailSender {
  /** That readers see in place of the address; empty: none. */
  readonly name: string
  readonly address: string
}

/** [EM8] Who mails come from, as a person typed it: an address, or `Shop status <status@example.com>`. */
export function mailSender(typed: string): MailSender | undefined {
  const [, name = '', bare = typed] = /^([^<>]*)<([^<>]*)>$/.exec(typed.trim()) ?? []
  const found = bare.trim()
  return address.test(found) ? { name: name.trim().replace(/^"(.*)"$/, '$1'), address: found } : undefined
}

function bareAddress(part: string): string {
  return (/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).trim()
}
