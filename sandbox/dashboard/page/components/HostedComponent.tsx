import { createController, type Controller } from '@remote-ui/react/host'
import { createElement, type ComponentType, type ReactNode } from 'react'
import { findImplementation } from './registry'
import { checkProps } from './allowed-props'
import { report } from '../report'

const SDK_PROPS = ['wrappedComponentName', 'sdkVersion', 'schemaVersion']

type RemoteProps = Record<string, unknown> & { children?: ReactNode }

function Missing({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <div className="ui-missing" role="alert" data-missing-component={name}>
      The preview has no <code>{name}</code> yet.
      {children}
    </div>
  )
}

function hosted(name: string): ComponentType<RemoteProps> {
  return function HostedComponent(props: RemoteProps) {
    const implementation = findImplementation(name, props['schemaVersion'])
    if (!implementation) {
      report(`missing component ${name} (${String(props['schemaVersion'])})`)
      return <Missing name={name}>{props.children}</Missing>
    }
    checkProps(name, props)
    const own = Object.fromEntries(Object.entries(props).filter(([key]) => !SDK_PROPS.includes(key)))
    // What a view sends has no static type here; checkProps has held it against the SDK's declarations.
    return createElement(implementation as ComponentType<RemoteProps>, own)
  }
}

/** Finds the host component for whatever a view renders. */
export function createHostController(): Controller {
  const known = new Map<string, ComponentType<RemoteProps>>()
  const { renderer } = createController({})
  return {
    renderer,
    get(type) {
      const name = String(type)
      const component = known.get(name) ?? hosted(name)
      known.set(name, component)
      return component
    },
  }
}
