/**
 * [DG3] A digit chooses the option beside it, 0 the tenth, and sends nothing: Enter does. The focus moves along, so
 * that one option is highlighted and not two. Works in a choice, and in a form with one choice from everywhere but a
 * text.
 * @returns whether there was such an option
 */
export function chooseByDigit(within: Element, key: string): boolean {
  if (!/^\d$/.test(key)) return false
  const choices = within.matches(CHOICE) ? [within] : [...within.querySelectorAll(CHOICE)]
  const [choice] = choices
  if (choice === undefined || choices.length > 1) return false
  const option = choice.querySelectorAll<HTMLInputElement>('input[type="radio"]').item((Number(key) + 9) % 10)
  if (option === null) return false
  option.focus()
  option.click()
  return true
}

const CHOICE = '[data-choice]'
