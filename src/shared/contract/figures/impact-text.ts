import type { FigureName } from '../../domain/impact-figures'
import type { LostSoFar } from '../../domain/impact-now'
import type { FactNow } from '../../domain/method/facts-now'
import { moneyText } from '../../events/figure-stated'
import { listText, t } from '../../texts/t'
import { texts } from '../../texts/texts'
import { factFigure } from './panel-facts'

/** [IM6] What a panel says of a figure, as its tile writes it. */
export function liveFigureText(figure: FigureName, fact: FactNow): string {
  const value = fact.value === null ? '' : factFigure(fact, fact.value)
  return figure === 'revenue' ? t(texts.figureLines.perHour, { amount: value }) : value
}

/** [IM4] `US$18,400, €900`. */
export function lostText({ amounts }: LostSoFar): string {
  return listText(amounts.map(({ amount, currency }) => moneyText(amount, currency)))
}
