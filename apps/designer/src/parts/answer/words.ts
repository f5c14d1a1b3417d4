import { words } from '../words.ts'

export const answerWords = words(
  {
    retry: '重试',
    away: '连不上服务器，您填的内容仍在本页；请检查网络后重试。',
    stale: '在您修改期间已有他人保存，您填的内容还在；请核对最新内容后再保存一次。',
  },
  {
    retry: 'Try again',
    away: 'The server cannot be reached; what you typed is still on this page. Check the network and try again.',
    stale:
      'Somebody else has saved since you began; what you typed is still here. Look at the newest state and save again.',
  },
)
