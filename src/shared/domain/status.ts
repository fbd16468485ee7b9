export const statuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const
export type Status = (typeof statuses)[number]

export const statusMeaning: Readonly<Record<Status, string>> = {
  investigating: 'We do not know the cause yet',
  identified: 'We know the cause and work on it',
  monitoring: 'A fix is in, we watch it hold',
  resolved: 'Over for customers',
}
