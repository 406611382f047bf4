import type * as keyring from '@napi-rs/keyring';

/** Whose token it is. */
export type TokenOwner = {
	/** Origin of the site. */
	readonly url: string;
	readonly email: string;
};

/** Tokens in the keychain of the operating system, the only place where they outlive the process. */
export type Tokens = {
	/** Undefined where there is none, and where the keychain was locked or gave none. */
	find(owner: TokenOwner): Promise<string | undefined>;
	/** Tells whether the keychain took it. */
	keep(owner: TokenOwner, token: string): Promise<boolean>;
	/** Tells whether it is certain that nothing is left there. */
	forget(owner: TokenOwner): Promise<boolean>;
};

type Library = Pick<typeof keyring, 'AsyncEntry'>;

/** What the keychain calls the program. */
const service = 'jsm-ferry';

/** On Linux the library would fall back to the kernel's keyring, which forgets at the next start, while people believe their token kept. */
const options: keyring.EntryOptions = {linux: {store: 'secret-service'}};

/** Milliseconds for a first question that needs nobody's consent, and for one that may. */
const patience = {probe: 3000, consent: 120_000};

/**
Opens the keychain: that of macOS or Windows, on Linux the Secret Service of the desktop.

@returns Undefined where there is none, such as on a server without a desktop.
*/
export async function openTokens(
	load: () => Promise<Library> = async () => import('@napi-rs/keyring'),
): Promise<Tokens | undefined> {
	try {
		const library = await load();
		const probe = new library.AsyncEntry(service, 'probe', options);
		await probe.getPassword(AbortSignal.timeout(patience.probe));
		return tokensIn(library);
	} catch {
		// The optional package is not installed, or there is nothing behind it.
		return undefined;
	}
}

function tokensIn(library: Library): Tokens {
	const entryOf = ({url, email}: TokenOwner) =>
		new library.AsyncEntry(service, `${email} ${url}`, options);
	const limit = () => AbortSignal.timeout(patience.consent);

	return {
		async find(owner) {
			const found = await attempt(async () =>
				entryOf(owner).getPassword(limit()),
			);
			return found ?? undefined;
		},
		async keep(owner, token) {
			const kept = await attempt(async () => {
				await entryOf(owner).setPassword(token, limit());
				return true;
			});
			return kept ?? false;
		},
		async forget(owner) {
			const gone = await attempt(async () => {
				await entryOf(owner).deleteCredential(limit());
				return true;
			});
			return gone ?? false;
		},
	};
}

/** A keychain that is locked, or whose owner says no, is no reason to stop: the token is asked for instead. */
async function attempt<Result>(
	ask: () => Promise<Result>,
): Promise<Result | undefined> {
	try {
		return await ask();
	} catch {
		return undefined;
	}
}
