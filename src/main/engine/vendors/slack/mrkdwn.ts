/** Ids of the people that a text names. */
export function mentioned(text: string): readonly string[] {
  return [...text.matchAll(/<@([A-Z0-9]{1,40})(?:\|[^<>]*)?>/g)].map(match => match[1] ?? '')
}

/**
 * A message's text as people read it: names instead of ids, links with their addresses, Slack's escapes undone. What
 * would call a whole channel is words here, and is escaped again should it ever be posted.
 * @param nameOf a person's name, or undefined where it is not known
 */
export function readable(text: string, nameOf: (user: string) => string | undefined): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => spoken(inner, nameOf))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function spoken(inner: string, nameOf: (user: string) => string | undefined): string {
  const bar = inner.indexOf('|')
  const [target, label] = bar < 0 ? [inner, ''] : [inner.slice(0, bar), inner.slice(bar + 1)]
  switch (target.charAt(0)) {
    case '@':
      return `@${nameOf(target.slice(1)) ?? (label || target.slice(1))}`
    case '#':
      return `#${label || target.slice(1)}`
    case '!':
      return label || `@${target.slice(1)}`
    default:
      return link(target.replace(/^mailto:/, ''), label)
  }
}

/** A label may say anything: the address stays next to it. */
function link(address: string, label: string): string {
  return label === '' || address.endsWith(label) ? address : `${label} (${address})`
}
