import { expect, it } from 'vitest'
import { backupProblem } from '../../../src/main/engine/backups/backup-texts'

it.each(['not-written', 'no-record', 'unreadable'] as const)(
  '[BU6] a reason that is a sentence with its full stop gets no second one: %s',
  code => {
    for (const reason of ['The disk is gone', 'The disk is gone.']) {
      const said = backupProblem({ code, reason }, '/from', '/to')
      expect(said).toContain('The disk is gone.')
      expect(said).not.toContain('..')
    }
  },
)
