import { Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { codeText } from '../../../../shared/contract/coded-text'
import type { FilledTemplate } from '../../../../shared/contract/comms'
import type { ServiceNames } from '../../../../shared/contract/services'
import { channelKind, readersOf } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import { audiencesOf, noChannel } from '../../../../shared/domain/update'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { faultText } from '../../../ui/fault-text'
import { Key } from '../../../ui/key'
import { RestoredNote } from '../../../ui/restored-note'
import { TextArea, TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { statusPageOf } from '../public-facts'
import { AlsoChoice, AlsoTexts } from './also-choice'
import { AudienceChoice, ChannelChoice, PromiseChoice, StatusChoice, TemplateChoice } from './choices'
import { ComponentChips } from './component-chips'
import { blockers, contentOf, limitsOf, withField, withFilledAgain, withTypedText } from './composer-state'
import styles from './editor.module.css'
import { Foot, type FootProps } from './notices'
import { productNames, proposedComponents } from './proposed-components'
import { TemplateFields } from './template-fields'
import type { Composer } from './use-composer'

const text = texts.composer

export interface UpdateEditorProps {
  readonly incident: Incident
  readonly composer: Composer
  readonly setBack: (() => void) | undefined
  readonly onReview: () => void
  readonly onKeep: () => void
  readonly foot: Omit<FootProps, 'children'>
}

/** Left: what the record knows and what is still missing. Right: the words as customers will read them. */
export function UpdateEditor({ incident, composer, setBack, onReview, onKeep, foot }: UpdateEditorProps) {
  const { state, set } = composer
  const pages = useBoard(board => board.pages)
  const names = useServiceNames()
  const kind = state.channel === null ? undefined : channelKind(state.channel)
  const page = state.channel !== null && kind?.components ? statusPageOf(state.channel, pages) : undefined
  return (
    <>
      <RestoredNote since={composer.since} forget={composer.startOver} />
      <div className={styles.editor}>
        <div className={styles.facts}>
          <TemplateChoice composer={composer} />
          <ChannelChoice composer={composer} />
          <AlsoChoice composer={composer} />
          <AudienceChoice composer={composer} known={audiencesOf(incident)} />
          {names.problem !== '' && (
            <p className={styles.problem}>
              {t(text.namesProblem, { problem: codeText({ ...names, message: names.problem }, texts.faults) })}
            </p>
          )}
          <TemplateFields
            incident={incident}
            products={productNames(incident, pages, names.services)}
            fields={state.filled?.fields ?? []}
            typed={state.typed}
            onType={(name, value) => set(before => withField(before, name, value))}
          />
        </div>
        <div className={styles.text}>
          <Words composer={composer} />
          <AlsoTexts composer={composer} />
          <StatusChoice composer={composer} />
          {page !== undefined && (
            <ComponentChips
              components={page.components}
              proposed={proposedComponents(incident, page.components, names.services)}
              {...{ composer, setBack }}
            />
          )}
          {state.stage !== 'resolution' && <PromiseChoice composer={composer} />}
          {kind?.readers === 'colleagues' && <p className={styles.note}>{texts.channels.tellsColleagues}</p>}
          {kind?.mail && (
            <Checkbox
              label={texts.comms.mail}
              checked={state.notify}
              onChange={event => set({ ...state, notify: event.currentTarget.checked })}
            />
          )}
        </div>
      </div>
      <Actions composer={composer} {...{ onReview, onKeep, foot }} />
    </>
  )
}

const none: ServiceNames = { services: [], catalogue: [], path: '', problem: '' }

/** Public names of services, as their file is when the composer opens. */
function useServiceNames(): ServiceNames {
  const { link } = useCockpit()
  const [names, setNames] = useState(none)
  useEffect(() => {
    let here = true
    void link.call('services:names', {}).then(reply => {
      if (here) setNames(reply.ok ? reply.value : { ...none, problem: faultText(reply.fault) })
    })
    return () => {
      here = false
    }
  }, [link])
  return names
}

/** The text itself; from the first letter typed here it is the writer's, until the template is asked for again. */
function Words({ composer: { state, set, pending } }: { readonly composer: Composer }) {
  const limits = limitsOf(state.channel)
  return (
    <div className={styles.words}>
      <TextField
        limit={limits.title}
        label={text.subject}
        readOnly={pending}
        value={state.title}
        onChange={event => set(withTypedText(state, { title: event.currentTarget.value }))}
      />
      <TextArea
        limit={limits.body}
        label={texts.channels.read[readersOf(state.channel ?? noChannel)]}
        rows={8}
        data-autofocus
        readOnly={pending}
        value={state.body}
        onChange={event => set(withTypedText(state, { body: event.currentTarget.value }))}
      />
      {state.byHand && state.filled !== null && (
        <p className={styles.byHand}>
          <Trans text={text.byHand} parts={{ act: <FillAgain filled={state.filled} set={set} /> }} />
        </p>
      )}
    </div>
  )
}

function FillAgain({ filled, set }: Pick<Composer, 'set'> & { readonly filled: FilledTemplate }) {
  return (
    <Button tone="bare" onClick={() => set(state => withFilledAgain(state, filled))}>
      {text.fillAgain}
    </Button>
  )
}

function Actions({ composer: { state }, onReview, onKeep, foot }: Omit<UpdateEditorProps, 'setBack' | 'incident'>) {
  const missing = blockers(state)
  return (
    <Foot {...foot}>
      <p className={styles.missing} role="status">
        {missing.length > 0 && t(text.before, { what: listText(missing) })}
      </p>
      <Button onClick={onKeep} disabled={contentOf(state) === undefined}>
        <Trans text={text.keep} parts={{ key: <Key quiet>Ctrl S</Key> }} />
      </Button>
      <Button tone="primary" onClick={onReview} aria-disabled={missing.length > 0 || undefined}>
        <Trans text={text.review} parts={{ key: <Key quiet>Ctrl ↵</Key> }} />
      </Button>
    </Foot>
  )
}
