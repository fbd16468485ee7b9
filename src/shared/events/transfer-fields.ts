import * as z from 'zod/mini'
import type { IncidentId, TransferId } from '../domain/ids'
import { idField } from './fields'

export const transferField = idField<TransferId>()

/** [TC8] Name of a time zone, as a browser has it; absent: it is not known. */
export const zoneField = z.optional(z.string().check(z.regex(/^[A-Za-z][\w+/-]{0,63}$/, 'must be a time zone')))

/** [TC7] */
export const handoverField = z.readonly(z.array(idField<IncidentId>()).check(z.maxLength(50)))

/** [TC2] A section of the handoff's first page; a newer version may have others. */
export const sectionField = z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/, 'must be a section'))
