import { useEffect, useState } from 'react'
import { issueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { Refused } from '../../server/client.ts'
import { type AskedPackage, listSigningKeys, makePackage, type SigningKey } from '../../server/upstream.ts'
import { designer } from '../../store/use-designer.ts'
import { signingWords } from './words.ts'

/** The keys to sign with; null until they are read. */
export function useSigningKeys(): readonly SigningKey[] | null {
  const [keys, setKeys] = useState<readonly SigningKey[] | null>(null)
  useEffect(() => {
    let isWanted = true
    listSigningKeys().then(
      (found) => isWanted && setKeys(found.keys),
      (error) => {
        if (!(error instanceof Refused)) throw error
        if (isWanted) setKeys([])
      },
    )
    return () => {
      isWanted = false
    }
  }, [])
  return keys
}

/** Signs the open design; what refuses it is said in a sentence. */
export function useSigning() {
  const w = useWords(signingWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [hash, setHash] = useState<string>()
  const sign = async (asked: AskedPackage) => {
    const { designId } = designer.getState()
    if (designId === null) return
    setIsBusy(true)
    setRefused(undefined)
    try {
      setHash((await makePackage(designId, asked)).hash)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const why = error.issues.map((each) => issueText(each, language)).join(signs.semicolon)
      setRefused(w.notDone(why === '' ? w.away : why))
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, refused, hash, sign }
}
