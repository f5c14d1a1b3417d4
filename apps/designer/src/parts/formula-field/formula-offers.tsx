import type { Completion, SignatureHelp } from '@yardstick/formula'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../words.ts'
import { formulaWords } from './words.ts'

export interface Offering {
  readonly id: string
  readonly anchor: HTMLElement
  /** Where the word being typed begins, in pixels from the left of the anchor. */
  readonly left: number
  readonly offers: readonly Completion[]
  readonly chosen: number
  readonly signature: SignatureHelp | undefined
  onChoose(index: number): void
}

/** The list under the caret, and over it the signature of the function around it. They float over the page, so no cell cuts them. */
export function FormulaOffers({ id, anchor, left, offers, chosen, signature, onChoose }: Offering) {
  const w = useWords(formulaWords)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const box = anchor.getBoundingClientRect()
  const isAbove = box.bottom + POPUP_HEIGHT > window.innerHeight && box.top > POPUP_HEIGHT
  const x = Math.max(4, Math.min(box.left + left, window.innerWidth - POPUP_WIDTH - 4))
  const above = { left: x, bottom: window.innerHeight - box.top + 3 }
  const below = { left: x, top: box.bottom + 3 }
  return createPortal(
    <>
      {signature !== undefined && !isAbove && (
        <div className="ff-popup ff-signature" style={box.top > SIGNATURE_HEIGHT ? above : below}>
          <Signature signature={signature} />
          <div className="ff-help">{signature.help}</div>
        </div>
      )}
      {offers.length > 0 && (
        <div className="ff-popup" style={isAbove ? above : below}>
          {/* A press on the list, or on its scroll bar, must not take the focus from the field. */}
          <div
            className="ff-offers"
            role="listbox"
            id={id}
            aria-label={w.offers}
            tabIndex={-1}
            ref={list}
            onMouseDown={(event) => event.preventDefault()}
          >
            {offers.map((offer, index) => (
              <div
                key={`${offer.kind} ${offer.label}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className={index === chosen ? 'ff-offer ff-chosen' : 'ff-offer'}
                onMouseDown={() => onChoose(index)}
              >
                <span className={`ff-mark ff-mark-${offer.kind}`} aria-hidden="true">
                  {w.marks[offer.kind]}
                </span>
                <span className="ff-offer-name">{offer.label}</span>
                <span className="ff-offer-detail">{offer.help || offer.detail}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </>,
    document.body,
  )
}

/** The signature with the parameter at the caret in bold. */
function Signature({ signature: { label, parameters, active } }: { signature: SignatureHelp }) {
  const now = parameters[active]
  const opening = label.search(/[(（]/)
  const from = now === undefined ? -1 : parameterAt(label, opening, parameters, active)
  if (now === undefined || from < 0) return <>{label}</>
  return (
    <>
      {label.slice(0, from)}
      <strong>{now}</strong>
      {label.slice(from + now.length)}
    </>
  )
}

/** Words of parameters may repeat, so they are passed one after the other. */
function parameterAt(label: string, opening: number, parameters: readonly string[], active: number): number {
  let at = opening
  for (const word of parameters.slice(0, active + 1)) {
    at = label.indexOf(word, at + 1)
    if (at < 0) return -1
  }
  return at
}

const POPUP_WIDTH = 380
const POPUP_HEIGHT = 220
const SIGNATURE_HEIGHT = 60
