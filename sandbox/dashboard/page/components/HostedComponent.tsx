import { createController, type Controller } from '@remote-ui/react/host'
import { createElement, type ComponentType, type ReactNode } from 'react'
import { createPropCheck, type SdkProps } from '../../prop-shapes'
import { report } from '../report'
import { findImplementation } from './registry'

/** The SDK's declarations, read when the page is built. */
declare const SDK_PROPS: SdkProps

/** What the SDK itself adds to every component. */
const ADDED = ['wrappedComponentName', 'sdkVersion', 'schemaVersion']

type RemoteProps = Record<string, unknown> & { children?: ReactNode }

const checkProps = createPropCheck(SDK_PROPS)
const told = new Set<string>()

function tell(fault: string): void {
  if (told.has(fault)) return
  told.add(fault)
  report(fault)
}

/** Stands loudly where something is wrong: the Dashboard would show nothing, or throw. */
function Faulty({ name, fault, children }: { name: string; fault: string; children?: ReactNode }) {
  tell(fault)
  return (
    <div className="ui-missing" role="alert" data-missing-component={name}>
      <code>{fault}</code>
      {children}
    </div>
  )
}

function hosted(name: string): ComponentType<RemoteProps> {
  return function HostedComponent(props: RemoteProps) {
    const version = String(props['schemaVersion'] ?? 'host')
    const implementation = findImplementation(name, props['schemaVersion'])
    if (!implementation) {
      return (
        <Faulty name={name} fault={`The preview has no component ${name} (${version}).`}>
          {props.children}
        </Faulty>
      )
    }
    const own = Object.fromEntries(Object.entries(props).filter(([key]) => !ADDED.includes(key)))
    // Every component arrives with a list of children, be it empty.
    const { children, ...rest } = own
    const given = Array.isArray(children) && children.length > 0 ? own : rest
    const fault = checkProps(`${version}/${name}`, given)
    if (fault) {
      return (
        <Faulty name={name} fault={`${name}: ${fault}.`}>
          {props.children}
        </Faulty>
      )
    }
    // What a view sends has no static type here; it was held against the SDK's declarations.
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
