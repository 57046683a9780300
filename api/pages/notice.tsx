import type { ComponentChildren } from 'preact';

interface NoticeProps {
  /** `good`, `plain`: read when there is time; `bad`: read at once */
  kind: 'good' | 'plain' | 'bad';
  children: ComponentChildren;
}

/** What just happened, or what to know before reading on; told to screen readers too. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
