import { Banner, Button, Select, SettingsView, Spinner, TextField } from '@stripe/ui-extension-sdk/ui'
import { READER, fullDesk, lackingSync, me, settings, sync } from '../testing/answers'
import { refuse } from '../testing/backend'
import { openView } from '../testing/openView'
import AppSettings from '../views/AppSettings'

const open = (change: Record<string, unknown> = {}) =>
  openView(AppSettings, { answers: { ...fullDesk(), ...change } })

describe('the settings', () => {
  it('load inside their frame', () => {
    const { screen } = open()
    expect(screen.find(SettingsView)).not.toBeNull()
    expect(screen.find(Spinner)).not.toBeNull()
  })

  it('show time zone, currency, account and sync state', async () => {
    const { screen, settle } = open()
    await settle()
    expect(screen.findAll(Select).map((field) => [field.prop('name'), field.prop('defaultValue')])).toEqual([
      ['time_zone', 'America/New_York'],
      ['reporting_currency', 'usd'],
      ['discount_policy', 'recurring'],
      ['churn_recognition', 'at_end'],
    ])
    expect(
      screen.findAll(TextField).map((field) => [field.prop('name'), field.prop('defaultValue')]),
    ).toEqual([
      ['past_due_grace_days', ''],
      ['metadata_keys', ''],
    ])
    expect(screen.text).toContain('These are the definitions of Revenue Desk.')
    expect(screen.text).toContain('Up to date')
    expect(screen.text).toContain('Lumen Software (acct_1)')
  })

  it('save what is chosen, and confirm it', async () => {
    const answer = (operation: object | null) => ({
      'PATCH /v1/settings': { object: 'settings_change', settings: settings(), operation },
    })
    const { screen, settle, backend } = open(answer({ id: 'op_1', object: 'operation' }))
    await settle()
    screen.find(SettingsView)?.trigger('onSave', {
      time_zone: 'Europe/Berlin',
      reporting_currency: 'eur',
      discount_policy: 'all',
      churn_recognition: 'at_request',
      past_due_grace_days: ' 15',
      metadata_keys: 'plan, region,,',
    })
    await settle()
    const sent = backend.asked.find(({ method }) => method === 'PATCH')
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      time_zone: 'Europe/Berlin',
      reporting_currency: 'eur',
      discount_policy: 'all',
      churn_recognition: 'at_request',
      past_due_grace_days: 15,
      metadata_keys: ['plan', 'region'],
    })
    expect(screen.find(SettingsView)?.prop('statusMessage')).toBe('Saved. Figures are being computed again.')
    const again = open(answer(null))
    await again.settle()
    again.screen.find(SettingsView)?.trigger('onSave', { past_due_grace_days: '' })
    await again.settle()
    expect(JSON.parse(again.backend.asked.find(({ method }) => method === 'PATCH')?.body ?? '')).toEqual({
      past_due_grace_days: null,
    })
    expect(again.screen.find(SettingsView)?.prop('statusMessage')).toBe('Saved.')
  })

  it('say why nothing was saved', async () => {
    const { screen, settle } = open({
      'PATCH /v1/settings': refuse(400, 'request_invalid', 'No such zone.'),
    })
    await settle()
    screen.find(SettingsView)?.trigger('onSave', { time_zone: 'Mars', reporting_currency: 'eur' })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Nothing was saved')
  })

  it('cannot be changed by a read-only member, who is told why', async () => {
    const { screen, settle } = open({ 'GET /v1/me': me(READER) })
    await settle()
    expect(screen.find(SettingsView)?.prop('onSave')).toBeUndefined()
    expect(
      [...screen.findAll(Select), ...screen.findAll(TextField)].every((field) => field.prop('disabled')),
    ).toBe(true)
    expect(screen.find(Banner)?.prop('title')).toContain('Only administrators')
    expect(screen.find(Button)).toBeNull()
  })

  it('start a sync, and show how far it is', async () => {
    const answers: Record<string, unknown> = { 'POST /v1/sync': { id: 'op_1', object: 'operation' } }
    const { screen, settle, pass, toasts } = open({
      ...answers,
      'GET /v1/sync': sync({ status: 'running', complete: false, percent: 43.7 }),
    })
    await settle()
    expect(screen.text).toContain('Reading history43%')
    screen.find(Button)?.trigger('onPress', {})
    await pass(0)
    expect(toasts).toEqual(['Sync started'])
  })

  it('name what the key may not read, once, and what failed', async () => {
    const { resources } = lackingSync()
    const failed = {
      resource: 'credit_notes',
      status: 'failed' as const,
      permission: null,
      count: 3,
      error: 'Stripe did not answer.',
    }
    const { screen, settle } = open({ 'GET /v1/sync': sync({ resources: [...resources, failed] }) })
    await settle()
    expect(screen.findAll(Banner).map((one) => [one.prop('title'), one.prop('description')])).toEqual([
      ['Some data cannot be read', 'The key lacks charge_read for charges, refunds.'],
      ['Reading credit notes failed', 'Stripe did not answer.'],
    ])
  })

  it('say what failed', async () => {
    const { screen, settle } = open({ 'GET /v1/settings': refuse(500, 'internal', 'Broken.') })
    await settle()
    expect(screen.find(Banner)?.prop('title')).toBe('Your settings could not be loaded')
  })
})
