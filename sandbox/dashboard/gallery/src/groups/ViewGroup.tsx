import {
  Banner,
  Box,
  Button,
  ContextView,
  FocusView,
  Link,
  SignInView,
  TextField,
} from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { useLog } from '../events'
import { PIXEL } from './pixel'
import { Sample, Samples } from './Sample'

function Focused() {
  const log = useLog()
  const [shown, setShown] = useState(false)
  const [large, setLarge] = useState(false)
  return (
    <>
      <Button onPress={() => setShown(true)}>Open the drawer</Button>
      <Button onPress={() => setLarge(true)}>Open the large drawer</Button>
      <FocusView
        title="Edit"
        shown={shown}
        setShown={setShown}
        size="small"
        confirmCloseMessages={{
          title: 'Discard?',
          description: 'What you typed is lost.',
          cancelAction: 'Stay',
          exitAction: 'Discard',
        }}
        footerContent={<Link>Help</Link>}
        primaryAction={
          <Button type="primary" onPress={log('FocusView.primaryAction')}>
            Save
          </Button>
        }
        secondaryAction={<Button onPress={() => setShown(false)}>Cancel</Button>}
      >
        <TextField label="Title" />
      </FocusView>
      <FocusView title="Wide" shown={large} setShown={setLarge} size="large">
        <Box>Much room</Box>
      </FocusView>
    </>
  )
}

export function ViewGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="ContextView">
        <ContextView
          title="Context"
          description="A view beside a page"
          brandColor="#e7e5ff"
          brandIcon={PIXEL}
          banner={<Banner title="Take note" />}
          actions={
            <>
              <Button size="small">One</Button>
              <Button size="small">Two</Button>
            </>
          }
          externalLink={{ label: 'See more', href: 'https://example.com' }}
          footerContent={<Link>Footer</Link>}
          primaryAction={<Button type="primary">Continue</Button>}
          secondaryAction={<Button>Cancel</Button>}
        >
          <Box>The content of a view</Box>
        </ContextView>
      </Sample>
      <Sample name="SignInView">
        <SignInView
          brandColor="#e7e5ff"
          brandIcon={PIXEL}
          description="Figures of your recurring revenue"
          descriptionActionLabel="Learn more"
          descriptionActionTitle="What it does"
          descriptionActionContents={<Box>It counts.</Box>}
          footerContent={<Link>Create an account</Link>}
          primaryAction={{ label: 'Sign in', onPress: () => log('SignInView.primaryAction')() }}
          secondaryAction={{ label: 'Visit', href: 'https://example.com', target: '_blank' }}
        />
      </Sample>
      <Sample name="FocusView">
        <Focused />
      </Sample>
    </Samples>
  )
}
