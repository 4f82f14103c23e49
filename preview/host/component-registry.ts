import { MiniProgramEnv, glassEasel, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { Artefact } from '../artefact';
import { registerElements } from '../elements';
import { DeviceBackend } from './backend';
import { DeviceIntersectionObserver } from './intersection';
import type { SetDataMeter } from './set-data';
import type { Caller } from './types';

type TemplateGroups = Record<string, unknown>;
type Definition = { behaviors?: unknown[]; [key: string]: unknown };
type Define = (definition: Definition) => unknown;

/** The adapter makes a component that names both styles apply-shared; see docs/decisions/0004. */
const styleIsolationOf = (path: string, app: Artefact['app'], declared?: string): string => {
  if (declared) return declared;
  if (app.pages.includes(path)) return 'shared';
  return path.includes('miniprogram_npm/@vant/') ? 'apply-shared' : 'isolated';
};

/** Gives every page and component WeChat's manners that the framework alone does not have. */
const deviceManners = (space: CodeSpace, meter: SetDataMeter): glassEasel.GeneralBehavior =>
  space.getComponentSpace().defineBehavior({
    lifetimes: {
      created(this: Caller) {
        meter.attach(this);
        const observers = new Set<DeviceIntersectionObserver>();
        this['createIntersectionObserver'] = (options?: object) => {
          const observer = new DeviceIntersectionObserver(this, options, () =>
            observers.delete(observer),
          );
          observers.add(observer);
          return observer;
        };
        // What is gone is watched by nobody.
        this._$.addLifetimeListener('detached', () => observers.forEach((one) => one.disconnect()));
      },
      attached(this: Caller) {
        const ready = requestAnimationFrame(() => this._$.triggerLifetime('ready', []));
        this._$.addLifetimeListener('detached', () => cancelAnimationFrame(ready));
      },
    },
  });

/**
 * Registers every component of the artefact with glass-easel and runs its script.
 *
 */
export const createRegistry = (
  artefact: Artefact,
  templates: TemplateGroups,
  meter: SetDataMeter,
) => {
  glassEasel.globalOptions.writeFieldsToNode = false;
  const environment = new MiniProgramEnv();
  const backend = new DeviceBackend();
  backend.onEvent((target, type, detail, options) =>
    glassEasel.Event.triggerEvent(target, type, detail, options),
  );
  const associated = environment.associateBackend(backend);
  const space = environment.createCodeSpace('', true);
  registerElements(space);
  space.setOverallBehavior(deviceManners(space, meter));

  associated.registerStyleSheetContent('app', artefact.appCss);
  space.addStyleSheet('app', 'app');
  for (const [path, { config, css, scope }] of Object.entries(artefact.components)) {
    const using = Object.entries(config.usingComponents ?? {}).map(([tag, to]) => [tag, `/${to}`]);
    space.addComponentStaticConfig(path, {
      ...config,
      usingComponents: Object.fromEntries(using) as Record<string, string>,
      styleIsolation: styleIsolationOf(path, artefact.app, config.styleIsolation),
    } as never);
    associated.registerStyleSheetContent(path, css);
    space.addStyleSheet(path, path, scope || undefined);
    const content = templates[path];
    if (!content) throw new Error(`${path}.wxml was not compiled`);
    space.addCompiledTemplate(path, { groupList: templates, content } as never);
  }

  let current: { Page: Define; Component: Define } | null = null;
  const formField = space.behavior().property('name', String).property('value', null).register();
  const builtInBehaviors: Record<string, unknown> = {
    'wx://form-field': formField,
    'wx://form-field-button': space.behavior().register(),
  };
  const withBuiltIns = (definition: Definition): Definition => ({
    ...definition,
    behaviors: (definition.behaviors ?? []).map((behavior) => {
      if (typeof behavior !== 'string') return behavior;
      const known = builtInBehaviors[behavior];
      if (!known) throw new Error(`The preview does not know the behavior ${behavior}`);
      return known;
    }),
  });
  const outside = (name: string): never => {
    throw new Error(`${name}() was called outside of a page's or component's own script`);
  };

  return {
    associated,
    space,
    constructors: {
      Page: (definition: Definition) => current?.Page(withBuiltIns(definition)) ?? outside('Page'),
      Component: (definition: Definition) =>
        current?.Component(withBuiltIns(definition)) ?? outside('Component'),
      Behavior: (definition: Definition) =>
        space.componentEnv('', ({ Behavior }) => (Behavior as Define)(withBuiltIns(definition))),
    },
    runScripts(load: (file: string) => unknown): void {
      for (const path of Object.keys(artefact.components)) {
        space.componentEnv(path, ({ Page, Component }) => {
          current = { Page: Page as Define, Component: Component };
          load(`${path}.js`);
          current = null;
        });
      }
    },
  };
};
