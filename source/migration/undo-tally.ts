import {type UndoneEvent} from './undo-events.ts';
import {type Kept} from './undo-kept.ts';
import {UndoState} from './undo-state.ts';

/** Counts what becomes of the items of an undo. */
export class UndoTally {
	readonly state = new UndoState();
	readonly kept: Kept[];
	failed = 0;

	constructor(
		earlier: Iterable<{readonly events?: readonly UndoneEvent[]}>,
		kept: readonly Kept[],
	) {
		this.kept = [...kept];

		// What was kept or failed before is tried again.
		for (const {events = []} of earlier) {
			for (const event of events) {
				this.state.fold(event);
			}
		}
	}

	hear(event: UndoneEvent): void {
		this.state.fold(event);

		if (event.type === 'item-kept') {
			const {type: _type, ...kept} = event;
			this.kept.push(kept);
		}

		this.failed += Number(event.type === 'undo-failed');
	}
}
