import { Button, Menu } from '@mantine/core'

/** A button that offers a choice: what is chosen is done at once. */
export function ChoiceMenu({
  label,
  options,
  choose,
}: {
  label: string
  options: { value: string; label: string }[]
  choose: (value: string) => void
}) {
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">{label}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.Item key={option.value} onClick={() => choose(option.value)}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
