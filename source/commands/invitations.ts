import {invitedEmails, type InviteBook} from '../migration/invite-book.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {type RunOverview} from '../store/run-overview.ts';

/** Emails of everyone who was mailed an invitation after a run, or may have been. */
export function invitedBy(
	ledger: LedgerFile,
	run: RunOverview,
): readonly string[] {
	const book: InviteBook = ledger.act(run, 'invite');
	return invitedEmails(book.steps());
}
