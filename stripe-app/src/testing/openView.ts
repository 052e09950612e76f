import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import type { RemoteRoot } from '@remote-ui/core'
import { getMockContextProps, render } from '@stripe/ui-extension-sdk/testing'
import { createElement, type ComponentType } from 'react'
import type { SearchParams } from '@stripe/ui-extension-sdk/types/global.navigation'
import { fakeBackend } from './backend'
import { fakeRouter } from './router'
import { createScreen } from './screen'

type Options = {
  answers: Record<string, unknown>
  href?: string
  searchParams?: SearchParams
  /** What Stripe says when it is asked to sign. */
  sign?: () => Promise<string>
  locale?: string
  /** The object that the view stands beside. */
  beside?: { id: string; object: string }
}

let opened = 0

/** Another account at each opening, so that no token of an earlier test is at hand. */
function contextOf(locale: string, beside: { id: string; object: string }): ExtensionContextValue {
  opened += 1
  const mock = getMockContextProps({
    environment: {
      mode: 'test',
      viewportID: 'test',
      objectContext: beside,
      constants: { backend_url: 'https://desk.test' },
    },
  })
  return {
    ...mock,
    userContext: {
      ...mock.userContext,
      locale,
      account: { ...mock.userContext.account, id: `acct_${opened}` },
      roles: [{ id: 'admin', name: 'Administrator', type: 'builtIn' }],
    },
  }
}

/** Opens a view as the Dashboard would, over a backend in memory. Time stands still until a test moves it. */
export function openView(view: ComponentType<ExtensionContextValue>, options: Options) {
  jest.useFakeTimers({
    doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'Date', 'performance'],
  })
  const {
    answers,
    href = '/overview',
    searchParams = {},
    sign = async () => 't=1,v1=abc',
    locale = 'en-US',
    beside = { id: 'cus_1', object: 'customer' },
  } = options
  const backend = fakeBackend(answers)
  const { router, read } = fakeRouter(href, searchParams)
  const toasts: string[] = []
  const copied: string[] = []
  const signed: unknown[] = []
  const call = {
    supportsFetchAppEmbeddedKey: async () => false,
    fetchStripeSignature: async (extra: unknown) => {
      signed.push(extra)
      return sign()
    },
    clipboardWriteText: async (text: string) => {
      copied.push(text)
    },
    showToast: async (message: string) => {
      toasts.push(message)
    },
  }
  Object.assign(globalThis, {
    fetch: backend.fetch,
    __extRouter: router,
    __StripeExtExports: { endpoint: { call } },
  })
  const { wrapper } = render(createElement(view, contextOf(locale, beside)))

  const root: RemoteRoot = wrapper.instance

  /** Lets answers arrive and the view render them. */
  const settle = async () => {
    for (let round = 0; round < 25; round += 1) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  /** Moves time, as polling needs it. */
  const pass = async (ms: number) => {
    jest.advanceTimersByTime(ms)
    await settle()
  }
  return { screen: createScreen(() => root), settle, pass, backend, toasts, copied, signed, place: read }
}
