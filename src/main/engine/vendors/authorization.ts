/**
 * `Authorization` of monitoring systems, which stand behind whatever their owners put there: `user:password` is sent as
 * Basic, all else as Bearer (a Bearer token has no colon, RFC 6750). Without a token there is no header.
 */
export function monitoringAuthorization(token: string): Readonly<Record<string, string>> {
  if (token === '') return {}
  const basic = token.includes(':')
  return { Authorization: basic ? `Basic ${Buffer.from(token).toString('base64')}` : `Bearer ${token}` }
}
