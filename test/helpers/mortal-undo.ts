import {type UndoSite} from '../../source/migration/ports.ts';
import {type UndoBook} from '../../source/migration/prepare-undo.ts';
import {type MortalProcess} from './engine-process.ts';

/** The site as a process sees it that may be killed just before or just after each write has its effect. */
export function mortalSite(site: UndoSite, process: MortalProcess): UndoSite {
	const during = async <Result>(
		act: () => Promise<Result>,
	): Promise<Result> => {
		process.pass();
		const result = await act();
		process.pass();
		return result;
	};

	return {
		...site,
		removeProjectCustomers: async (project, ids) =>
			during(async () => site.removeProjectCustomers(project, ids)),
		unlinkOrganization: async (project, id) =>
			during(async () => site.unlinkOrganization(project, id)),
		removeMembers: async (id, ids) =>
			during(async () => site.removeMembers(id, ids)),
		deleteAccount: async (id) => during(async () => site.deleteAccount(id)),
		deleteOrganization: async (id) =>
			during(async () => site.deleteOrganization(id)),
	};
}

/** The ledger's book as the process sees it. What it keeps outlives the process. */
export function mortalBook(book: UndoBook, process: MortalProcess): UndoBook {
	const during = <Result>(act: () => Result): Result => {
		process.pass();
		const result = act();
		process.pass();
		return result;
	};

	return {
		begin() {
			during(() => {
				book.begin();
			});
		},
		stepSent: (step) => during(() => book.stepSent(step)),
		stepAnswered(number, events) {
			during(() => {
				book.stepAnswered(number, events);
			});
		},
		steps: () => book.steps(),
		finish(summary) {
			during(() => {
				book.finish(summary);
			});
		},
		forget(links) {
			during(() => {
				book.forget(links);
			});
		},
	};
}
