import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * [TX1][TX2] Each place where somebody types is looked at here, so that a new one cannot lose or cut what is typed: it
 * stores it, or one of its parents does, or it stands below with a reason.
 */

const folder = resolve(import.meta.dirname, '../../src/renderer')

/** Whose texts are stored by another file, which holds their values: the way there, each file importing a neighbour. */
const parents: Readonly<Record<string, readonly string[]>> = {
  'features/alerts/suppression/matcher-fields.tsx': ['features/alerts/suppression/suppression-form.tsx'],
  'features/began/point-choice.tsx': ['features/began/began-dialog.tsx'],
  'features/checkpoint/answer-field.tsx': ['features/checkpoint/checkpoint-dialog.tsx'],
  'features/comms/composer/choices.tsx': [
    'features/comms/composer/use-composer.ts',
    'features/comms/composer/use-typed-update.ts',
  ],
  'features/comms/composer/editor.tsx': [
    'features/comms/composer/use-composer.ts',
    'features/comms/composer/use-typed-update.ts',
  ],
  'features/comms/reading-parts.tsx': ['features/comms/reading-edit.tsx'],
  'features/connections/choose-fields.tsx': ['features/connections/connection-form.tsx'],
  'features/connections/vendor-extras.tsx': [
    'features/connections/choose-fields.tsx',
    'features/connections/connection-form.tsx',
  ],
  'features/facts/facts-dialog.tsx': ['features/facts/use-facts-form.ts'],
  'features/roles/candidate-list.tsx': ['features/roles/use-assign-form.ts'],
  'features/outbox/room-form.tsx': ['features/outbox/use-room-form.ts'],
  'ui/beginning-fields.tsx': ['features/declare/declare-form.tsx'],
  'ui/fact-fields.tsx': ['features/declare/declare-form.tsx'],
  'features/timeline/line-input.tsx': ['features/timeline/use-line-input.ts'],
}

/** Where nothing is stored, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'ui/text-fields.tsx': 'is what fields are made of; whoever draws one stores its text',
  'ui/line-field.tsx': 'is what fields are made of; whoever draws one stores its text',
  'ui/pointing-field.tsx': 'is what fields are made of; whoever draws one stores its text',
  'ui/finder.tsx': 'is what fields are made of; whoever draws one stores its text',
  'ui/choice.tsx': 'radio buttons: nothing is typed',
  'features/comms/status-page/restore-components.tsx': 'check boxes: nothing is typed',
  'tables/columns-dialog.tsx': 'check boxes: nothing is typed',
  'features/settings/pick.tsx': 'radio buttons: nothing is typed',
  'features/settings/settings-dialog.tsx': 'looks for a setting: a few letters that change nothing',
  'features/comms/composer/approval-note.tsx': 'a name that is typed to go on alone: never there by itself',
  'features/comms/composer/component-chips.tsx': 'looks for a component: a few letters that change nothing',
  'features/palette/palette-dialog.tsx': 'looks for a command: a few letters that change nothing',
  'features/panels/search-list.tsx': 'looks for a dashboard: a few letters that change nothing',
  'features/panels/chosen-dashboard.tsx': 'a value of a dashboard that is looked at, asked for as soon as it is left',
  'features/method/mitigation-dialog.tsx': 'looks for a measure: a few letters, and what is chosen has a form',
  'features/services/services-dialog.tsx': 'looks for a service: a few letters that change nothing',
  'features/incidents/replay-controls.tsx': 'a slider: nothing is typed',
  'features/incidents/incidents-dialog.tsx': 'looks for incidents: a few letters that change nothing',
  'features/search/search-dialog.tsx': 'looks for words in all incidents: a few letters that change nothing',
  'features/rules/rules-dialog.tsx': 'looks for a rule: a few letters that change nothing',
  'features/bundle/export-dialog.tsx': 'a passphrase, which is on no disk, and one name',
  'features/handoff/documents-form.tsx': 'words that must not be read: they are on no disk',
  'features/bundle/open-file-dialog.tsx': 'a passphrase, which is on no disk',
  'features/timeline/erase-dialog.tsx': 'may hold what is to be erased: it is never on a disk',
  'features/timeline/find/find-bar.tsx': 'looks for a line: a few letters that change nothing',
  'features/timeline/find/jump-bar.tsx': 'goes to a time: a few letters that change nothing',
  'features/alerts/filter-line.tsx': 'narrows the list, and a filter that comes back by itself would hide alerts',
}

/** Fields of a file that stores its texts, which are none of those: `file#setter`, and why. */
const otherFields: Readonly<Record<string, string>> = {
  'features/alerts/pagerduty/create-incident-dialog.tsx#setQuery':
    'looks for a service: a few letters, and what is chosen has a form, which stores',
  'features/alerts/pagerduty/people-forms.tsx#setQuery': 'looks for a person: a few letters, and who is chosen is sent',
  'features/connections/connection-form.tsx#setToken': 'a secret: it is never on a disk before the keychain has it',
  'features/connections/connection-form.tsx#setKey': 'a secret: it is never on a disk before the keychain has it',
}

/** May use the parts of the library that know no limit: they look for something, and nothing of them is sent to be kept. */
const withoutLimit = [
  'ui/text-fields.tsx',
  'features/panels/search-list.tsx',
  'features/panels/chosen-dashboard.tsx',
  'features/rules/rules-dialog.tsx',
]

const FIELD =
  /<(TextField|TextArea|TextInput|Textarea|PasswordInput|Autocomplete|TagsInput|input|textarea|LineField|PointingField|Finder)(?![\w-])/
