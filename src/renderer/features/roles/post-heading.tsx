import type { Seat } from '../../../shared/domain/crew'
import { isRole } from '../../../shared/domain/people'
import styles from './assign.module.css'
import type { Post } from './assign-line'
import { ownRoleCard, roleCards } from './role-cards'

/** What is being filled, in one question. */
export function PostHeading({ seats, post }: { readonly seats: readonly Seat[]; readonly post: Post }) {
  const seat = seats.find(({ key }) => key === post.role)
  if (seat === undefined) return null
  const asks = isRole(seat.key) ? roleCards[seat.key].asks : ownRoleCard.asks
  const holder = seat.held?.responder.name
  return (
    <div className={styles.heading}>
      <h3 className={styles.post} dir="auto">
        {post.deputy ? `Deputy ${seat.name}` : seat.name}
      </h3>
      <p className={styles.question} dir="auto">
        {post.deputy
          ? `Who stands in for ${holder ?? 'them'}?`
          : holder === undefined
            ? asks
            : `Who takes over from ${holder}?`}
      </p>
    </div>
  )
}
