import {Box, Text} from 'ink';
import {cut} from '../present/fit.ts';

type TabsProps = {
	readonly tabs: readonly string[];
	readonly current: number;
	readonly columns: number;
};

/** All tabs in one row, the current one in brackets. Where there is no room for all, it is among its neighbours. */
export function Tabs({tabs, current, columns}: TabsProps) {
	const all = tabs.map((tab, index) => (index === current ? `[${tab}]` : tab));
	const texts = [all.join(' '.repeat(3)), all.join(' ')];
	const whole = texts.find((text) => text.length <= columns);
	const near = all.slice(Math.max(current - 1, 0)).join(' ');
	return (
		<Box flexShrink={0}>
			<Text
				wrap="truncate"
				aria-label={`tab ${current + 1} of ${tabs.length}: ${tabs[current] ?? ''}`}
			>
				{whole ?? cut(current < 2 ? near : `… ${near}`, columns)}
			</Text>
		</Box>
	);
}
