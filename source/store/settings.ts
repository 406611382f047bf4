import path from 'node:path';
import Conf from 'conf';
import {type Clock} from '../migration/ports.ts';
import {type SetAside, moveAside} from './set-aside.ts';
import {type Settings, settingsSchema} from './settings-schema.ts';
import {
	emptySettings,
	readSettingsText,
	settingsVersion,
} from './settings-text.ts';
import {StoreError} from './store-error.ts';
import {onFile} from './system-error.ts';

/** What the user saved and chose, in a file that people may read and edit. It holds no token. Every method may throw a StoreError. */
export type SettingsFile = {
	/** As the file has them now, since another terminal may have changed them. */
	read(): Settings;
	/** Changes what the file has now, and writes it in one piece. */
	update(change: (settings: Settings) => Settings): void;
};

export type OpenedSettings = {
	readonly settings: SettingsFile;
	/** A file that could not be understood and was moved away; the settings begin empty. */
	readonly setAside?: SetAside;
};

/**
Opens the settings in the home folder, and makes them where there are none.

@throws StoreError, such as `settings-newer` when a newer program has written them; the file is left as it is.
*/
export function openSettings(
	home: string,
	{now}: Pick<Clock, 'now'>,
): OpenedSettings {
	const file = path.join(home, 'settings.json');

	try {
		return {settings: openFile(file)};
	} catch (error) {
		if (!(
			error instanceof StoreError && error.facts.code === 'settings-damaged'
		)) {
			throw error;
		}

		const {reason = ''} = error.facts;
		const aside = {path: moveAside(file, 'corrupt', now()), reason};
		return {settings: openFile(file), setAside: aside};
	}
}

function openFile(file: string): SettingsFile {
	const conf = onFile(
		file,
		() =>
			new Conf<Settings>({
				cwd: path.dirname(file),
				configName: path.basename(file, '.json'),
				configFileMode: 0o600,
				accessPropertiesByDotNotation: false,
				defaults: emptySettings,
				deserialize: (text) => understand(text, file),
			}),
	);
	const read = () => onFile(file, () => conf.store);

	return {
		read,
		update(change) {
			// What the schema does not know, such as a token that strayed in, is left out.
			const settings = settingsSchema.parse(change(read()));
			onFile(file, () => {
				conf.store = settings;
			});
		},
	};
}

function understand(text: string, file: string): Settings {
	const finding = readSettingsText(text);

	switch (finding.type) {
		case 'usable': {
			return finding.settings;
		}

		case 'newer': {
			throw new StoreError({
				code: 'settings-newer',
				path: file,
				version: finding.version,
				known: settingsVersion,
			});
		}

		case 'damaged': {
			throw new StoreError({
				code: 'settings-damaged',
				path: file,
				reason: finding.reason,
			});
		}
	}
}
