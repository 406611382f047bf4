import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import {use} from 'react';
import {type Cursors, cursorOf} from '../cursors.ts';
import {type Menu} from '../menu.ts';
import {cut, fit, widest} from '../present/fit.ts';
import {signs} from '../present/signs.ts';
import {lookOf, shown, themeContext} from '../theme.ts';

type MenuListProps = {
	readonly menu: Menu;
	readonly cursors: Cursors;
	readonly columns: number;
	/** Choices on screen at once. */
	readonly rows?: number;
};

/**
A single choice. Its keys are heard by the one listener of the app, which knows the state even between two frames; a select input of its own would miss keys typed ahead of its first frame. So it is only drawn here, anew with each move.
*/
export function MenuList({menu, cursors, columns, rows}: MenuListProps) {
	const theme = use(themeContext);
	const {list, choices} = menu;
	const marked = Math.min(cursorOf(cursors, list), choices.length - 1);
	const labelColumns = widest(choices.map(({label}) => label)) + 3;
	const items = choices.map(({label, detail}, value) => ({
		value,
		label: cut(
			detail === undefined ? label : fit(label, labelColumns) + detail,
			columns - 2,
		),
	}));

	if (theme.isScreenReader === true) {
		return <SpokenMenu choices={choices} marked={marked} />;
	}

	return (
		<Box flexDirection="column" flexShrink={0}>
			<SelectInput
				key={`${list} ${marked}`}
				items={items}
				initialIndex={Math.max(marked, 0)}
				limit={rows}
				isFocused={false}
				indicatorComponent={Mark}
				itemComponent={Label}
			/>
		</Box>
	);
}

type SpokenMenuProps = {
	readonly choices: Menu['choices'];
	readonly marked: number;
};

/** All choices with their numbers, for those who hear them. */
function SpokenMenu({choices, marked}: SpokenMenuProps) {
	const theme = use(themeContext);
	return (
		<Box flexDirection="column">
			{choices.map(({label, detail}, index) => (
				<Box key={label} aria-state={{selected: index === marked}}>
					<Text>
						{`${index + 1}. ${shown([label, detail ?? ''].join(' ').trim(), theme)}`}
					</Text>
				</Box>
			))}
		</Box>
	);
}

function Mark({isSelected = false}: {readonly isSelected?: boolean}) {
	const theme = use(themeContext);
	return (
		<Text {...lookOf('accent', theme)}>
			{isSelected ? `${signs.pointer} ` : '  '}
		</Text>
	);
}

type LabelProps = {
	readonly label: string;
	readonly isSelected?: boolean;
};

function Label({label, isSelected = false}: LabelProps) {
	return (
		<Text wrap="truncate" bold={isSelected}>
			{shown(label, use(themeContext))}
		</Text>
	);
}
