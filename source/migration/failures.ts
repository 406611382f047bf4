import {type Failure, type RecordedEvent} from './events.ts';

type Kind =
	'customer' | 'organization' | 'member' | 'link' | 'access' | 'request';

type FailedEvent = Extract<RecordedEvent, {readonly failure: Failure}>;

/** What could not be done, by what it was to be done for. */
export class Failures {
	readonly #kinds = new Map<Kind, Map<string, Failure>>();

	get size(): number {
		return this.#kinds.values().reduce((sum, {size}) => sum + size, 0);
	}

	get(kind: Kind, ...parts: readonly string[]): Failure | undefined {
		return this.#kinds.get(kind)?.get(keyOf(parts));
	}

	/** Takes a failure back, if there is one. Most runs have few, and then this costs next to nothing. */
	delete(kind: Kind, ...parts: readonly string[]): void {
		const failures = this.#kinds.get(kind);

		if (failures !== undefined && failures.size > 0) {
			failures.delete(keyOf(parts));
		}
	}

	note(event: FailedEvent): void {
		const [kind, ...parts] = placeOf(event);
		const failures = this.#kinds.get(kind) ?? new Map<string, Failure>();
		failures.set(keyOf(parts), event.failure);
		this.#kinds.set(kind, failures);
	}
}

function placeOf(event: FailedEvent): readonly [Kind, ...string[]] {
	switch (event.type) {
		case 'customer-failed':
		case 'revocation-failed': {
			return ['customer', event.customer];
		}

		case 'organization-failed': {
			return ['organization', event.organization];
		}

		case 'member-failed': {
			return ['member', event.organization, event.customer];
		}

		case 'project-link-failed': {
			return ['link', event.organization, event.project];
		}

		case 'project-access-failed': {
			return ['access', event.project, event.customer];
		}

		case 'request-link-failed': {
			return ['request', event.request];
		}
	}
}

/** Ids hold no blanks, so the parts can't run into each other. */
function keyOf(parts: readonly string[]): string {
	return parts.length === 1 ? parts[0]! : parts.join(' ');
}
