import {type Side} from '../migration/events.ts';
import {type TextField, emptyField} from './text-field.ts';

export type LoginPart = 'address' | 'email' | 'token';

/** Every text field there is. What was typed stays, whichever way the admin goes. */
export type FieldId =
	| `${Side}-${LoginPart}`
	| 'projects-filter'
	| 'plan-filter'
	| 'conflicts-filter'
	| 'report-filter'
	| 'new-name'
	| 'pattern'
	| 'target'
	| 'destination-name'
	| 'comparison-filter'
	| 'runs-filter'
	| 'changed-email'
	| 'act-filter'
	| 'act-answer'
	| 'act-choice'
	| `new-${LoginPart}`
	| 'site-name'
	| 'pilot'
	| 'placeholders';

export type Fields = Readonly<Partial<Record<FieldId, TextField>>>;

export function fieldOf(fields: Fields, id: FieldId): TextField {
	return fields[id] ?? emptyField;
}
