import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { Artefact } from '../artefact';
import type { Realm } from './realm';
import type { Reports } from './reports';

/** What a mini program passes to Page, Component or Behavior. */
export interface Definition {
  behaviors?: unknown[];
  properties?: Record<string, unknown>;
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
  [key: string]: unknown;
}

/**
 * The style isolation of a page or component: of its JSON file, of `options` in its script, or the default.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html
 */
export const styleIsolationOf = (
  { app, components }: Artefact,
  path: string,
  options: Definition['options'] = {},
): string => {
  const declared = components[path]?.config.styleIsolation ?? options.styleIsolation;
  if (declared) return declared;
  if (app.pages.includes(path)) return 'shared';
  return options.addGlobalClass ? 'apply-shared' : 'isolated';
};

/** Replaces the mini program's constructors in property types by those that the framework compares with. */
const withHostTypes = (
  properties: Record<string, unknown>,
  toHost: Realm['toHost'],
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, given]) => {
      if (typeof given !== 'object' || given === null) return [name, toHost(given)];
      const { type, optionalTypes } = given as { type?: unknown; optionalTypes?: unknown[] };
      return [
        name,
        {
          ...given,
          ...('type' in given && { type: toHost(type) }),
          ...(optionalTypes && { optionalTypes: optionalTypes.map(toHost) }),
        },
      ];
    }),
  );

/** The observers of a behavior run once, also when a component uses the behavior several times. */
export const observeOnce = (made: unknown): unknown => {
  const { _$: inner } = made as { _$: { _$builder: { _$observers?: { once: boolean }[] } } };
  for (const observer of inner._$builder._$observers ?? []) observer.once = true;
  return made;
};

/** Returns a function that replaces what the framework does not know by its own: behaviors, property types. */
export const createDefinitions = (
  space: CodeSpace,
  { isStrict }: Artefact,
  { toHost }: Realm,
  reports: Reports,
) => {
  const formField = space.behavior().property('name', String).property('value', null).register();
  const empty = space.behavior().register();
  const builtIn: Record<string, unknown> = {
    'wx://form-field': formField,
    'wx://form-field-group': empty,
    'wx://form-field-button': empty,
    'wx://component-export': empty,
  };
  const behavior = (given: unknown): unknown => {
    if (typeof given !== 'string') return given;
    const known = builtIn[given];
    if (known) return known;
    const message = `The preview does not know the behavior ${given}`;
    if (isStrict) throw new Error(message);
    reports.unsupported(message);
    return empty;
  };
  return (definition: Definition): Definition => ({
    ...definition,
    behaviors: (definition.behaviors ?? []).map(behavior),
    ...(definition.properties && { properties: withHostTypes(definition.properties, toHost) }),
  });
};
