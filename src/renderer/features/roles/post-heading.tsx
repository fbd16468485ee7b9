import type { Seat } from '../../../shared/domain/crew'
import { isRole } from '../../../shared/domain/people'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { seatName } from '../../ui/seat-name'
import styles from './assign.module.css'
import type { Post } from './assign-line'

const text = texts.assigning

/** What is being filled, in one question. */
export function PostHeading({ seats, post }: { readonly seats: readonly Seat[]; readonly post: Post }) {
  const seat = seats.find(({ key }) => key === post.role)
  if (seat === undefined) return null
  const { asks } = texts.roleCards[isRole(seat.key) ? seat.key : 'own']
  const role = seatName(seat)
  const name = seat.held?.responder.name
  return (
    <div className={styles.heading}>
      <h3 className={styles.post} dir="auto">
        {post.deputy ? t(text.deputyOf, { role }) : role}
      </h3>
      <p className={styles.question} dir="auto">
        {post.deputy ? whoDeputises(name) : name === undefined ? asks : t(text.whoTakesOver, { name })}
      </p>
    </div>
  )
}

function whoDeputises(name: string | undefined): string {
  return name === undefined ? text.whoDeputisesNobody : t(text.whoDeputises, { name })
}
