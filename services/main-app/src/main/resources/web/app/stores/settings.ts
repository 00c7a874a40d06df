import { change, get, getTagged } from '../api/client';
import type { SettingField, Settings } from '../api/types';
import { Store } from './store';

export type Group = 'auto-entry' | 'auto-stop' | 'risk-limits' | 'orders';

/** Tells that settings were saved in this page. */
class SavedSettings extends Store {
  saved(): void {
    this.changed();
  }
}

export const savedSettings = new SavedSettings();

export interface Loaded {
  values: Settings;
  tag: string | undefined;
  fields: SettingField[];
}

export async function loadSettings(group: Group): Promise<Loaded> {
  const [answer, fields] = await Promise.all([
    getTagged<Settings>(`settings/${group}`),
    get<SettingField[]>(`settings/${group}/fields`),
  ]);
  return { values: answer.body, tag: answer.tag, fields };
}

/** Replaces all values; refused when somebody else changed them since they were read. */
export async function saveSettings(group: Group, values: Settings, tag: string | undefined): Promise<void> {
  await change('PUT', `settings/${group}`, values, tag === undefined ? {} : { 'If-Match': tag });
  savedSettings.saved();
}

/** Turns one switch, leaving every other value as it is. */
export async function setEnabled(group: 'auto-entry' | 'auto-stop', enabled: boolean): Promise<void> {
  const { body, tag } = await getTagged<Settings>(`settings/${group}`);
  await saveSettings(group, { ...body, enabled }, tag);
}
