import {type RequestEditor, type SiteReader} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {editRequest, readRequests} from './resources/request-edit.ts';

/** Requests of a real site, as whoever links activity reads and edits them. */
export function createRequestEditor(
	client: JiraClient,
	{linkFields}: Pick<SiteReader, 'linkFields'>,
): RequestEditor {
	return {
		permitEdits() {
			client.permitEdits();
		},
		requestsByKey: async (keys, signal) =>
			readRequests(client, keys, await linkFields(signal), signal),
		editRequest: async (key, edits, signal) =>
			editRequest(client, key, edits, signal),
	};
}
