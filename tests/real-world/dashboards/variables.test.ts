import { describe, expect, it } from 'vitest'
import { pinned, reasonsOf, resolved, specsOf } from './a-dashboard'

const panel = (expr: string, part: object = {}) => ({ type: 'stat', title: 'P', targets: [{ expr }], ...part })
const query = (part: object) => ({ name: 'pod', type: 'query', query: 'label_values(up, pod)', ...part })
const custom = (name: string, values: string, part: object = {}) => ({ name, type: 'custom', query: values, ...part })
const dashboard = (list: object[], ...panels: object[]) => ({ templating: { list }, panels })
const pods = ['eu-1', 'eu-2', 'us-1']

async function optionsOf(list: object[], values = pods) {
  const found = (await resolved(dashboard(list, panel('up')), { values })).at(-1)
  return { options: found?.options.map(option => option.value), problem: found?.problem }
}

describe('[DB15] the pattern that chooses a variable’s values', () => {
  it('has the other variables filled in, wherever they stand in the list', async () => {
    const cluster = custom('cluster', 'eu,us', { current: { value: 'us' } })
    const pod = query({ regex: '/^$cluster-\\d+/' })
    expect(await optionsOf([cluster, pod])).toEqual({ options: ['us-1'], problem: '' })
    const [first] = await resolved(dashboard([pod, cluster], panel('up')), { values: pods })
    expect(first?.options.map(option => option.value)).toEqual(['us-1'])
  })

  it('takes several values, and their own signs as letters', async () => {
    const cluster = custom('cluster', 'a.b,c+d', { multi: true, current: { value: ['a.b', 'c+d'] } })
    const found = await optionsOf([cluster, query({ regex: '/(${cluster}-.*)/' })], ['a.b-1', 'axb-1', 'c+d-1', 'e-1'])
    expect(found.options).toEqual(['a.b-1', 'c+d-1'])
  })

  it('says that it could not be applied, on the variable and on each panel that is asked with it', async () => {
    const slow = '/(a+)+$/'
    for (const regex of ['/[/', '(', slow])
      expect(await optionsOf([query({ regex })])).toEqual({
        options: pods,
        problem: `Its pattern ${regex} cannot be applied: every value is listed`,
      })
    const model = dashboard([query({ regex: slow })], panel('up{pod="$pod"}'), panel('up'))
    expect(specsOf(await pinned(model, { values: pods })).map(spec => spec.notes)).toEqual([
      [`Its variable $pod: Its pattern ${slow} cannot be applied: every value is listed`],
      undefined,
    ])
  })

  it('is given up where it takes too long', { timeout: 20_000 }, async () => {
    const many = Array.from({ length: 200 }, (_, at) => `${'a'.repeat(280)}${at}`)
    const { problem, options } = await optionsOf([query({ regex: '/a*a*a*a*x/' })], many)
    expect([options?.length, problem]).toEqual([
      200,
      'Its pattern /a*a*a*a*x/ cannot be applied: every value is listed',
    ])
  })

  it('says that it needs a variable that the dashboard has not', async () => {
    expect(await optionsOf([query({ regex: '/$region-.*/' })])).toEqual({
      options: pods,
      problem: 'Its pattern needs $region, which has no value: every value is listed',
    })
  })
})

describe('[DB15] values of a variable', () => {
  const json = (values: unknown, part: object = {}) =>
    custom('env', JSON.stringify(values), { valuesFormat: 'json', ...part })
  const accounts = [
    { value: 'prod', text: 'Production', account: 4711, aws: { region: 'eu-1' } },
    { value: 'test', account: 4712, aws: { region: 'us-1' } },
  ]

  it('are read as JSON, with their texts and properties', async () => {
    const [env] = await resolved(dashboard([json(accounts)], panel('up')))
    expect(env?.options.map(({ text, value }) => [text, value])).toEqual([
      ['Production', 'prod'],
      ['test', 'test'],
    ])
    const exprs = ['up{env="$env", account="${env.account}"}', 'up{region=~"${env.aws.region}"}', 'up{n="${env.text}"}']
    const model = dashboard([json(accounts)], ...exprs.map(expr => panel(expr)))
    expect(specsOf(await pinned(model)).map(spec => spec.queries[0]?.expr)).toEqual([
      'up{env="prod", account="4711"}',
      'up{region=~"eu-1"}',
      'up{n="Production"}',
    ])
    const several = dashboard([json(accounts, { multi: true })], panel('up{region=~"${env.aws.region}"}'))
    const chosen = { env: ['prod', 'test'] }
    expect(specsOf(await pinned(several, { chosen }))[0]?.queries[0]?.expr).toBe('up{region=~"(eu-1|us-1)"}')
  })

  it('may be plain ones in JSON, and say when they cannot be read', async () => {
    expect(await optionsOf([json(['a, b', 7, true])])).toEqual({ options: ['a, b', '7', 'true'], problem: '' })
    for (const broken of ['[1,', '{"a":1}', '[null]', '[[1]]', 'prod,test'])
      expect(await optionsOf([custom('env', broken, { valuesFormat: 'json' })])).toEqual({
        options: [],
        problem: 'Its values are to be a list in JSON, and cannot be read',
      })
    expect((await optionsOf([custom('env', 'prod,test')])).options).toEqual(['prod', 'test'])
  })

  it('have no other property than their own: the panel says so instead of asking with the value', async () => {
    const model = dashboard(
      [json(accounts), custom('ns', 'a,b')],
      panel('up{x="${env.nope}"}'),
      panel('up{x="${ns.id}"}'),
    )
    expect(reasonsOf(await pinned(model))).toEqual([
      'It needs $env.nope, which has no value here',
      'It needs $ns.id, which has no value here',
    ])
  })

  it('that are none at all are not asked for as an empty text', async () => {
    const model = dashboard([query({})], panel('up{pod="$pod"}'))
    expect(reasonsOf(await pinned(model, { values: [] }))).toEqual(['It needs $pod, which has no value here'])
  })

  it('of which only the first thousand are listed say so', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => `pod-${at}`)
    expect((await optionsOf([query({})], many)).problem).toBe('Only the first 1,000 of its 1,200 values are listed')
  })

  it('of a switch are its two', async () => {
    const model = { name: 'on', type: 'switch', enabledValue: 'yes', disabledValue: 'no', current: { value: 'no' } }
    expect(specsOf(await pinned(dashboard([model], panel('up{on="$on"}'))))[0]?.queries[0]?.expr).toBe('up{on="no"}')
  })
})

it('[DB15] says on every panel that the filters of the dashboard are not applied', async () => {
  const filters = { name: 'Filters', type: 'adhoc', filters: [{ key: 'env', operator: '=', value: 'prod' }] }
  const [spec] = specsOf(await pinned(dashboard([filters], panel('up'))))
  expect(spec?.notes).toEqual(['Its variable $Filters: Its filters are not applied'])
})
