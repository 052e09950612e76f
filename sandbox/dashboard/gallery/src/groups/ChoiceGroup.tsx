import { Checkbox, FormFieldGroup, Radio, Switch } from '@stripe/ui-extension-sdk/ui'
import { useLog } from '../events'
import { Sample, Samples } from './Sample'

export function ChoiceGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="Checkbox">
        <Checkbox
          label="Send mail"
          description="Once a week"
          name="mail"
          value="yes"
          defaultChecked
          autoFocus={false}
          required
          onChange={(event) => log('Checkbox.onChange')(event.target.checked)}
        />
        <Checkbox label="Partly" indeterminate tabIndex={0} form="none" />
        <Checkbox label="Wrong" error="Accept it." invalid />
        <Checkbox label="Fixed" checked readOnly hiddenElements={['description']} />
        <Checkbox label="Disabled" disabled />
      </Sample>
      <Sample name="Radio, FormFieldGroup">
        <FormFieldGroup legend="Size" description="Choose one" layout="horizontal">
          <Radio
            label="Small"
            description="For one"
            name="size"
            value="s"
            defaultChecked
            autoFocus={false}
            required
            onChange={(event) => log('Radio.onChange')(event.target.value)}
          />
          <Radio
            label="Large"
            name="size"
            value="l"
            tabIndex={0}
            onChange={(event) => log('Radio.onChange')(event.target.value)}
          />
        </FormFieldGroup>
        <FormFieldGroup legend="Disabled" disabled layout="vertical">
          <Radio label="Fixed" checked readOnly form="none" name="fixed" hiddenElements={['error']} />
          <Radio label="Wrong" error="Not this." invalid name="fixed" disabled />
        </FormFieldGroup>
      </Sample>
      <Sample name="Switch">
        <Switch
          label="Alerts"
          description="By mail"
          name="alerts"
          value="on"
          defaultChecked
          autoFocus={false}
          required
          tabIndex={0}
          onChange={(event) => log('Switch.onChange')(event.target.checked)}
        />
        <Switch label="Wrong" error="Switch it on." invalid form="none" />
        <Switch label="Fixed" checked readOnly hiddenElements={['description']} />
        <Switch label="Disabled" disabled />
      </Sample>
    </Samples>
  )
}
