/** Slack's error codes in plain words; the code comes first, as a status does: it is what people look up. */
const words: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know this token',
  not_authed: 'No token was sent',
  account_inactive: 'The token belongs to a user or app that was removed',
  token_revoked: 'The token was revoked',
  token_expired: 'The token has expired',
  missing_scope: 'The token lacks a right',
  not_allowed_token_type: 'This kind of token cannot do that: use a bot token (xoxb-…)',
  channel_not_found: 'There is no such channel, or it is private and the app is not in it',
  not_in_channel: 'The app is not in the channel: invite it there',
  is_archived: 'The channel is archived',
  restricted_action: 'The workspace does not allow the app to post there',
  msg_too_long: 'The text is too long for Slack',
  no_text: 'There is no text to post',
  name_taken: 'There is a channel of that name already, which the app cannot see',
  invalid_name: 'Slack does not take that name for a channel',
  invalid_name_specials: 'Slack takes small letters, digits, - and _ in the name of a channel',
  too_long: 'The text is too long for Slack',
  message_not_found: 'There is no such message in the channel',
  ratelimited: 'Slack asks us to slow down',
  rate_limited: 'Slack asks us to slow down',
}

export function slackWords(code: string): string {
  return `${code}: ${Object.hasOwn(words, code) ? words[code] : 'Slack refused the request'}`
}

const tokenCodes = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'access_denied',
  'org_login_required',
  'ekm_access_denied',
]

export function isTokenCode(code: string): boolean {
  return tokenCodes.includes(code)
}

/** The token is good, and lacks the right to this one thing. */
const rightCodes = ['missing_scope', 'not_allowed_token_type', 'no_permission', 'access_denied']

export function isRightCode(code: string): boolean {
  return rightCodes.includes(code)
}

/** Slack's own failures: it says itself that a part of what was asked may have been done. */
const openCodes = ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']

export function isOpenCode(code: string): boolean {
  return openCodes.includes(code)
}
