import {type PrintedEvent} from './program.ts';

/** Accounts a call takes; as the program's own limit, which is the largest in use in the field. */
const accountsPerCall = 50;

/** What a copy wrote, from its events. How many calls that has to take follows from it; how many it took is the sites' to say. */
export class Written {
	readonly #ones = new Map<string, number>();
	readonly #members = new Map<string, number>();
	readonly #access = new Map<string, number>();
	/** Destination ids of new organizations by their source ids. */
	readonly made = new Map<string, string>();

	/** A listener for `runProgram`. */
	readonly fold = (event: PrintedEvent): void => {
		this.#ones.set(event.type, (this.#ones.get(event.type) ?? 0) + 1);

		switch (event.type) {
			case 'members-added': {
				add(this.#members, event['organization'], event['customers']);

				break;
			}

			case 'organization-created':
			case 'organization-renamed': {
				this.made.set(
					String(event['organization']),
					String(event['destinationId']),
				);

				break;
			}

			case 'project-access-added': {
				add(this.#access, event['project'], event['customers']);

				break;
			}
			// No default
		}
	};

	get customers(): number {
		return this.#count('customer-created');
	}

	get revoked(): number {
		return this.#count('customer-revoked');
	}

	get organizations(): number {
		return this.made.size;
	}

	get links(): number {
		return this.#count('project-linked');
	}

	/** Full batches of members for each organization. */
	get memberBatches(): number {
		return batches(this.#members);
	}

	/** Full batches of customers for each project. */
	get accessBatches(): number {
		return batches(this.#access);
	}

	#count(type: string): number {
		return this.#ones.get(type) ?? 0;
	}
}

function add(
	counts: Map<string, number>,
	place: unknown,
	customers: unknown,
): void {
	const key = String(place);
	const more = (customers as readonly unknown[]).length;
	counts.set(key, (counts.get(key) ?? 0) + more);
}

function batches(counts: ReadonlyMap<string, number>): number {
	return counts
		.values()
		.reduce((sum, count) => sum + Math.ceil(count / accountsPerCall), 0);
}
