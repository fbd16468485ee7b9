import { expect, it } from 'vitest'
import { linkKindOf } from '../../src/shared/domain/link-kind'

it.each([
  ['https://acme.zoom.us/j/91234', 'bridge'],
  ['https://meet.google.com/abc-defg-hij', 'bridge'],
  ['https://meet.example.com/bridge', 'bridge'],
  ['tel:+1555010999', 'bridge'],
  ['https://acme.slack.com/archives/C024BE91L', 'war-room'],
  ['https://acme.atlassian.net/browse/PAY-7', 'ticket'],
  ['https://github.com/acme/payments/issues/12', 'ticket'],
  ['https://grafana.example.com/d/abc/payments', 'dashboard'],
  ['https://acme.grafana.net/d/abc', 'dashboard'],
  ['https://wiki.example.com/runbooks/pool-exhausted', 'runbook'],
  ['https://acme.atlassian.net/wiki/runbook/pool', 'runbook'],
  ['https://example.com/', 'other'],
  ['https://zoom.us.example.com/', 'other'],
  ['mailto:ada@example.com', 'other'],
  ['nothing to open', 'other'],
])('[DI5] %s leads to a %s', (url, kind) => {
  expect(linkKindOf(url)).toBe(kind)
})
