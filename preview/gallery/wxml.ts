import type { Examples } from './examples/example';

const dashed = (name: string): string => name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`);

const section = (component: string, properties: readonly string[]): string => `
    <view wx:if="{{examples['${component}']}}" class="gallery__section gallery__section--${component}">
      <view class="gallery__name">${component}</view>
      <view wx:for="{{examples['${component}']}}" wx:key="state" class="gallery__example">
        <view class="gallery__state">{{item.state}}</view>
        <view class="gallery__frame" style="{{item.height ? 'height: ' + item.height + 'px' : ''}}">
          <${component}
            class="gallery__part"
            ${properties.map((name) => `${dashed(name)}="{{item.props.${name}}}"`).join(' ')}
          />
        </view>
      </view>
    </view>`;

const tool = (
  { list, key, item, text }: Record<'list' | 'key' | 'item' | 'text', string>,
  chosen: string,
  handler: string,
): string =>
  `<view
      wx:for="{{${list}}}"
      wx:key="${key}"
      class="gallery__tool {{${item} === ${chosen} ? 'gallery__tool--chosen' : ''}}"
      data-value="{{${item}}}"
      bindtap="${handler}"
      >{{${text}}}</view
    >`;

const LANGUAGES = { list: 'languages', key: 'value', item: 'item.value', text: 'item.text' };
const TEXT_SIZES = { list: 'textSizes', key: '*this', item: 'item', text: "'× ' + item" };

/** The template of the gallery's page: a section for each component, an element for each example. */
export const galleryWxml = (components: readonly string[], examples: Examples): string => `
<view
  wx:if="{{examples}}"
  class="ph-tokens gallery"
  style="--f: {{measures.factor}}; --row-h: {{measures.heights.row}}px; --header-h: {{measures.heights.header}}px"
>
  <view class="gallery__tools">
    ${tool(LANGUAGES, 'language', 'onLanguage')}
    ${tool(TEXT_SIZES, 'textSize', 'onTextSize')}
  </view>
  <view class="gallery__sections">${components
    .map((component) => section(component, Object.keys(examples[component]?.[0]?.props ?? {})))
    .join('')}
  </view>
</view>
`;
