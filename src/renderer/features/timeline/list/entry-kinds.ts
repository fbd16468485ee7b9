import {
  Activity,
  ArrowRightLeft,
  BellRing,
  Flag,
  Gavel,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  Search,
  Square,
  Wrench,
} from 'lucide-react'
import type { EntryKind } from '../../../../shared/domain/timeline'

export const kindIcon: Readonly<Record<EntryKind, LucideIcon>> = {
  note: MessageSquare,
  action: Wrench,
  decision: Gavel,
  finding: Search,
  todo: Square,
  status: Flag,
  alert: BellRing,
  comms: Megaphone,
  metric: Activity,
  handoff: ArrowRightLeft,
}
