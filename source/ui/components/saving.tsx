import {neutralise} from '../../text/neutralise.ts';
import {line, span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {type SavingState} from '../saving-state.ts';
import {Explained} from './explained.tsx';
import {Lines} from './lines.tsx';
import {Waiting} from './waiting.tsx';

type SavingProps = {
	readonly saving: Exclude<SavingState, {readonly type: 'none'}>;
	readonly columns: number;
};

/** Saving to a file, and where it went. */
export function Saving({saving, columns}: SavingProps) {
	switch (saving.type) {
		case 'writing': {
			return <Waiting>Writing the file…</Waiting>;
		}

		case 'written': {
			const {what, place} = saving;
			const path = wrap(neutralise(place), columns - 2);
			const words =
				what === 'plan'
					? 'Review it, or have it reviewed; then carry it out here, or with jsm-ferry copy --plan and this path. What changed since is told first.'
					: 'One line for each thing that was looked at.';
			return (
				<Lines
					lines={[
						[span(`${signs.done} `, 'good'), span('Written to')],
						...path.map((row) => line(`  ${row}`, 'strong')),
						...wrap(words, columns - 2).map((row) => line(`  ${row}`, 'quiet')),
					]}
				/>
			);
		}

		case 'failed': {
			return <Explained explanation={saving.explanation} columns={columns} />;
		}
	}
}
