/** The alerts: the list, its groups, and what hides them. */

export const alerts = {
  blind: { one: '{count} rule cannot see', other: '{count} rules cannot see' },
  hidden: { one: '{alerts} hidden by {count} rule {key}', other: '{alerts} hidden by {count} rules {key}' },
} as const
