import type { Seat } from '../../../shared/domain/crew'
import { isRole } from '../../../shared/domain/people'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { seatName } from '../../ui/seat-name'
import styles from './assign.module.css'
import type { Post } from './assign-line'

const text = words.assigning

/** What is being filled, in one question. */
export function PostHeading({ seats, post }: { readonly seats: readonly Seat[]; readonly post: Post }) {
  const seat = seats.find(({ key }) => key === post.role)
  if (seat === undefined) return null
  const { asks } = words.roleCards[isRole(seat.key) ? seat.key : 'own']
  const role = seatName(seat)
  const name = seat.held?.responder.name
  return (
    <div className={styles.heading}>
      <h3 className={styles.post} dir="auto">
        {post.deputy ? say(text.deputyOf, { role }) : role}
      </h3>
      <p className={styles.question} dir="auto">
        {post.deputy ? whoDeputises(name) : name === undefined ? asks : say(text.whoTakesOver, { name })}
      </p>
    </div>
  )
}

function whoDeputises(name: string | undefined): string {
  return name === undefined ? text.whoDeputisesNobody : say(text.whoDeputises, { name })
}
