import { type Evaluation, hashDocument } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { sha256 } from '../../evaluation/sha256.ts'
import { presentSource, type ResultSource, storedSource } from '../../parts/report/result-source.ts'
import { type StoredTexts, textsPath } from '../../parts/report/stored-texts.ts'
import { useLanguage } from '../../parts/words.ts'
import { ask, query } from '../../server/client.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'

/** What the newest run stored of this submission, beside what it would come to now. */
interface Present {
  readonly evaluation: Evaluation
  readonly result: { readonly run: string; readonly at: string } | null
}

export interface ReportGround {
  readonly source: ResultSource
  readonly texts: StoredTexts
  /** The data are not those that were scored any more. */
  readonly isBehind: boolean
}

/** What the report of the open submission is made of: the stored result, else that of this moment; and its words. */
export function useReport(): { ground: ReportGround | undefined; trouble: unknown; reload: () => void } {
  const language = useLanguage()
  const { open, rights } = useSubmission()
  const { id, revision } = useSubmissionView(({ head }) => head)
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<{ ground?: ReportGround; trouble?: unknown }>({})
  // Once nobody writes them any more, the words are read as they were stored last.
  const { writeReport } = rights
  // biome-ignore lint/correctness/useExhaustiveDependencies: turn asks anew, and so does another right
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const present = await ask<Present>('GET', `/api/submissions/${id}/evaluation${query({ language })}`)
      const texts = await ask<StoredTexts>('GET', textsPath(id))
      const { result, evaluation } = present
      const { published, declaration } = open.loaded
      if (result === null) {
        const { head } = open.store.getState()
        const submission = head.submission
        return {
          source: presentSource({ scheme: published, declaration, submission, evaluation }),
          texts,
          isBehind: false,
        }
      }
      const source = await storedSource(result.run, id, language)
      const isBehind = hashDocument(source.submission, sha256) !== evaluation.submission.hash
      return { source, texts, isBehind }
    }
    read().then(
      (ground) => !isGone && setState({ ground }),
      (trouble) => !isGone && setState((before) => ({ ...before, trouble })),
    )
    return () => {
      isGone = true
    }
  }, [id, revision, language, open, turn, writeReport])
  return { ground: state.ground, trouble: state.trouble, reload: () => setTurn((before) => before + 1) }
}
