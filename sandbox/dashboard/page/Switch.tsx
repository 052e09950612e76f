import { useId } from 'react'

type Option = { id: string; name: string }
type SwitchProps = { label: string; value: string; options: Option[]; onChoose: (id: string) => void }

/** One switch of the preview. */
export function Switch({ label, value, options, onChoose }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
