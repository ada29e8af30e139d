/** Abbreviations of time zones that the team settles, so that they are never asked again. */
import type {ZoneSettlement} from '../../time/context.ts';
import {changeSettings, type SettingsPlace} from './change-settings.ts';
import {withSet} from './settings-text.ts';

/**
 * Sets the abbreviation in `zones` of the settings, or of new ones beside the retros where there are none. Resolves to
 * the file; rejects with a `Problem` where it cannot be written.
 */
export function settleZone({abbreviation, zone}: ZoneSettlement, place: SettingsPlace): Promise<string> {
	return changeSettings(place, (text, within) => withSet(text, [...within, 'zones', abbreviation], zone));
}
