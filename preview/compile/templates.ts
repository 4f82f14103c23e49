import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILT_IN_ELEMENTS } from '../elements/names';
import type { Artefact } from '../artefact';
import type { Problems } from './problems';
import { WXS_RUNTIME, wxsSource } from './wxs';

const TEMPLATE_SYNTAX = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);

/** Only a template with WXS passes its handlers to the host (preview/host/wxs-handlers.ts). */
const HANDLERS_BY_HOST = '<wxs module="__handlers"></wxs>';

interface TemplateError {
  isError: boolean;
  message: string;
  startLine: number;
  startColumn: number;
}

/** Blanks everything that is no tag: comments, WXS, and expressions. Lines keep their numbers. */
const onlyTags = (wxml: string): string =>
  wxml.replace(/<!--[^]*?-->|(?<=<wxs\b[^>]*>)[^]*?(?=<\/wxs>)|\{\{[^]*?\}\}/g, (text) =>
    text.replace(/[^\n]/g, ' '),
  );

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

/**
 * Compiles the WXML and WXS of all components together. A template that does not compile shows its error.
 *
 * @returns source of an expression whose value maps each component's path to its template functions, and the
 * tags that are neither an element nor a component
 * @throws Error with file, line and column of a template that does not compile, if the preview is strict
 */
export const compileTemplates = async (
  dist: string,
  components: Artefact['components'],
  problems: Problems,
): Promise<{ templates: string; unknownTags: string[] }> => {
  const group = new TmplGroup();
  group.setExtraRuntimeScript(WXS_RUNTIME);
  const added = new Set<string>();
  const unknownTags = new Set<string>();

  const read = (file: string): Promise<string> =>
    readFile(path.join(dist, file), 'utf8').catch(() => {
      problems.add(`there is no ${file}`);
      return '';
    });

  const addScript = async (name: string): Promise<void> => {
    if (added.has(`${name}.wxs`)) return;
    added.add(`${name}.wxs`);
    const place = { file: `${name}.wxs`, linesBefore: 0 };
    const { source, dependencies } = wxsSource(await read(place.file), place, problems);
    group.addScript(name, source);
    for (const dependency of dependencies) await addScript(dependency);
  };

  const checkTags = (file: string, wxml: string, known: (tag: string) => boolean): void => {
    const tags = onlyTags(wxml);
    for (const { index, 1: tag = '' } of tags.matchAll(/<([a-zA-Z][\w-]*)/g)) {
      if (TEMPLATE_SYNTAX.has(tag) || BUILT_IN_ELEMENTS.includes(tag) || known(tag)) continue;
      unknownTags.add(tag);
      problems.add(
        `${file}.wxml:${lineAt(tags, index)} uses <${tag}>, which is neither in its usingComponents nor one of the preview's elements (preview/elements/names.ts)`,
      );
    }
  };

  const compile = (name: string, wxml: string): void => {
    const added = group.addTmpl(name, wxml + HANDLERS_BY_HOST) as TemplateError[];
    const errors = added.filter((found) => found.isError);
    if (!errors[0]) return;
    const { startLine, startColumn, message } = errors[0];
    const problem = `${name}.wxml:${startLine + 1}:${startColumn + 1}: ${message}`;
    problems.add(problem);
    group.addTmpl(name, `<text class="device-failure">${problem.replace(/[<{&]/g, ' ')}</text>`);
  };

  const addTemplate = async (name: string, known: (tag: string) => boolean): Promise<void> => {
    if (added.has(name)) return;
    added.add(name);
    const wxml = await read(`${name}.wxml`);
    checkTags(name, wxml, known);
    compile(name, wxml);
    for (const module of group.getInlineScriptModuleNames(name) as string[]) {
      const content = group.getInlineScript(name, module) ?? '';
      const linesBefore = lineAt(wxml, wxml.indexOf(content)) - 1;
      const place = { file: `${name}.wxml`, linesBefore };
      const { source, dependencies } = wxsSource(content, place, problems);
      group.setInlineScript(name, module, source);
      for (const dependency of dependencies) await addScript(dependency);
    }
    for (const dependency of group.getDirectDependencies(name) as string[]) {
      await addTemplate(dependency, known);
    }
    for (const script of group.getScriptDependencies(name) as string[]) await addScript(script);
  };

  for (const [name, { config }] of Object.entries(components)) {
    const { usingComponents = {}, componentGenerics = {} } = config;
    await addTemplate(name, (tag) => tag in usingComponents || tag in componentGenerics);
  }
  const templates = group.getTmplGenObjectGroups();
  group.free();
  return { templates, unknownTags: [...unknownTags] };
};
