import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { declineSignIn } from '../server/sign-in.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'
import { signInWords } from './words.ts'

/** Asked where people are, over what they work on: nothing of it is lost. */
export function SignInDialog() {
  const w = useWords(signInWords)
  return (
    <Modal width={400} title={w.again} footer={null} onCancel={declineSignIn}>
      <p>{w.againText}</p>
      <SignInForm onLater={declineSignIn} />
    </Modal>
  )
}
