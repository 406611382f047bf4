import {type RequestFields} from './requests.ts';

/** What kind of value a field holds, which decides its schema and its JSON. */
export type FieldShape =
	'text' | 'document' | 'user' | 'users' | 'organizations';

/** One field of the site's requests. Its name and number differ from site to site; `schema.custom` does not. */
export type FieldDefinition = {
	readonly id: string;
	readonly name: string;
	readonly shape: FieldShape;
	readonly holds: keyof RequestFields;
	/** The full key of the custom field type; system fields have none. */
	readonly custom?: string;
};
