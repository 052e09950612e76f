import {
  Box,
  Button,
  ButtonGroup,
  Chip,
  ChipList,
  Link,
  Menu,
  MenuGroup,
  MenuItem,
} from '@stripe/ui-extension-sdk/ui'
import { useLog } from '../events'
import { Sample, Samples } from './Sample'

export function ActionGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="Button">
        <Box css={{ stack: 'x', gap: 'small', wrap: 'wrap' }}>
          <Button onPress={log('Button.onPress')}>Secondary</Button>
          <Button type="primary" size="small">
            Small primary
          </Button>
          <Button type="destructive" size="large">
            Large destructive
          </Button>
          <Button disabled>Disabled</Button>
          <Button pending>Pending</Button>
          <Button href={{ name: 'customers' }}>To customers</Button>
          <Button href="https://example.com" target="_blank">
            Elsewhere
          </Button>
        </Box>
        <Button css={{ width: 'fill', alignX: 'center' }}>Full width</Button>
      </Sample>
      <Sample name="ButtonGroup">
        <ButtonGroup direction="row" collapse="auto">
          <Button>One</Button>
          <Button>Two</Button>
        </ButtonGroup>
        <ButtonGroup direction="column" collapse="none">
          <Button>Above</Button>
          <Button>Below</Button>
        </ButtonGroup>
        <ButtonGroup menuTrigger={<Button>Collapsed</Button>}>
          <Button onPress={log('ButtonGroup.inner')}>Inside</Button>
        </ButtonGroup>
      </Sample>
      <Sample name="Link">
        <Link onPress={log('Link.onPress')}>Pressed</Link>
        <Link href={{ name: 'balanceOverview' }} type="secondary">
          To the balance
        </Link>
        <Link href="https://example.com" external rel="noopener" target="_blank">
          To another site
        </Link>
        <Link disabled>Disabled</Link>
        <Link tabIndex={-1} css={{ width: 'fill', alignX: 'start' }} onPress={log('Link.skipped')}>
          Left out of the tab order
        </Link>
      </Sample>
      <Sample name="Menu, MenuGroup, MenuItem">
        <Menu trigger={<Button>Menu</Button>} onAction={log('Menu.onAction')}>
          <MenuGroup title="Group">
            <MenuItem id="first" onAction={log('MenuItem.onAction')}>
              First
            </MenuItem>
            <MenuItem id="second" disabled>
              Second, disabled
            </MenuItem>
          </MenuGroup>
          <MenuItem id="third">Third</MenuItem>
        </Menu>
      </Sample>
      <Sample name="Chip, ChipList">
        <ChipList direction="row">
          <Chip label="Status" onAddSuggestion={log('Chip.onAddSuggestion')} />
          <Chip label="Plan" value="Team" onDropdown={log('Chip.onDropdown')} onClose={log('Chip.onClose')} />
          <Chip label="Country" value={['DE', 'FR']} onClose={log('Chip.onClose')} />
        </ChipList>
        <ChipList direction="row-reverse">
          <Chip value="Plain" />
        </ChipList>
      </Sample>
    </Samples>
  )
}
