import { alertInputs } from './inputs/alerts'
import { archiveInputs } from './inputs/archive'
import { bundleInputs } from './inputs/bundles'
import { decisionInputs } from './inputs/decisions'
import { gateInputs } from './inputs/gate'
import { incidentInputs } from './inputs/incidents'
import { messageInputs } from './inputs/messages'
import { metricInputs } from './inputs/metrics'
import { playbookInputs } from './inputs/playbooks'
import { reportInputs } from './inputs/reports'
import { roleInputs } from './inputs/roles'
import { roomInputs } from './inputs/room'
import { sessionInputs } from './inputs/sessions'
import { settingInputs } from './inputs/settings'
import { strategyInputs } from './inputs/strategy'
import { telemetryInputs } from './inputs/telemetry'
import { timelineInputs } from './inputs/timeline'
import { transferInputs } from './inputs/transfer'
import { workspaceInputs } from './inputs/workspace'

/** Parsers of every call's input. What a client sends is `unknown` until one of these has parsed it. */
export const callInputs = {
  ...sessionInputs,
  ...incidentInputs,
  ...roleInputs,
  ...timelineInputs,
  ...strategyInputs,
  ...gateInputs,
  ...playbookInputs,
  ...decisionInputs,
  ...reportInputs,
  ...messageInputs,
  ...alertInputs,
  ...settingInputs,
  ...metricInputs,
  ...workspaceInputs,
  ...transferInputs,
  ...roomInputs,
  ...bundleInputs,
  ...archiveInputs,
  ...telemetryInputs,
} as const
