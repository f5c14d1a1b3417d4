import { describe, expect, it } from 'vitest'
import { weakness } from './weak-password.ts'

describe('a new password', () => {
  it.each([
    'short',
    '123456789',
    '1234567890',
    '13800138000',
    '360102199001011234',
    'aaaaaaaaaaaa',
    'abababababab',
    'password123',
    'P@ssw0rd2024',
    'Admin@123456',
    'woaini1314520',
    'woaini5201314!',
    '1qaz2wsx3edc',
    'qwertyuiop123',
    'zxcvbnm,./123',
    'caizhengju2024',
    'Yardstick2025!',
    'jixiao@123456',
    'qq123456789',
    'ｐａｓｓｗｏｒｄ１２３',
    'administrator1',
    'liming888888',
    'gnimil-forever',
  ])('%s is refused', (password) => {
    expect(weakness(password, 'liming')).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
  })

  it.each([
    'correct horse battery',
    'wu2-Tiefer-Brunnen',
    '春眠不觉晓处处闻啼鸟',
    'k7#mPq!2vLx9',
    '8231 9920 1745 0038 26',
  ])('%s will do', (password) => {
    expect(weakness(password, 'liming')).toBeUndefined()
  })
})
