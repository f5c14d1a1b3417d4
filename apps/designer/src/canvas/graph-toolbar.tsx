import {
  AimOutlined,
  CompassOutlined,
  ExpandOutlined,
  InfoCircleOutlined,
  PictureOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { useReactFlow } from '@xyflow/react'
import { Button, Tooltip } from 'antd'
import { MenuButton } from '../parts/menu-button.tsx'
import { levelsOf } from '../parts/tree-picture/folding.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { GraphSearch } from './graph-search.tsx'
import { canvasWords } from './words.ts'

export interface Shown {
  readonly minimap: boolean
  readonly legend: boolean
}

/** Everything a mouse without a wheel needs: levels, zoom, the whole, search, pictures. */
export function GraphToolbar({
  shown,
  onShow,
  onLevels,
  onFind,
  onExport,
  onToSelection,
}: {
  shown: Shown
  onShow: (shown: Shown) => void
  onLevels: (levels: number) => void
  onFind: (id: string) => void
  onExport: (form: 'svg' | 'png') => void
  onToSelection: () => void
}) {
  const w = useWords(canvasWords)
  const flow = useReactFlow()
  const levels = useDesigner((state) => levelsOf(state.design!.scheme.indicators))
  const hasActive = useDesigner((state) => state.view.selection.active !== null)
  return (
    <div className="graph-toolbar" role="toolbar" aria-label={w.graph}>
      <GraphSearch onFind={onFind} />
      <fieldset className="graph-levels">
        <legend className="graph-levels-name">{w.levels}</legend>
        {Array.from({ length: Math.min(levels - 1, 4) }, (_, index) => index + 1).map((level) => (
          <Button key={level} onClick={() => onLevels(level)}>
            {w.level(level)}
          </Button>
        ))}
        <Button autoInsertSpace={false} onClick={() => onLevels(levels)}>
          {w.all}
        </Button>
      </fieldset>
      <span className="graph-gap" />
      <Tool label={w.zoomOut} icon={<ZoomOutOutlined />} onClick={() => flow.zoomOut({ duration: 120 })} />
      <Tool label={w.zoomIn} icon={<ZoomInOutlined />} onClick={() => flow.zoomIn({ duration: 120 })} />
      <Tool label={w.fit} icon={<ExpandOutlined />} onClick={() => flow.fitView({ duration: 160, padding: 0.05 })} />
      <Tool label={w.toSelection} icon={<AimOutlined />} isDisabled={!hasActive} onClick={onToSelection} />
      <Tool
        label={w.minimap}
        icon={<CompassOutlined />}
        isPressed={shown.minimap}
        onClick={() => onShow({ ...shown, minimap: !shown.minimap })}
      />
      <Tool
        label={w.legend}
        icon={<InfoCircleOutlined />}
        isPressed={shown.legend}
        onClick={() => onShow({ ...shown, legend: !shown.legend })}
      />
      <MenuButton
        menu={{
          items: [
            { key: 'svg', label: w.exportSvg },
            { key: 'png', label: w.exportPng },
          ],
          onClick: ({ key }) => onExport(key === 'svg' ? 'svg' : 'png'),
        }}
      >
        <Button type="text" icon={<PictureOutlined />}>
          {w.export}
        </Button>
      </MenuButton>
    </div>
  )
}

function Tool({
  label,
  icon,
  onClick,
  isPressed,
  isDisabled = false,
}: {
  label: string
  icon: React.ReactNode
  onClick: () => void
  isPressed?: boolean
  isDisabled?: boolean
}) {
  return (
    <Tooltip title={label}>
      <Button
        type="text"
        icon={icon}
        aria-label={label}
        aria-pressed={isPressed}
        className={isPressed ? 'graph-pressed' : ''}
        disabled={isDisabled}
        onClick={onClick}
      />
    </Tooltip>
  )
}
