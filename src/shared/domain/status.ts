export const statuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const
export type Status = (typeof statuses)[number]
