/** What retailers are told beside the lines of a lease's timeline (api.md "Settled: channels"). */
export const NOTICE_EVENT_TYPES = ['funding.paid', 'funding.returned', 'funding.held', 'file.processed'] as const;

export type NoticeEventType = (typeof NOTICE_EVENT_TYPES)[number];
