import { expect, it } from 'vitest'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, askedInTest } from '../../main/vendors/accounts'

const TOKEN = 'aB3/dE6+gH9_jK2-mN5=pQ8'

/** Bodies in which the token is only to be seen once JSON, or JSON and HTML, have been read. */
const echoes: Readonly<Record<string, (sent: string) => string>> = {
  'with escaped slashes': sent => JSON.stringify(body(sent)).replaceAll('/', '\\/'),
  'in JSON escapes': sent => JSON.stringify(body(sent)).replaceAll('a', '\\u0061').replaceAll('3', '\\u0033'),
  'percent encoded, in capitals': sent => JSON.stringify(body(encodeURIComponent(sent).toUpperCase())),
  'in base64 of the header': sent => JSON.stringify(body(Buffer.from(`Authorization: ${sent}`).toString('base64'))),
  'cut in half': sent => JSON.stringify(body(sent.slice(0, sent.length - 11))),
  'in the title of a page': sent => `<html><title>${sent.replaceAll('/', '&#x2F;')}</title>`,
}

function body(said: string): object {
  const text = `sent ${said}`
  const error = { message: text, code: 2001, errors: [text] }
  return { ok: false, error, message: text, status: 'error', errorType: text }
}

it.each(askedInTest.flatMap(vendor => Object.keys(echoes).map(echo => [vendor, echo] as const)))(
  '[HR1] what %s repeats %s is not shown',
  async (vendor, echo) => {
    for (const status of [200, 401, 500]) {
      const server = await startLoopback((seen, response) => {
        response.writeHead(status).end(echoes[echo]?.(seen.headers.authorization ?? seen.url.pathname) ?? '')
      })
      const { message } = await accountAt(vendor, server.origin, TOKEN).probe(never)
      expect(message).not.toMatch(/ab3|aab3|gh9|x2f|u0061|%2f|yUIz|QUIz|FCMy/i)
      if (status === 401) expect(message).toMatch(/^HTTP 401: /)
    }
  },
)
