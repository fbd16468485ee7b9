import { useId } from 'react'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { Key } from '../../ui/key'
import { AboveLine } from './above-line'
import { OfferList, offersOf } from './complete/offer-list'
import { LineHint } from './line-hint'
import styles from './line-input.module.css'
import { type LineInputProps, useLineInput } from './use-line-input'

const text = texts.scribe

/** The scribe's line with what belongs above and below it. */
export function LineInput(props: LineInputProps) {
  const { mode, clock } = props
  const correcting = mode.kind === 'correction'
  const line = useLineInput(props)
  const { field, completing, pasted } = line
  const offers = useId()
  return (
    <>
      <AboveLine unsaved={line.unsaved} pasted={pasted} correcting={correcting} onTake={line.append} />
      <div className={styles.line} data-correcting={mode.kind !== 'new'}>
        <OfferList id={offers} completing={completing} />
        <Key quiet>{keyOf('line')}</Key>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={correcting ? text.correctedField : text.field}
          placeholder={text.placeholder}
          autoComplete="off"
          dir="auto"
          rows={Math.min(line.text.split('\n', 6).length, 6)}
          value={line.text}
          {...offersOf(offers, completing)}
          onChange={event => {
            line.setText(event.currentTarget.value)
            completing.onSelect()
          }}
          onSelect={completing.onSelect}
          onKeyDown={line.press}
          onPaste={event => !correcting && pasted.paste(event)}
        />
      </div>
      <LineHint
        {...{ mode, clock }}
        entries={line.entries}
        now={line.now}
        correction={line.correction}
        length={line.text.length}
        onEach={() => {
          void line.enter(true)
          field.current?.focus()
        }}
      />
    </>
  )
}
