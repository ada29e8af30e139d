/** What the doctor finds, and what can be done about it. */

/** A kind of finding; what each means stands in `ailments`. */
export type Ailment =
	| 'broken'
	| 'conflict-markers'
	| 'wrong-name'
	| 'double-ids'
	| 'double-phase'
	| 'newer'
	| 'unreadable'
	| 'twins'
	| 'in-both'
	| 'set-aside'
	| 'stray'
	| 'unfolded'
	| 'orphan'
	| 'damaged-journal'
	| 'leftover'
	| 'index'
	| 'settings'
	| 'open-to-others'
	| 'merge-driver'
	| 'unknown';

export type Finding = {
	readonly ailment: Ailment;
	/** Absolute path of the file or directory that it is about. */
	readonly file: string;
	/** What is so with it, on one line. Holds words from files as they are: not to be shown uncleaned. */
	readonly what: string;
	/** Absent where only people can mend it. */
	readonly remedy?: Remedy;
};

/** Several findings may share one. */
export type Remedy = {
	/** Mends it as it is then, and resolves with what was done, in a few words. Rejects with a `Problem` where that fails. */
	apply(): Promise<string>;
};

export type Ailing = {
	/** Heading over the files that have it. */
	readonly title: string;
	/** Whether it has to be seen to. A note is only told. */
	readonly weight: 'trouble' | 'note';
	/** What it means for people. */
	readonly means: string;
	/** What mending does about it, after a copy; or what people can do. */
	readonly cure: string;
};

/** All kinds, in the order in which they are told and mended. */
export const ailments: Readonly<Record<Ailment, Ailing>> = {
	broken: {
		title: 'Broken',
		weight: 'trouble',
		means: 'It cannot be opened, and is left as it is until it is mended.',
		cure: 'writes anew what can still be read; where nothing can, the last version that was kept.',
	},
	unreadable: {
		title: 'Not to be read',
		weight: 'trouble',
		means: 'The system does not let us read it, so nothing is known of it.',
		cure: 'nothing: look at who owns it, who may read it, and where it leads if it is a link.',
	},
	'conflict-markers': {
		title: 'Left unmerged by git',
		weight: 'trouble',
		means: 'Both sides are read and merged each time, and nothing is lost.',
		cure: 'writes the merged retro. "retro init" makes git do that by itself.',
	},
	'wrong-name': {
		title: 'Named otherwise than what is in it',
		weight: 'trouble',
		means: 'It cannot be opened: the id of a retro is the name of its file.',
		cure: 'gives the file its name back; where that is taken, the retro gets the id of the file.',
	},
	'double-ids': {
		title: 'The same id twice in a list',
		weight: 'trouble',
		means: 'A change of one of the two may land on the other.',
		cure: 'gives the second an id of its own.',
	},
	'double-phase': {
		title: 'Two entries with one phase',
		weight: 'trouble',
		means: 'The times between the phases may be those of the wrong entry.',
		cure: 'nothing: in the timeline, give the phase to the entry that is meant.',
	},
	newer: {
		title: 'Written by a newer version',
		weight: 'note',
		means: 'It can be read here as far as this version knows it, and not changed.',
		cure: 'nothing: update incident-retro to work on it.',
	},
	twins: {
		title: 'Told apart by capitals alone',
		weight: 'trouble',
		means: 'On a Mac or on Windows the two are one file, and one of them is lost in a clone there.',
		cure: 'gives the younger one an id of its own.',
	},
	'in-both': {
		title: 'In the archive and out of it',
		weight: 'trouble',
		means: 'A move was cut short. The one outside of the archive is the one that is opened.',
		cure: 'takes the one in the archive away when they are the same, and else gives it an id of its own.',
	},
	'set-aside': {
		title: 'Set aside',
		weight: 'trouble',
		means: 'The app wrote the retro anew, and this stood there before. There may be words in it that are nowhere else.',
		cure: 'puts it away when all its words are in the retro, and else makes a retro of its own of it.',
	},
	stray: {
		title: 'A retro under a name that is none',
		weight: 'trouble',
		means: 'It is in no list. Sync programs leave such copies when two machines wrote at once.',
		cure: 'puts it away when all its words are in the retro, and else makes a retro of its own of it.',
	},
	unfolded: {
		title: 'Not in its file yet',
		weight: 'trouble',
		means: 'A program was killed. What it saved is read and shown, but git and backups of the files go without it.',
		cure: 'puts it into the file.',
	},
	orphan: {
		title: 'Saved to a retro that is gone',
		weight: 'trouble',
		means: 'A program was killed, and the file was taken away before what it saved was in it.',
		cure: 'makes a retro of what it saved.',
	},
	'damaged-journal': {
		title: 'A damaged journal',
		weight: 'trouble',
		means: 'Some lines of what was saved cannot be read any more.',
		cure: 'puts the whole lines into the file; the copy keeps the others.',
	},
	leftover: {
		title: 'Left over',
		weight: 'trouble',
		means: 'A program was killed, or its machine lost power. It harms nothing.',
		cure: 'takes it away.',
	},
	index: {
		title: 'An index that is not whole',
		weight: 'trouble',
		means: 'It is not used. It only makes lists quick, and holds nothing that the retros do not.',
		cure: 'takes it away; the next list makes a new one.',
	},
	settings: {
		title: 'Settings',
		weight: 'trouble',
		means: 'Commands that need them stop until that is mended.',
		cure: 'nothing: mend it in an editor.',
	},
	'open-to-others': {
		title: 'Others on this machine can read it',
		weight: 'trouble',
		means: 'Outside of a repository retros are for their owner alone.',
		cure: 'takes the permission from the others.',
	},
	'merge-driver': {
		title: 'git merges by lines here',
		weight: 'trouble',
		means: 'This clone does not know yet how to merge retros by entry and field.',
		cure: 'does what "retro init" does in a clone.',
	},
	unknown: {
		title: 'Not ours',
		weight: 'note',
		means: 'It is left alone, and no list shows it.',
		cure: 'nothing.',
	},
};

/** The kinds in their order. */
export const ailmentNames = Object.keys(ailments) as Ailment[];
