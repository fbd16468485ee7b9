import { type ReactNode, useMemo } from 'react'
import { useRecord } from '../stores/cockpit'
import { DialogSubjectContext } from '../ui/dialog-subject'

/** [SN3] Tells every dialog which incident it is about. */
export function IncidentSubject({ children }: { readonly children: ReactNode }) {
  const severity = useRecord(record => record.incident.severity)
  const title = useRecord(record => record.incident.title)
  const subject = useMemo(
    () => (severity === undefined || title === undefined ? null : { severity, title }),
    [severity, title],
  )
  return <DialogSubjectContext value={subject}>{children}</DialogSubjectContext>
}
