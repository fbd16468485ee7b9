import * as z from 'zod/mini'
import { timeSourceKinds, turningPoints } from '../domain/stated-time'
import { instant } from './fields'

export const timeSourceField = z.object({
  kind: z.enum(timeSourceKinds),
  name: z.string().check(z.maxLength(500)),
})

export const turningPointField = z.enum(turningPoints)

export const confirmedTimeBody = z.object({ at: instant, source: timeSourceField })
