import { useOpened } from '../../stores/use-opened'
import { Dialog } from '../../ui/dialog'
import { DeclareForm } from './declare-form'

export function DeclareDialog() {
  const { opened, close } = useOpened('declare')
  return (
    <Dialog opened={opened} onClose={close} title="Declare an incident" width={560}>
      <DeclareForm onDone={close} />
    </Dialog>
  )
}
