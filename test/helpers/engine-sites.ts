import {type Copying} from './engine-copy.ts';
import {destinationSite, project, sourceSite} from './engine-people.ts';
import {MemoryLedger} from './memory-ledger.ts';
import {MemorySite} from './memory-site.ts';
import {type MemorySiteHabits} from './memory-site-reader.ts';
import {type MemorySiteData} from './memory-site-world.ts';

type Contents = Partial<Omit<MemorySiteData, 'site'>>;

/** Two sites with what the test says, both with the service project IT, and an empty ledger. */
export function createSites({
	source = {},
	destination = {},
	habits = {},
	...rest
}: {
	readonly source?: Contents;
	readonly destination?: Contents;
	/** Of the destination. */
	readonly habits?: Partial<MemorySiteHabits>;
} & Omit<Copying, 'source' | 'destination' | 'ledger'>): Copying & {
	readonly ledger: MemoryLedger;
} {
	const usual = {projects: [project('IT')], accounts: []};
	return {
		...rest,
		source: new MemorySite({site: sourceSite, ...usual, ...source}),
		destination: new MemorySite(
			{site: destinationSite, ...usual, ...destination},
			habits,
		),
		ledger: new MemoryLedger(),
	};
}