const STORES = /\buseTyped(Fields|Text)(<[\w<>, ]+>)?\(/

interface Source {
  readonly file: string
  readonly text: string
}

function sources(): readonly Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))
  return names.map(name => ({
    file: relative(folder, join(folder, name)),
    text: readFileSync(join(folder, name), 'utf8'),
  }))
}

const textOf = (all: readonly Source[], file: string) => all.find(source => source.file === file)?.text
/** One of the two imports the other, by the name of its file. */
const areNeighbours = (all: readonly Source[], one: string, other: string) => {
  const imports = (from: string, to: string) => {
    const name = to.replace(/^.*\//, '').replace(/\.tsx?$/, '')
    return new RegExp(`from '[./\\w-]*/${name}'`).test(textOf(all, from) ?? '')
  }
  return imports(one, other) || imports(other, one)
}

/** The setters of a file's own states that a field hands what is typed to: such a text is gone with the form. */
function unstored({ text }: Source): readonly string[] {
  const setters = [...text.matchAll(/const \[\w+, (set\w+)\] = useState/g)].map(([, name = '']) => name)
  const fields = text.split(new RegExp(FIELD.source)).slice(1)
  const handed = fields.flatMap(field => {
    const [, handler = ''] = /\b(?:onChange|onText|onWords)=\{([^\n]*(?:\n[^\n]*){0,3})/.exec(field) ?? []
    return setters.filter(setter => new RegExp(`\\b${setter}\\b`).test(handler.split(/\}\n\s*[/\w]/)[0] ?? ''))
  })
  return [...new Set(handed)]
}

/** What is wrong with the fields of these sources, one sentence each. */
function problems(all: readonly Source[]): readonly string[] {
  return all
    .filter(({ text }) => FIELD.test(text))
    .flatMap(source => {
      const { file, text } = source
      if (file in exceptions) return []
      const way = [file, ...(parents[file] ?? [])]
      const broken = way.find((step, at) => at > 0 && !areNeighbours(all, way[at - 1] ?? '', step))
      if (broken !== undefined) return [`${file}: no way to ${broken}`]
      if (!STORES.test(textOf(all, way.at(-1) ?? '') ?? '')) return [`${file}: what is typed is not stored`]
      if (way.length > 1 || !STORES.test(text)) return []
      const lost = unstored(source).filter(setter => otherFields[`${file}#${setter}`] === undefined)
      return lost.map(setter => `${file}: what ${setter} takes is not stored`)
    })
}

describe('[TX1] each form', () => {
  const all = sources()

  it('stores what is typed into it, or says here why not', () => {
    expect(all.filter(({ text }) => FIELD.test(text)).length).toBeGreaterThan(30)
    expect(problems(all)).toEqual([])
  })

  it('has no exception and no parent that is needed no more', () => {
    const has = (file: string) => FIELD.test(textOf(all, file) ?? '')
    expect([...Object.keys(parents), ...Object.keys(exceptions)].filter(file => !has(file))).toEqual([])
    const named = Object.keys(otherFields).filter(name => {
      const [file = '', setter = ''] = name.split('#')
      return unstored({ file, text: textOf(all, file) ?? '' }).includes(setter)
    })
    expect(named).toEqual(Object.keys(otherFields))
  })

  it.each([
    [
      'a new form that stores nothing',
      'export const Form = () => <TextField limit={9} value={text} />',
      'is not stored',
    ],
    ['a plain textarea', 'export const Form = () => <textarea value={text} />', 'is not stored'],
    ['a finder', 'export const Form = () => <Finder words={text} />', 'is not stored'],
    [
      'a second field beside one that stores',
      `const { values } = useTypedFields('new', { a: '' })
       const [b, setB] = useState('')
       export const Form = () => (<>
         <TextField limit={9} value={values.a} onChange={event => set({ a: event.currentTarget.value })} />
         <TextField limit={9} value={b} onChange={event => setB(event.currentTarget.value)} />
       </>)`,
      'what setB takes is not stored',
    ],
  ])('fails for %s', (_, text, problem) => {
    const planted = { file: 'features/new/new-form.tsx', text }
    expect(problems([...all, planted])).toEqual([expect.stringContaining(problem)])
  })

  it('fails where a parent no longer stores', () => {
    const parent = 'features/alerts/suppression/suppression-form.tsx'
    const without = all.map(one =>
      one.file === parent ? { ...one, text: one.text.replaceAll('useTyped', 'use') } : one,
    )
    expect(problems(without)).toEqual(
      [
        'features/alerts/suppression/matcher-fields.tsx: what is typed is not stored',
        `${parent}: what is typed is not stored`,
      ].sort(),
    )
  })
})

describe('[TX2] each field', () => {
  const cuts = ({ text }: Source) => /\smaxLength=/.test(text)
  const knowsNoLimit = ({ text }: Source) =>
    /import \{[^}]*\b(TextInput|Textarea|PasswordInput|Autocomplete|TagsInput)\b[^}]*\} from '@mantine\/core'/.test(
      text,
    )

  it('is cut nowhere by the browser', () => {
    expect(sources().filter(cuts)).toEqual([])
    expect(cuts({ file: 'planted.tsx', text: '<input\n  maxLength={9}\n/>' })).toBe(true)
  })

  it('is one that knows its limit', () => {
    expect(
      sources()
        .filter(knowsNoLimit)
        .map(({ file }) => file)
        .sort(),
    ).toEqual([...withoutLimit].sort())
    expect(knowsNoLimit({ file: 'planted.tsx', text: "import { Select, TextInput } from '@mantine/core'" })).toBe(true)
  })
})
