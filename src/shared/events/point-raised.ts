import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { pointKinds } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { entryField, itemText, lineUnlessTyped, ownerField, strategyIdField } from './strategy-fields'

export const pointRaised = defineEvent('point-raised', {
  version: 1,
  body: z.object({
    point: strategyIdField,
    kind: z.enum(pointKinds),
    text: itemText,
    owner: ownerField,
    entry: entryField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, owner: body.owner && standInFor(standIn) }),
  line: event => {
    const { kind, text, owner, entry } = event.body
    return lineUnlessTyped(event, entry, () => {
      const { points, pointsFor } = texts.strategyLines
      return owner === null ? t(points[kind], { text }) : t(pointsFor[kind], { who: owner.name, text })
    })
  },
})
