import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import type { FileQuestion, SavePathQuestion } from '../../src-main/contract/host.ts'
import { desktop } from '../app/host.ts'
import { FilePicker, type PickerQuestion } from './FilePicker.tsx'

interface Choosers {
  chooseFile: (question: FileQuestion) => Promise<string | null>
  chooseSavePath: (question: SavePathQuestion) => Promise<string | null>
}

const ChoosersContext = createContext<Choosers>({ chooseFile: async () => null, chooseSavePath: async () => null })

/** Asks for a file with the system's own dialog where there is one, and with ours elsewhere. */
export const useChooseFile = () => useContext(ChoosersContext)

export function ChooseFileProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: PickerQuestion; answer: (path: string | null) => void } | null>(null)
  const ask = useCallback(
    (question: PickerQuestion) =>
      new Promise<string | null>((resolve) =>
        setAsked({
          question,
          answer: (path) => {
            setAsked(null)
            resolve(path)
          },
        }),
      ),
    [],
  )
  const bridge = desktop()
  const choosers: Choosers = bridge ?? {
    chooseFile: (question) => ask({ mode: 'open', ...question }),
    chooseSavePath: (question) => ask({ mode: 'save', ...question }),
  }
  return (
    <ChoosersContext.Provider value={choosers}>
      {children}
      {asked && <FilePicker question={asked.question} answer={asked.answer} />}
    </ChoosersContext.Provider>
  )
}
