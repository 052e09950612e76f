import { Box, Checkbox, Select, SettingsView, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'

export default function Settings() {
  const [message, setMessage] = useState('')
  return (
    <SettingsView
      onSave={(values) => setMessage(`Saved ${JSON.stringify(values)}`)}
      {...(message ? { statusMessage: message } : {})}
    >
      <Box css={{ stack: 'y', gap: 'medium' }}>
        <TextField name="title" label="Title" defaultValue="Desk" />
        <Select name="size" label="Size" defaultValue="s">
          <option value="s">Small</option>
          <option value="l">Large</option>
        </Select>
        <Checkbox name="mail" label="Send mail" value="yes" defaultChecked />
      </Box>
    </SettingsView>
  )
}
