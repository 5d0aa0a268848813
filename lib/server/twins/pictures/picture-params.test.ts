import { describe, expect, it } from 'vitest';
import { isViewKey } from '../../../view/keys';
import { PICTURE_KEYS, readPicture } from './picture-params';

const read = (query: string) => readPicture(new URLSearchParams(query));

describe('the size of a picture', () => {
  it('is 960 pixels wide and as high as it needs to be, light, at a scale of 1', () => {
    expect(read('')).toEqual({ picture: { width: 960, height: null, theme: 'light', scale: 1 }, errors: [] });
  });

  it.each([
    ['width=320', { width: 320 }],
    ['width=4000', { width: 4000 }],
    ['width=1200&height=630&theme=dark&scale=4', { width: 1200, height: 630, theme: 'dark', scale: 4 }],
    ['height=4000', { height: 4000 }],
    ['width=0960', { width: 960 }],
  ])('is read from %s', (query, expected) => {
    const { picture, errors } = read(query);
    expect(errors).toEqual([]);
    expect(picture).toMatchObject(expected);
  });

  it.each([
    ['width=319', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=4001', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=1e3', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=-960', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=960.5', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=Infinity', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=99999999999999999999', 'width', '“width” is one whole number from 320 to 4000.'],
    ['width=960&width=970', 'width', '“width” is one whole number from 320 to 4000.'],
    ['height=179', 'height', '“height” is one whole number from 180 to 4000.'],
    ['height=auto', 'height', '“height” is one whole number from 180 to 4000.'],
    ['scale=0', 'scale', '“scale” is one whole number from 1 to 4.'],
    ['scale=5', 'scale', '“scale” is one whole number from 1 to 4.'],
    ['theme=blue', 'theme', '“theme” is one of light, dark.'],
    ['theme=dark&theme=light', 'theme', '“theme” is one of light, dark.'],
    ['width=4000&height=4000&scale=4', 'scale', 'Width, height and scale give more than 40 million pixels.'],
  ])('is refused for %s', (query, key, message) => {
    expect(read(query).errors).toEqual([expect.objectContaining({ key, message, code: 'bad-picture' })]);
  });

  it('names every key that is wrong, with no more of its value than can be read', () => {
    const { errors } = read(`width=${'9'.repeat(500)}&height=x&theme=y&scale=z`);
    expect(errors.map(({ key }) => key)).toEqual(['width', 'height', 'scale', 'theme']);
    expect(errors[0]?.value).toHaveLength(60);
  });
});

it('has no key that a view has too', () => {
  expect(PICTURE_KEYS.filter((key) => isViewKey(key))).toEqual([]);
});
