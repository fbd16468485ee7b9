import * as z from 'zod/mini'
import type { LinkId } from '../domain/ids'
import {
  detectionKinds,
  LONGEST_ADDRESS,
  LONGEST_LABEL,
  LONGEST_NAME,
  linkAddress,
  linkKinds,
  MOST_SERVICES,
} from '../domain/incident-facts'
import { idField, instant } from './fields'

export const linkKindField = z.enum(linkKinds)
export const linkLabelField = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_LABEL))

export const incidentLinkField = z.object({
  id: idField<LinkId>(),
  kind: linkKindField,
  label: linkLabelField,
  url: z.string().check(
    z.maxLength(LONGEST_ADDRESS),
    // [IL1] Also where it comes from a file or another machine.
    z.refine(url => linkAddress(url) === url, 'input-link-address'),
  ),
})

const serviceName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
export const servicesField = z.readonly(z.array(serviceName).check(z.maxLength(MOST_SERVICES)))

export const detectionField = z.object({
  how: z.enum(detectionKinds),
  name: z.string().check(z.trim(), z.maxLength(LONGEST_NAME)),
  at: z.nullable(instant),
})
