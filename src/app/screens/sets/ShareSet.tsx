// Handing a set on: its code to scan, its link to send or to copy, its sheet to print, and files for other programs.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Exercise } from '../../../exercise/generator.ts';
import { drawing } from '../../../paper/node.ts';
import { qrCode } from '../../../paper/qr.ts';
import { ShareIcon } from '../../parts/icons.tsx';
import { isCopied, isShared, mayShare } from '../../sending.ts';
import { count } from '../../words.ts';
import { BigCode } from './BigCode.tsx';
import { OtherPrograms } from './OtherPrograms.tsx';
import { Paper } from './Paper.tsx';
import '../../styles/share.css';

const words = {
  title: 'Share it',
  about: 'Whoever opens the link gets exactly these exercises. Nothing is sent to a server.',
  code: 'QR code of the link to this set',
  enlarge: 'Show it full screen',
  share: 'Share',
  text: (title: string, many: number) => `${title === '' ? '' : `${title}: `}${count(many, 'exercise')} to do in Gradus.`,
  failed: 'It could not be shared from here. Copy the link instead.',
  copy: 'Copy link',
  copied: 'The link is copied.',
  refused: 'It could not be copied. The link is selected: copy it by hand.',
  print: 'Print',
};

export interface ShareSetProps {
  /** Empty where the set has none. */
  readonly title: string;
  readonly link: string;
  readonly exercises: readonly Exercise[];
  readonly printHref: string;
}

export const ShareSet = ({ title, link, exercises, printHref }: ShareSetProps): JSX.Element => {
  const isBig = useSignal(false);
  const code = useMemo(() => <Paper node={drawing(qrCode(link), words.code)} />, [link]);
  return (
    <>
      <section class="share">
        <h2>{words.title}</h2>
        <p class="quiet small">{words.about}</p>
        <button type="button" class="share-code" data-action="show-code" onClick={() => (isBig.value = true)}>
          {code}
          <span class="share-enlarge">{words.enlarge}</span>
        </button>
        <Link title={title} link={link} many={exercises.length} printHref={printHref} />
        {isBig.value && <BigCode title={title} code={code} onEnd={() => (isBig.value = false)} />}
      </section>
      <OtherPrograms title={title} link={link} exercises={exercises} />
    </>
  );
};

interface LinkProps extends Omit<ShareSetProps, 'exercises'> {
  readonly many: number;
}

const Link = ({ title, link, many, printHref }: LinkProps): JSX.Element => {
  const address = useRef<HTMLParagraphElement>(null);
  const isWhole = useSignal(false);
  const says = useSignal('');
  const share = async (): Promise<void> => {
    says.value = '';
    if (!(await isShared({ title, text: words.text(title, many), url: link }))) says.value = words.failed;
  };
  const copy = async (): Promise<void> => {
    const isDone = await isCopied(link);
    says.value = isDone ? words.copied : words.refused;
    if (isDone || !address.current) return;
    isWhole.value = true;
    getSelection()?.selectAllChildren(address.current);
  };
  const isMenu = mayShare();
  return (
    <>
      <p ref={address} class={`share-link fine quiet${isWhole.value ? ' is-whole' : ''}`} data-link>
        {link}
      </p>
      {isMenu && (
        <button type="button" class="button primary" data-action="share" onClick={() => void share()}>
          <ShareIcon />
          {words.share}
        </button>
      )}
      <div class="share-ways">
        <button type="button" class={isMenu ? 'button' : 'button primary'} data-action="copy" onClick={() => void copy()}>
          {words.copy}
        </button>
        <a class="button" href={printHref} data-action="to-print">
          {words.print}
        </a>
      </div>
      <p role="status" class="small">
        {says.value}
      </p>
    </>
  );
};
