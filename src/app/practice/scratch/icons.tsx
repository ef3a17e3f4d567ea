// The signs of the scratch pad's tools.
import { Icon } from '../icons.tsx';

export const DownIcon = () => (
  <Icon>
    <path d="M6 9.5 L12 15.5 L18 9.5" />
  </Icon>
);

export const EraserIcon = () => (
  <Icon>
    <path d="M8.5 19 L4.6 15.1 a1.6 1.6 0 0 1 0 -2.3 L12.3 5.1 a1.6 1.6 0 0 1 2.3 0 L18.9 9.4 a1.6 1.6 0 0 1 0 2.3 L11.6 19 Z M8.4 9 L15 15.6 M8.5 19 H20" />
  </Icon>
);

export const UndoIcon = () => (
  <Icon>
    <path d="M8.5 4.5 L4 9 L8.5 13.5 M4 9 H14.5 a5 5 0 0 1 0 10 H11" />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path d="M15.5 4.5 L20 9 L15.5 13.5 M20 9 H9.5 a5 5 0 0 0 0 10 H13" />
  </Icon>
);

export const ClearIcon = () => (
  <Icon>
    <path d="M4.5 7 H19.5 M9.5 7 V4.5 H14.5 V7 M6.5 7 L7.5 20 H16.5 L17.5 7 M10.5 11 V16 M13.5 11 V16" />
  </Icon>
);
