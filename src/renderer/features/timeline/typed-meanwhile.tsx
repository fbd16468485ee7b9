import { texts } from '../../../shared/texts/texts'
import { useTypedFields } from '../../stores/use-typed-fields'
import { RestoredOffer } from '../../ui/restored-note'

/** [TX1] What was typed in the place of a part that had stopped, and did not get into a line before a reload. */
export function TypedMeanwhile({ onTake }: { readonly onTake: (text: string) => void }) {
  const { values, since, forget } = useTypedFields('stopped', { text: '' }, 'cockpit')
  const take = () => {
    onTake(values.text)
    forget()
  }
  return (
    <RestoredOffer
      {...{ since, forget }}
      text={values.text}
      says={texts.scribe.typedMeanwhile}
      take={texts.scribe.intoLine}
      onTake={take}
    />
  )
}
