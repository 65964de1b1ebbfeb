import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/charts/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './fonts.css'
import './app.css'
import './print.css'
import './language.ts'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ChooseFileProvider } from '../ui/choose-file.tsx'
import { ConfirmRemovalProvider } from '../ui/confirm-removal.tsx'
import { queryClient } from './calls.ts'
import { keepFocus } from './focus.ts'
import { router } from './router.tsx'
import { cssVariables, theme } from './theme.ts'
import { sayCutWordsWhole } from './whole-words.ts'

const container = document.getElementById('root')
if (!container) throw new Error('The page has no root')
keepFocus()

sayCutWordsWhole()
createRoot(container).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" limit={3} />
      <QueryClientProvider client={queryClient}>
        <ChooseFileProvider>
          <ConfirmRemovalProvider>
            <RouterProvider router={router} />
          </ConfirmRemovalProvider>
        </ChooseFileProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
