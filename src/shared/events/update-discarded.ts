import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { idField } from './fields'

export const updateDiscarded = defineEvent('update-discarded', {
  version: 1,
  body: z.object({ update: idField<UpdateId>() }),
  line: () => undefined,
})
