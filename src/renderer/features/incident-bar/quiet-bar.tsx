import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit, useSelection } from '../../stores/cockpit'
import { toChooseFrom } from '../../stores/selection-store'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './quiet-bar.module.css'

/** The bar while this screen shows no incident. That none is open it says only where that is so. */
export function QuietBar() {
  const { focus } = useCockpit()
  const count = useSelection(state => toChooseFrom(state).length)
  return (
    <div className={styles.quiet} data-quiet-bar>
      <h1 className={styles.title}>{count === 0 ? texts.bar.none : tCount(texts.bar.several, count)}</h1>
      {count > 0 && (
        <Button tone="primary" onClick={() => focus.request('incidents')}>
          <Trans text={texts.bar.choose} parts={{ key: <Key quiet>{keyOf('incidents')}</Key> }} />
        </Button>
      )}
      <Button tone={count === 0 ? 'primary' : 'plain'} onClick={() => focus.request('declare')}>
        <Trans text={texts.bar.declare} parts={{ key: <Key quiet>{keyOf('declare')}</Key> }} />
      </Button>
    </div>
  )
}
