import {
	type FollowUpStep,
	type FollowUpSummary,
	type FollowedUpEvent,
} from './follow-up-events.ts';
import {type ActBook, type ActRecord, type Group} from './ports.ts';

/** What the ledger keeps of the follow-up of a run. */
export type FollowUpBook = ActBook<
	FollowUpStep,
	FollowedUpEvent,
	FollowUpSummary
>;

/** What a follow-up has done by now. */
export class FollowUpState {
	/** The group that was made for customers of the run. */
	group: Group | undefined;
	readonly #done = new Set<string>();

	constructor(records: Iterable<ActRecord<FollowUpStep, FollowedUpEvent>>) {
		for (const {events = []} of records) {
			for (const event of events) {
				this.fold(event);
			}
		}
	}

	fold(event: FollowedUpEvent): void {
		switch (event.type) {
			case 'group-created': {
				this.group = event.group;
				break;
			}

			case 'group-joined': {
				this.#done.add(`${event.group.id} ${event.person.accountId}`);
				break;
			}

			case 'project-access-given': {
				for (const {accountId} of event.customers) {
					this.#done.add(`access ${event.project.key} ${accountId}`);
				}

				break;
			}

			case 'follow-up-failed': {
				break;
			}
		}
	}

	hasJoined(group: string, accountId: string): boolean {
		return this.#done.has(`${group} ${accountId}`);
	}

	/** How many were put into a group, or, without one, into any other than the one that was made. */
	joined(isOurs: boolean): number {
		const ours = this.group?.id ?? '';
		return this.#count(
			(place) => place !== 'access' && (place === ours) === isOurs,
		);
	}

	get givenAccess(): number {
		return this.#count((place) => place === 'access');
	}

	#count(isMeant: (place: string) => boolean): number {
		return this.#done
			.values()
			.filter((key) => isMeant(key.split(' ', 1)[0] ?? ''))
			.toArray().length;
	}
}
