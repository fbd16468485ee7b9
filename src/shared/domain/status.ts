export const statuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const
export type Status = (typeof statuses)[number]

/** Customers feel it no more, as far as anybody knows: it is watched, or over. */
export function isCalm(status: Status): boolean {
  return status === 'monitoring' || status === 'resolved'
}
