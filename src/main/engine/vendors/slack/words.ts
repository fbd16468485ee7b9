import { type CodedText, coded } from '../../../../shared/contract/coded-text'
import type { FaultCode } from '../../../../shared/contract/fault-codes'

/** What Slack's error codes mean, each by its text. */
const meanings: Readonly<Record<string, FaultCode>> = {
  invalid_auth: 'slack-invalid-auth',
  not_authed: 'slack-not-authed',
  account_inactive: 'slack-account-inactive',
  token_revoked: 'slack-token-revoked',
  token_expired: 'slack-token-expired',
  missing_scope: 'slack-missing-scope',
  not_allowed_token_type: 'slack-not-allowed-token-type',
  channel_not_found: 'slack-channel-not-found',
  not_in_channel: 'slack-not-in-channel',
  is_archived: 'slack-is-archived',
  restricted_action: 'slack-restricted-action',
  msg_too_long: 'slack-msg-too-long',
  no_text: 'slack-no-text',
  name_taken: 'slack-name-taken',
  users_not_found: 'slack-user-not-found',
  user_not_found: 'slack-user-not-found',
  cant_invite: 'slack-cant-invite',
  user_is_restricted: 'slack-cant-invite',
  ura_max_channels: 'slack-cant-invite',
  invalid_name: 'slack-invalid-name',
  invalid_name_specials: 'slack-invalid-name-specials',
  too_long: 'slack-msg-too-long',
  message_not_found: 'slack-message-not-found',
  cant_update_message: 'slack-cant-update-message',
  edit_window_closed: 'slack-edit-window-closed',
  ratelimited: 'slack-ratelimited',
  rate_limited: 'slack-ratelimited',
}

/**
 * Slack's refusal: its own code first, as a status does, because it is what people look up; then what it means.
 * @param scope the right that the token lacks; empty: Slack names none
 */
export function slackRefusal(error: string, scope = ''): CodedText {
  const known = Object.hasOwn(meanings, error) ? meanings[error] : undefined
  const meaning = { code: known ?? 'slack-other' } as const
  return scope === ''
    ? coded('slack-refused', { error, meaning })
    : coded('slack-refused-scope', { error, meaning, scope })
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
