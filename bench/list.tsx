import process from 'node:process';
import {useState} from 'react';
import {Box, Text, render, useInput, useWindowSize} from 'ink';

/* The smallest list with Ink: one screen of rows out of as many as it is told, made when they are looked at. It is the floor for a key press. */

const count = Number(process.argv[2]);

render(<List />, {alternateScreen: true, incrementalRendering: true});

function List() {
	const {rows, columns} = useWindowSize();
	const page = rows - 2;
	const [cursor, setCursor] = useState(0);
	const first = Math.max(
		0,
		Math.min(cursor - Math.floor(page / 2), count - page),
	);

	useInput((_, key) => {
		setCursor((before) => Math.max(0, Math.min(targetOf(before), count - 1)));

		function targetOf(before: number): number {
			if (key.home) {
				return 0;
			}

			return key.end
				? count - 1
				: before + (key.pageDown ? page : Number(key.downArrow));
		}
	});

	return (
		<Box flexDirection="column">
			<Text>{`${first + 1} to ${first + page} of ${count}`}</Text>
			{Array.from({length: page}, (_, index) => (
				<Text key={first + index} bold={first + index === cursor}>
					{`${first + index === cursor ? '❯' : ' '} ${rowText(first + index).padEnd(columns - 2)}`}
				</Text>
			))}
		</Box>
	);
}

/** About as long as a row of a report. */
function rowText(index: number): string {
	return `created   person.${index}@customer-${index % 5000}.example   Person Number ${index}`;
}
