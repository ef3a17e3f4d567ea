// Opening a set by its code or its link: from the camera, from a picture, or pasted.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Page } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import { canRead, readPicture } from '../../sets/decode-qr.ts';
import { Finder } from './Finder.tsx';
import { PasteLink } from './PasteLink.tsx';
import { CANNOT_READ, NOTHING, type Said, trouble, useCamera, useIsHere } from './use-camera.ts';
import { useHandedIn } from './use-handed-in.ts';
import '../../styles/scan.css';

const words = {
  title: 'Open a set',
  below: 'Scan its code, choose a picture of it, or paste the link.',
  back: 'Sets',
  start: 'Scan with the camera',
  stop: 'Stop the camera',
  picture: 'From a picture',
  looking: 'Looking for a code in the picture …',
  nothing: 'No code was found in this picture. Try one where the code is larger, sharp and whole.',
  unreadable: 'This file does not open as a picture. Take a screenshot of it and choose that.',
};

interface Props {
  /** Undefined where it goes on with the text; else why it cannot. */
  readonly onText: (text: string) => string | undefined;
}

export const ScanPage = ({ onText }: Props): JSX.Element => {
  const said = useSignal<Said>(NOTHING);
  const isHere = useIsHere();
  const camera = useCamera(said);
  const take = (text: string): void => {
    if (!isHere()) return;
    const objection = onText(text);
    if (objection === undefined) camera.stop();
    else said.value = trouble(objection);
  };
  const look = async (file: File): Promise<void> => {
    said.value = { text: words.looking, isTrouble: false };
    const { text, problem = '' } = await readFile(file);
    if (text === undefined) said.value = trouble(problem);
    else take(text);
  };
  useHandedIn({ onText: take, onPicture: file => void look(file) });
  const isOn = camera.stream !== undefined;
  return (
    <Page title={words.title} below={isOn ? undefined : words.below} back={{ href: hrefOf({ at: 'sets' }), title: words.back }}>
      <div class="scan">
        <Finder stream={camera.stream} onText={take} />
        <p role="status" class={said.value.isTrouble ? 'scan-says is-trouble' : 'scan-says'}>
          {said.value.text}
        </p>
        {!isOn && <PictureButton onPicture={file => void look(file)} />}
        {!isOn && <PasteLink onText={take} onSay={text => (said.value = trouble(text))} />}
      </div>
      <div class="at-thumb">
        <button
          type="button"
          class={isOn ? 'button primary scan-stop' : 'button primary'}
          data-action={isOn ? 'stop-camera' : 'scan-camera'}
          onClick={isOn ? camera.stop : () => void camera.start()}
        >
          {isOn ? words.stop : words.start}
        </button>
      </div>
    </Page>
  );
};

const PictureButton = ({ onPicture }: { readonly onPicture: (file: File) => void }): JSX.Element => (
  <label class="button">
    {words.picture}
    <input
      class="spoken"
      type="file"
      accept="image/*"
      data-action="scan-picture"
      onChange={event => {
        const [file] = event.currentTarget.files ?? [];
        if (file) onPicture(file);
        event.currentTarget.value = '';
      }}
    />
  </label>
);

const readFile = async (file: File): Promise<{ readonly text?: string; readonly problem?: string }> => {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return { problem: words.unreadable };
  const text = await readPicture(picture);
  picture.close();
  if (text !== undefined) return { text };
  return { problem: (await canRead()) ? words.nothing : CANNOT_READ };
};
