// Generated from contracts/openapi by npm run types. Do not edit.
export interface paths {
    "/api/console/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description Who did what to which subject, when and why; newest first.
         */
        get: operations["audit_list_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify Log
         * @description Prove the log of a day, or all of it: every seal against its lines and the seal before.
         */
        get: operations["audit_verify_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/files/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description Keep a file for ``subject`` (``hotline.ticket:7``), or staged for this post when it is empty.
         */
        post: operations["files_upload_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/files/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download
         * @description The file itself; ``inline`` shows pictures and plays sound, everything else is always saved.
         */
        get: operations["files_download_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Forms
         * @description Forms, newest first.
         */
        get: operations["forms_list_forms"];
        put?: never;
        /**
         * Upload Survey
         * @description Upload an Excel survey: a draft version to preview, or the problems by sheet, row and column.
         */
        post: operations["forms_upload_survey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/forms/{form_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retire Form
         * @description Take a form off the phones.
         */
        delete: operations["forms_retire_form"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/forms/{form_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description Every version of a form.
         */
        get: operations["forms_list_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Sheet
         * @description Store a sheet once.
         */
        post: operations["forms_submit_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Template
         * @description The Excel template to fill in.
         */
        get: operations["forms_read_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/versions/{version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Version
         * @description A version with its definition: the preview.
         */
        get: operations["forms_read_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/versions/{version_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Version
         * @description Give a draft to the phones.
         */
        post: operations["forms_publish_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/versions/{version_id}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sheets
         * @description What people filled in.
         */
        get: operations["forms_list_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Board
         * @description Open tickets by state.
         */
        get: operations["hotline_read_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Callbacks
         * @description Who is to be called back, longest waiting first.
         */
        get: operations["hotline_list_callbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/callers/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look Up Caller
         * @description Earlier tickets of a number; the number is in the body, never in an address.
         */
        post: operations["hotline_look_up_caller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Categories
         * @description Children of a category, or the whole tree.
         */
        get: operations["hotline_list_categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/categories/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Categories
         * @description Grow the category tree from a table whose columns are the levels; ``new`` nodes.
         */
        post: operations["hotline_import_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/dispatch-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dispatch Rules
         * @description The rules of the dispatch suggestions, heaviest first.
         */
        get: operations["hotline_list_dispatch_rules"];
        put?: never;
        /**
         * Add Dispatch Rule
         * @description A new rule.
         */
        post: operations["hotline_add_dispatch_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/dispatch-rules/{rule_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Dispatch Rule
         * @description The rule no longer speaks.
         */
        post: operations["hotline_retire_dispatch_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/dispatch-suggestions/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest Units
         * @description Who should have it, with the reasons.
         */
        get: operations["hotline_suggest_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/import-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Profiles
         * @description Saved mappings.
         */
        get: operations["hotline_list_import_profiles"];
        put?: never;
        /**
         * Save Profile
         * @description Keep a mapping.
         */
        post: operations["hotline_save_import_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description The newest loads.
         */
        get: operations["hotline_list_imports"];
        put?: never;
        /**
         * Import Ledger
         * @description Load a CSV or XLSX by a mapping (JSON); at most 50 MB.
         */
        post: operations["hotline_import_ledger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/imports/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Import
         * @description One load with its refusals.
         */
        get: operations["hotline_read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/imports/{batch_id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Refused
         * @description The refused rows with the reason per row, as a CSV that can be corrected and loaded again.
         */
        get: operations["hotline_download_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inbox
         * @description What my agencies have to do, what is late first.
         */
        get: operations["hotline_list_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Options
         * @description Every code of the hotline with label and tone, in display order.
         */
        get: operations["hotline_list_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets
         * @description Tickets in scope, newest first; ``status`` takes several codes with commas. A telephone number
         *     in ``q`` is refused here: use the search.
         */
        get: operations["hotline_list_tickets"];
        put?: never;
        /**
         * Take Ticket
         * @description Take a call; answer it at once, hand it to the dispatchers, or keep it at the desk.
         */
        post: operations["hotline_take_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Duplicates
         * @description Matters of the last days that may be this one, with the reasons.
         */
        post: operations["hotline_find_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Tickets
         * @description Search over everything: a ticket number, a telephone number, or words.
         */
        post: operations["hotline_search_tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Ticket
         * @description The ticket page; the caller masked, or hidden when confidential.
         */
        get: operations["hotline_read_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/add-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Unit
         * @description Give a further unit its own assignment.
         */
        post: operations["hotline_add_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend
         * @description Correct a ticket; ``If-Match`` guards against overwriting (412).
         */
        post: operations["hotline_amend_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description Answer at once; the ticket is closed.
         */
        post: operations["hotline_answer_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Put away.
         */
        post: operations["hotline_archive_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/ask-detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Detail
         * @description Say what is missing.
         */
        post: operations["hotline_ask_detail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Callback
         * @description Write a call-back down.
         */
        post: operations["hotline_record_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/clocks/{clock_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain Clock
         * @description Every minute of a clock, counted or not, with the reason.
         */
        get: operations["hotline_explain_clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Close.
         */
        post: operations["hotline_close_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/close-with-reason": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close With Reason
         * @description Close an unhappy ticket with a judged reason.
         */
        post: operations["hotline_close_with_reason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/decide-exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Exclusion
         * @description The panel's decision.
         */
        post: operations["hotline_decide_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/decide-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Extension
         * @description Grant or refuse more time.
         */
        post: operations["hotline_decide_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/decide-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Return
         * @description Arbitrate a return.
         */
        post: operations["hotline_decide_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch
         * @description Send to the lead unit and co units.
         */
        post: operations["hotline_dispatch_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow
         * @description Join a further caller to an open ticket.
         */
        post: operations["hotline_follow_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/give-detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Detail
         * @description Add what was missing.
         */
        post: operations["hotline_give_detail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/order-redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order Redo
         * @description Send an unhappy ticket back to the unit, with the citizen's words.
         */
        post: operations["hotline_order_redo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Not accept, with reason and basis.
         */
        post: operations["hotline_refuse_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description Chase a closed matter: a new, linked ticket.
         */
        post: operations["hotline_reopen_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply
         * @description Hand in what was done.
         */
        post: operations["hotline_submit_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/request-exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Exclusion
         * @description Ask that a demand be judged unreasonable.
         */
        post: operations["hotline_request_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/request-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Extension
         * @description Ask for more time.
         */
        post: operations["hotline_request_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/request-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Return
         * @description Ask to give it back.
         */
        post: operations["hotline_request_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume
         * @description Go on.
         */
        post: operations["hotline_resume_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal
         * @description The caller in the clear, with a purpose, logged.
         */
        post: operations["hotline_reveal_caller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review
         * @description Judge a reply.
         */
        post: operations["hotline_review_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign
         * @description Sign for it.
         */
        post: operations["hotline_sign_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description Hand to the dispatchers.
         */
        post: operations["hotline_submit_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/supervise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Supervise
         * @description Supervise the unit.
         */
        post: operations["hotline_supervise_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend
         * @description Wait for the citizen's material; the clock stands still.
         */
        post: operations["hotline_suspend_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/take-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take In
         * @description Accept a matter that came by itself.
         */
        post: operations["hotline_take_in_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Timeline
         * @description Every step of a ticket, oldest first.
         */
        get: operations["hotline_read_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/tickets/{ticket_id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Urge
         * @description Urge the unit.
         */
        post: operations["hotline_urge_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/hotline/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Topics
         * @description Active topics.
         */
        get: operations["hotline_list_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/notify/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description Messages to this post and its agency, newest first.
         */
        get: operations["notify_list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/notify/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Read
         * @description Mark some, or everything, read for this post.
         */
        post: operations["notify_mark_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/notify/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Unread
         * @description What the bell shows.
         */
        get: operations["notify_count_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description Accounts by user name, with what they may do; ``q`` is the beginning of the user name.
         */
        get: operations["org_list_accounts"];
        put?: never;
        /**
         * Create Account
         * @description A new account with a first password that must be changed.
         */
        post: operations["org_create_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/accounts/{account_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable Account
         * @description Close an account and end its sessions.
         */
        post: operations["org_disable_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/accounts/{account_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable Account
         * @description Open it again.
         */
        post: operations["org_enable_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/accounts/{account_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description A new first password, shown this once.
         */
        post: operations["org_reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/accounts/{account_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Sessions
         * @description Log a person out everywhere.
         */
        delete: operations["org_end_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/accounts/{account_id}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Reset Totp
         * @description Take a lost second factor away.
         */
        delete: operations["org_reset_totp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/administration/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Agency
         * @description A new agency.
         */
        post: operations["org_create_agency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agencies
         * @description Active agencies by kind and a piece of the name.
         */
        get: operations["org_list_agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/agencies/{agency_id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agency Posts
         * @description Who sits in an agency today.
         */
        get: operations["org_list_agency_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Devices
         * @description Phones of the own area, newest first.
         */
        get: operations["org_list_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/devices/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Enrolment Code
         * @description A one-time code for a post, with its QR picture; it lives for a quarter of an hour.
         */
        post: operations["org_make_enrolment_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/devices/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Phone Posts
         * @description Posts that may get a phone from who asks.
         */
        get: operations["org_list_phone_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/devices/{device_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke Device
         * @description End a phone for good; it wipes itself at its next contact.
         */
        post: operations["org_revoke_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/elevations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Elevations
         * @description The last hundred administrator sessions: who, why, how long, how many requests.
         */
        get: operations["org_list_elevations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description The account, the post in use, all posts, the verbs of the role, where the live channel is.
         */
        get: operations["org_get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Post
         * @description Put a person in a role.
         */
        post: operations["org_give_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/posts/{post_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Post
         * @description End a post from today on.
         */
        post: operations["org_end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/role-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Role Policies
         * @description How each role logs in today.
         */
        get: operations["org_list_role_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/role-policies/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Role Policy
         * @description Change it from today on.
         */
        put: operations["org_set_role_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Session
         * @description The stage of this browser's log-in and a CSRF token for the next call.
         */
        get: operations["org_get_session"];
        put?: never;
        /**
         * Log In
         * @description Log in; the answer's stage tells what is still missing.
         */
        post: operations["org_log_in"];
        /**
         * Log Out
         * @description End this session.
         */
        delete: operations["org_log_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/session/elevation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Elevate
         * @description Begin a timed, recorded administrator session (at most 30 minutes, purpose obligatory).
         */
        post: operations["org_elevate_session"];
        /**
         * End Elevation
         * @description Give the administrator's power back.
         */
        delete: operations["org_lower_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/session/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm Totp
         * @description Bind it by its first code; the recovery codes are shown this once.
         */
        put: operations["org_confirm_totp"];
        /**
         * Enrol Totp
         * @description Begin to bind a second factor.
         */
        post: operations["org_enrol_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description Change one's own password; other sessions of the account end.
         */
        put: operations["org_change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/session/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Post
         * @description Work in another of one's posts.
         */
        put: operations["org_choose_post"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/org/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Totp
         * @description The second factor: a one-time code or a recovery code.
         */
        post: operations["org_verify_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Calendar
         * @description A year of the work calendar.
         */
        get: operations["policy_read_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/calendar/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce Year
         * @description Enter a year that is missing.
         */
        post: operations["policy_announce_year"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/calendar/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Day
         * @description Correct a day.
         */
        put: operations["policy_set_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/deadline-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deadlines
         * @description Every deadline row of a business.
         */
        get: operations["policy_list_deadlines"];
        put?: never;
        /**
         * Set Deadline
         * @description A new deadline row from now on.
         */
        post: operations["policy_set_deadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Limits
         * @description Every limit in force.
         */
        get: operations["policy_list_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/limits/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Limit
         * @description A new value from now on.
         */
        put: operations["policy_set_limit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Mode
         * @description The mode now.
         */
        get: operations["policy_read_mode"];
        put?: never;
        /**
         * Switch Mode
         * @description Switch between 平时 and 战时.
         */
        post: operations["policy_switch_mode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/policy/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description The banner: years without a calendar, 战时.
         */
        get: operations["policy_list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Brief
         * @description The brief of a day.
         */
        get: operations["reports_read_brief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Brief
         * @description Freeze the numbers; refused while an equation fails.
         */
        post: operations["reports_check_brief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}/compile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compile Brief
         * @description Write or count again the draft.
         */
        post: operations["reports_compile_brief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit Brief
         * @description Change remarks and examples.
         */
        post: operations["reports_edit_brief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recount Brief
         * @description What would read otherwise if the brief were counted again now.
         */
        get: operations["reports_recount_brief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revise Brief
         * @description Back to the draft, with a reason.
         */
        post: operations["reports_revise_brief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/brief/{day}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Brief
         * @description Sign: the numbers are final.
         */
        post: operations["reports_sign_brief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Briefs
         * @description The latest 31 briefs.
         */
        get: operations["reports_list_briefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Definitions
         * @description Every figure's written definition and query.
         */
        get: operations["reports_list_definitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Figures
         * @description Every figure of a period (China dates, both included; without dates today).
         */
        get: operations["reports_list_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/figures/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Figure
         * @description One figure.
         */
        get: operations["reports_read_figure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/figures/{code}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rows
         * @description The tickets of a figure's denominator, newest first; ``counted`` marks the numerator.
         */
        get: operations["reports_list_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/reports/scores/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Scores
         * @description The monthly unit scores; ``month`` is any day of it.
         */
        get: operations["reports_list_scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Areas
         * @description Areas of a kind and/or under a parent; without either, the district.
         */
        get: operations["territory_list_areas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/areas/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Areas
         * @description The first twenty whose name, pinyin, initials or code start so; larger areas first.
         */
        get: operations["territory_search_areas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/areas/{area_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Area
         * @description One area.
         */
        get: operations["territory_read_area"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/areas/{area_id}/successors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Successors
         * @description The living areas that an ended one became; itself when it lives.
         */
        get: operations["territory_list_successors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Locate Point
         * @description The grid a point lies in; ``datum`` is ``wgs84`` or ``gcj02``.
         */
        get: operations["territory_locate_point"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/map/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Map
         * @description GeoJSON (WGS-84) of the district, its towns, a town's villages, a town's or village's grids; ETag.
         */
        get: operations["territory_read_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/territory/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Places
         * @description Places in an area and below it, by name, at most 200.
         */
        get: operations["territory_list_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountIn */
        AccountIn: {
            /** Name */
            name: string;
            /** Username */
            username: string;
        };
        /**
         * AccountMade
         * @description ``password`` is shown this once.
         */
        AccountMade: {
            /** Id */
            id: number;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /** AccountMe */
        AccountMe: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Username */
            username: string;
        };
        /** AccountOut */
        AccountOut: {
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Last Login */
            last_login: string | null;
            /** Must Change Password */
            must_change_password: boolean;
            /** Name */
            name: string;
            /** Posts */
            posts: string[];
            /** Totp */
            totp: boolean;
            /** Username */
            username: string;
        };
        /** AccountPage */
        AccountPage: {
            /** Items */
            items: components["schemas"]["AccountOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AddUnitIn
         * @description A further unit: ``co`` 协办 or ``transfer`` 转办.
         */
        AddUnitIn: {
            /** Agency Id */
            agency_id: number;
            /**
             * Duty
             * @default co
             */
            duty?: string;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** AgencyIn */
        AgencyIn: {
            /** Area Id */
            area_id?: number | null;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id?: number | null;
            /**
             * Short Name
             * @default
             */
            short_name?: string;
        };
        /** AgencyMade */
        AgencyMade: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** AgencyOut */
        AgencyOut: {
            /** Active */
            active: boolean;
            /** Area Id */
            area_id: number | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: number | null;
            /** Short Name */
            short_name: string;
        };
        /**
         * AmendIn
         * @description Corrections; what is left out stays. ``why`` is obligatory.
         */
        AmendIn: {
            /** Address */
            address?: string | null;
            /** Area Id */
            area_id?: number | null;
            /** Callback Wanted */
            callback_wanted?: boolean | null;
            /** Category Id */
            category_id?: number | null;
            /** Confidential */
            confidential?: boolean | null;
            /** Content */
            content?: string | null;
            /** Kind */
            kind?: string | null;
            /** Title */
            title?: string | null;
            /** Topic */
            topic?: string | null;
            /** Urgency */
            urgency?: string | null;
            /** Why */
            why: string;
        };
        /**
         * AreaOut
         * @description An area with its ancestors.
         */
        AreaOut: {
            /** District Id */
            district_id: number | null;
            /** Grid Id */
            grid_id: number | null;
            /** Households */
            households: number;
            /** Id */
            id: number;
            /** Is Schematic */
            is_schematic: boolean;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: number | null;
            /** Path Names */
            path_names: string[];
            /** Persons */
            persons: number;
            /** Short Name */
            short_name: string;
            /** Town Id */
            town_id: number | null;
            /** Village Id */
            village_id: number | null;
        };
        /**
         * AttachmentOut
         * @description ``status`` quarantined: kept, but nobody can download it.
         */
        AttachmentOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Mime */
            mime: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
            /** Status */
            status: string;
            /** Url */
            url: string;
        };
        /**
         * BoardOut
         * @description The board's counts.
         */
        BoardOut: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Late */
            late: number;
            /** Open */
            open: number;
            /** Pending Over 2H */
            pending_over_2h: number;
            /** Urgent */
            urgent: number;
        };
        /**
         * BriefLineOut
         * @description A brief in the list.
         */
        BriefLineOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Issue No */
            issue_no: number;
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Total */
            total: number;
        };
        /**
         * BriefMoveOut
         * @description Who did what to the brief.
         */
        BriefMoveOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
        };
        /**
         * BriefOut
         * @description A brief as it is read; figures are frozen.
         */
        BriefOut: {
            /** Allowed */
            allowed: string[];
            /** Checked At */
            checked_at: string | null;
            /** Checked By */
            checked_by: string;
            /** Checks */
            checks: components["schemas"]["CheckOut"][];
            /**
             * Compiled At
             * Format: date-time
             */
            compiled_at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Examples */
            examples: components["schemas"]["ExampleOut"][];
            /** Figures */
            figures: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Holds */
            holds: boolean;
            /** Id */
            id: number;
            /** Issue No */
            issue_no: number;
            /** Moves */
            moves: components["schemas"]["BriefMoveOut"][];
            /** Remarks */
            remarks: string;
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Tone */
            tone: string;
            /** Version */
            version: number;
        };
        /**
         * CalendarOut
         * @description A year and the years that are missing.
         */
        CalendarOut: {
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Missing Years */
            missing_years: number[];
            /** Year */
            year: number;
        };
        /**
         * CallbackCardOut
         * @description The next person to call.
         */
        CallbackCardOut: {
            /** Attempts */
            attempts: number;
            caller: components["schemas"]["CallerOut"];
            /** Content */
            content: string;
            /** Public Reply */
            public_reply: string;
            ticket: components["schemas"]["TicketRowOut"];
            /** Unit Solved */
            unit_solved: boolean | null;
        };
        /**
         * CallbackIn
         * @description One call-back.
         */
        CallbackIn: {
            /**
             * Citizen Words
             * @default
             */
            citizen_words?: string;
            /**
             * Failed Reason
             * @default
             */
            failed_reason?: string;
            /**
             * Fit
             * @default
             */
            fit?: string;
            /**
             * Give Up
             * @default false
             */
            give_up?: boolean;
            /**
             * Operator Satisfaction
             * @default
             */
            operator_satisfaction?: string;
            /**
             * Reached
             * @default true
             */
            reached?: boolean;
            /**
             * Satisfaction
             * @default
             */
            satisfaction?: string;
            /**
             * Solved
             * @default
             */
            solved?: string;
            /**
             * Unit Satisfaction
             * @default
             */
            unit_satisfaction?: string;
        };
        /**
         * CallbackOut
         * @description One call-back.
         */
        CallbackOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Citizen Words */
            citizen_words: string;
            /** Failed Reason */
            failed_reason: string;
            /** Fit */
            fit: string;
            /** Id */
            id: number;
            /** Operator Satisfaction */
            operator_satisfaction: string;
            /** Reached */
            reached: boolean;
            /** Round */
            round: number;
            /** Satisfaction */
            satisfaction: string;
            /** Solved */
            solved: string;
            /** Unit Satisfaction */
            unit_satisfaction: string;
        };
        /**
         * CallbackQueueOut
         * @description A page of the call-back queue, longest waiting first.
         */
        CallbackQueueOut: {
            /** Items */
            items: components["schemas"]["CallbackCardOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CallerOut
         * @description The caller, masked; empty when ``hidden``.
         */
        CallerOut: {
            /** Caller No */
            caller_no: string;
            /** Caller Type */
            caller_type: string;
            /** Contact No */
            contact_no: string;
            /** Has Id No */
            has_id_no: boolean;
            /** Hidden */
            hidden: boolean;
            /** May Reveal */
            may_reveal: boolean;
            /** Name */
            name: string;
        };
        /**
         * CategoryOut
         * @description A node of the problem tree.
         */
        CategoryOut: {
            /** Id */
            id: number;
            /** Level */
            level: number;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: number | null;
            /** Path */
            path: string;
        };
        /**
         * CheckOut
         * @description One equation between cuts of the total.
         */
        CheckOut: {
            /** Code */
            code: string;
            /** Holds */
            holds: boolean;
            /** Label */
            label: string;
            /** Left */
            left: number;
            /** Right */
            right: number;
        };
        /**
         * ClockChangeOut
         * @description An extension, a pause, a resumption, a stop.
         */
        ClockChangeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Kind */
            kind: string;
            /** Minutes */
            minutes: number;
            /** Text */
            text: string;
        };
        /**
         * ClockOut
         * @description A clock in short.
         */
        ClockOut: {
            /** Allowed Minutes */
            allowed_minutes: number;
            /** Assignment Id */
            assignment_id: number | null;
            /** Calendar */
            calendar: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Rule Text */
            rule_text: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Tone */
            tone: string;
        };
        /**
         * ClockStoryOut
         * @description Every minute of a clock; ``remaining_minutes`` and ``late_minutes`` count on its own calendar.
         */
        ClockStoryOut: {
            /** Changes */
            changes: components["schemas"]["ClockChangeOut"][];
            clock: components["schemas"]["ClockOut"];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Late Minutes */
            late_minutes: number;
            /** Notes */
            notes: string[];
            /** Remaining Minutes */
            remaining_minutes: number;
            /** Segments */
            segments: components["schemas"]["SegmentOut"][];
        };
        /** CodeIn */
        CodeIn: {
            /** Code */
            code: string;
        };
        /**
         * ColumnOut
         * @description One column of the board.
         */
        ColumnOut: {
            /** Count */
            count: number;
            /** Label */
            label: string;
            /** Late */
            late: number;
            /** Oldest Received At */
            oldest_received_at: string | null;
            /** Pending Over 2H */
            pending_over_2h: number;
            /** Status */
            status: string;
            /** Tone */
            tone: string;
            /** Urgent */
            urgent: number;
        };
        /**
         * Credentials
         * @description ``totp`` and ``post_id`` may come along when they are known: one call instead of three.
         */
        Credentials: {
            /** Password */
            password: string;
            /** Post Id */
            post_id?: number | null;
            /**
             * Totp
             * @default
             */
            totp?: string;
            /** Username */
            username: string;
        };
        /**
         * DayIn
         * @description What kind of day it is and by which document.
         */
        DayIn: {
            /** Kind */
            kind: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Source */
            source: string;
        };
        /**
         * DayOut
         * @description One day of the work calendar.
         */
        DayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Version */
            version: number;
        };
        /**
         * DeadlineIn
         * @description A new deadline row; it replaces the one of the same clock and priority from now on.
         */
        DeadlineIn: {
            /** Amount */
            amount: number;
            /**
             * Business
             * @default hotline
             */
            business?: string;
            /**
             * Calendar
             * @enum {string}
             */
            calendar: "work" | "always";
            /**
             * Clock Kind
             * @enum {string}
             */
            clock_kind: "sign" | "return" | "reply";
            /**
             * Conditions
             * @default {}
             */
            conditions?: {
                [key: string]: (string | boolean)[];
            };
            /** Document */
            document: string;
            /**
             * Issued By
             * @default
             */
            issued_by?: string;
            /** Priority */
            priority: number;
            /** Text */
            text: string;
            /**
             * Unit
             * @enum {string}
             */
            unit: "minutes" | "hours" | "work_days";
        };
        /**
         * DeadlineOut
         * @description One deadline row.
         */
        DeadlineOut: {
            /** Amount */
            amount: number;
            /** Calendar */
            calendar: string;
            /** Clock Kind */
            clock_kind: string;
            /** Conditions */
            conditions: {
                [key: string]: unknown;
            };
            /** Document */
            document: string;
            /** Id */
            id: number;
            /** Issued By */
            issued_by: string;
            /** Priority */
            priority: number;
            /** Text */
            text: string;
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * DecisionIn
         * @description Yes or no; a no needs its reason.
         */
        DecisionIn: {
            /** Approved */
            approved: boolean;
            /** Request Id */
            request_id?: number | null;
            /**
             * Text
             * @default
             */
            text?: string;
            /** Work Days */
            work_days?: number | null;
        };
        /**
         * DefinitionOut
         * @description What a figure means and how it is counted, without counting.
         */
        DefinitionOut: {
            /** Code */
            code: string;
            /** Definition */
            definition: string;
            /** Definition En */
            definition_en: string;
            /** Family */
            family: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Query */
            query: string;
            /** Unit */
            unit: string;
            /** Variant */
            variant: string;
            /** Variant Label */
            variant_label: string;
        };
        /** DevicePage */
        DevicePage: {
            /** Items */
            items: components["schemas"]["DeviceRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** DeviceRow */
        DeviceRow: {
            /** Account Name */
            account_name: string;
            /** Agency Name */
            agency_name: string;
            /** App */
            app: string;
            /** Area Name */
            area_name: string;
            /**
             * Enrolled At
             * Format: date-time
             */
            enrolled_at: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Post Id */
            post_id: number;
            /** Revoked At */
            revoked_at: string | null;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
        };
        /**
         * DifferenceOut
         * @description A frozen figure that reads otherwise today, and because of which tickets.
         */
        DifferenceOut: {
            /** Added */
            added: number[];
            /** Change */
            change: number;
            /** Code */
            code: string;
            /** Frozen */
            frozen: string;
            /** Gone */
            gone: number[];
            /** Name */
            name: string;
            /** Now */
            now: string;
        };
        /**
         * DirectReplyIn
         * @description An answer given at once.
         */
        DirectReplyIn: {
            /**
             * Knowledge Ref
             * @default
             */
            knowledge_ref?: string;
            /** Public Reply */
            public_reply: string;
            /**
             * Three Way With
             * @default
             */
            three_way_with?: string;
        };
        /**
         * DispatchIn
         * @description Where a ticket goes. ``reply_days``: working days for the reply instead of the rule's.
         */
        DispatchIn: {
            /** Agency Id */
            agency_id: number;
            /**
             * Co Agency Ids
             * @default []
             */
            co_agency_ids?: number[];
            /**
             * Note
             * @default
             */
            note?: string;
            /** Reply Days */
            reply_days?: number | null;
        };
        /**
         * DispatchRuleIn
         * @description A rule; at least one of category, words (blank-separated) and area.
         */
        DispatchRuleIn: {
            /** Agency Id */
            agency_id: number;
            /** Area Id */
            area_id?: number | null;
            /** Category Id */
            category_id?: number | null;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Weight
             * @default 50
             */
            weight?: number;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /**
         * DispatchRuleOut
         * @description "Such tickets go to this agency".
         */
        DispatchRuleOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number;
            /** Area */
            area: string;
            /** Area Id */
            area_id: number | null;
            /** Category */
            category: string;
            /** Category Id */
            category_id: number | null;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Weight */
            weight: number;
            /** Words */
            words: string;
        };
        /**
         * DisposalIn
         * @description What the unit did.
         */
        DisposalIn: {
            /**
             * Application Type
             * @default
             */
            application_type?: string;
            /**
             * Beyond Duty
             * @default false
             */
            beyond_duty?: boolean;
            /**
             * Contact No
             * @default
             */
            contact_no?: string;
            /**
             * Contacted
             * @default false
             */
            contacted?: boolean;
            /** Contacted At */
            contacted_at?: string | null;
            /** Factual */
            factual?: boolean | null;
            /** Internal Note */
            internal_note: string;
            /** Public Reply */
            public_reply: string;
            /**
             * Solved
             * @default true
             */
            solved?: boolean;
            /**
             * Unsolved Reason
             * @default
             */
            unsolved_reason?: string;
        };
        /**
         * DisposalOut
         * @description What a unit did: internal note and public reply are two fields.
         */
        DisposalOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number | null;
            /** Application Type */
            application_type: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Beyond Duty */
            beyond_duty: boolean;
            /** By Label */
            by_label: string;
            /** Contacted */
            contacted: boolean;
            /** Contacted At */
            contacted_at: string | null;
            /** Factual */
            factual: boolean | null;
            /** Id */
            id: number;
            /** Internal Note */
            internal_note: string;
            /** Public Reply */
            public_reply: string;
            /** Round */
            round: number;
            /** Solved */
            solved: boolean;
            /** Unsolved Reason */
            unsolved_reason: string;
        };
        /**
         * DuplicateOut
         * @description A matter that may be the same, with the reasons.
         */
        DuplicateOut: {
            /** Follows */
            follows: number;
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Open */
            open: boolean;
            /** Reasons */
            reasons: string[];
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Same Number */
            same_number: boolean;
            /** Score */
            score: number;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
        };
        /**
         * EditIn
         * @description Remarks and the chosen examples of a draft; without ``example_ids`` the choice stays.
         */
        EditIn: {
            /** Example Ids */
            example_ids?: number[] | null;
            /**
             * Remarks
             * @default
             */
            remarks?: string;
            /** Version */
            version?: number | null;
        };
        /** ElevationIn */
        ElevationIn: {
            /**
             * Minutes
             * @default 15
             */
            minutes?: number;
            /** Proof */
            proof: string;
            /** Purpose */
            purpose: string;
        };
        /** ElevationOut */
        ElevationOut: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** ElevationRow */
        ElevationRow: {
            /** Account Name */
            account_name: string;
            /** Ended At */
            ended_at: string | null;
            /** Id */
            id: number;
            /** Purpose */
            purpose: string;
            /** Requests */
            requests: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** EnrolOut */
        EnrolOut: {
            /** Qr */
            qr: string;
            /** Uri */
            uri: string;
        };
        /** EnrolledOut */
        EnrolledOut: {
            /** Recovery Codes */
            recovery_codes: string[];
            /** Stage */
            stage: string;
        };
        /** EnrolmentCodeIn */
        EnrolmentCodeIn: {
            /** Post Id */
            post_id: number;
        };
        /**
         * EnrolmentCodeOut
         * @description ``code`` is shown this once; ``qr`` is a picture of ``url`` (data URI).
         */
        EnrolmentCodeOut: {
            /** Code */
            code: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Qr */
            qr: string;
            /** Url */
            url: string;
        };
        /**
         * EntryIn
         * @description What has been typed so far, to find the same matter.
         */
        EntryIn: {
            /** Area Id */
            area_id?: number | null;
            /** Category Id */
            category_id?: number | null;
            /**
             * Content
             * @default
             */
            content?: string;
            /**
             * Number
             * @default
             */
            number?: string;
        };
        /** EntryOut */
        EntryOut: {
            /** Action */
            action: string;
            /** Actor Key */
            actor_key: string;
            /** Actor Label */
            actor_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Purpose */
            purpose: string;
            /** Subject */
            subject: string;
        };
        /** EntryPage */
        EntryPage: {
            /** Items */
            items: components["schemas"]["EntryOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** EntryQuery */
        EntryQuery: {
            /**
             * Action
             * @default
             */
            action?: string;
            /**
             * Actor
             * @default
             */
            actor?: string;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /** Day From */
            day_from?: string | null;
            /** Day To */
            day_to?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Subject
             * @default
             */
            subject?: string;
        };
        /**
         * ExampleOut
         * @description An anonymous example; ``chosen`` ones are printed.
         */
        ExampleOut: {
            /** Answer */
            answer: string;
            /** Called */
            called: string;
            /** Chosen */
            chosen: boolean;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Matter */
            matter: string;
            /** Ticket Id */
            ticket_id: number;
        };
        /**
         * ExtensionIn
         * @description More time.
         */
        ExtensionIn: {
            /** Reason Code */
            reason_code: string;
            /** Text */
            text: string;
            /** Work Days */
            work_days: number;
        };
        /**
         * FigureOut
         * @description A figure: the number, what it is made of, its variant and definition, the printed words.
         */
        FigureOut: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Code */
            code: string;
            /** Definition */
            definition: string;
            /** Definition En */
            definition_en: string;
            /** Denominator */
            denominator: number | null;
            /** Family */
            family: string;
            /** Good Is */
            good_is: string;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Numerator */
            numerator: number;
            period: components["schemas"]["PeriodOut"] | null;
            /** Text */
            text: string;
            /** Text En */
            text_en: string;
            /** Town Id */
            town_id: number | null;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
            /** Variant */
            variant: string;
            /** Variant Label */
            variant_label: string;
            /** Variant Label En */
            variant_label_en: string;
        };
        /**
         * FiguresOut
         * @description Every figure of a period, and whether the cuts agree.
         */
        FiguresOut: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Checks */
            checks: components["schemas"]["CheckOut"][];
            /** Figures */
            figures: components["schemas"]["FigureOut"][];
            /**
             * First
             * Format: date
             */
            first: string;
            /** Holds */
            holds: boolean;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Town Id */
            town_id: number | null;
        };
        /**
         * FollowIn
         * @description A further call about a known matter.
         */
        FollowIn: {
            /**
             * Caller
             * @default
             */
            caller?: string;
            /**
             * Channel
             * @default phone
             */
            channel?: string;
            /**
             * Number
             * @default
             */
            number?: string;
            /**
             * Wants Callback
             * @default false
             */
            wants_callback?: boolean;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /**
         * FollowOut
         * @description A further call.
         */
        FollowOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Caller */
            caller: string;
            /** Channel */
            channel: string;
            /** Id */
            id: number;
            /** Number */
            number: string;
            /** Wants Callback */
            wants_callback: boolean;
            /** Words */
            words: string;
        };
        /**
         * FollowerOut
         * @description A further caller in the clear, for one look.
         */
        FollowerOut: {
            /** Name */
            name: string;
            /** Number */
            number: string;
        };
        /**
         * FormOut
         * @description A form in a list.
         */
        FormOut: {
            /** About */
            about: string;
            /** Code */
            code: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Title */
            title: string;
        };
        /**
         * FormPage
         * @description One page of forms.
         */
        FormPage: {
            /** Items */
            items: components["schemas"]["FormOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * GroupOut
         * @description One part of a split figure.
         */
        GroupOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Value */
            value: number;
        };
        /**
         * ImportOut
         * @description The report of a load: ``rows_in == stored + refused``; ``unchanged`` of the stored were there.
         */
        ImportOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Blank */
            blank: number;
            /** By Label */
            by_label: string;
            /** Filename */
            filename: string;
            /** Id */
            id: number;
            /**
             * Refusals
             * @default []
             */
            refusals?: components["schemas"]["RefusalOut"][];
            /** Refused */
            refused: number;
            /** Rows In */
            rows_in: number;
            /** Source */
            source: string;
            /** Stored */
            stored: number;
            /** Unchanged */
            unchanged: number;
        };
        /**
         * InboxOut
         * @description A page of the inbox, what is late first.
         */
        InboxOut: {
            /** Items */
            items: components["schemas"]["InboxRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * InboxRowOut
         * @description A ticket in a unit's hands.
         */
        InboxRowOut: {
            /** Agency Id */
            agency_id: number;
            /** Assignment Id */
            assignment_id: number | null;
            /** Duty */
            duty: string;
            /** Duty Label */
            duty_label: string;
            ticket: components["schemas"]["TicketRowOut"];
            /** Unit Due At */
            unit_due_at: string | null;
            /** Unit Remaining Minutes */
            unit_remaining_minutes: number | null;
        };
        /**
         * LimitIn
         * @description The new value and the document it comes from.
         */
        LimitIn: {
            /** Document */
            document: string;
            /** Value */
            value: number;
        };
        /**
         * LimitOut
         * @description A number in force.
         */
        LimitOut: {
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Value */
            value: number;
        };
        /**
         * MeOut
         * @description Who I am here and what I may do.
         */
        MeOut: {
            account: components["schemas"]["AccountMe"];
            district: components["schemas"]["NamedOut"] | null;
            /** Elevated Until */
            elevated_until: string | null;
            /** Live Url */
            live_url: string;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Permissions */
            permissions: string[];
            post: components["schemas"]["PostMe"];
            /** Posts */
            posts: components["schemas"]["PostOut"][];
        };
        /** MessageOut */
        MessageOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Read */
            read: boolean;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Urgent */
            urgent: boolean;
        };
        /** MessagePage */
        MessagePage: {
            /** Items */
            items: components["schemas"]["MessageOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ModeIn
         * @description The mode to switch to and why.
         */
        ModeIn: {
            /** Mode */
            mode: string;
            /** Reason */
            reason: string;
        };
        /**
         * ModeOut
         * @description 平时 or 战时.
         */
        ModeOut: {
            /** Label */
            label: string;
            /** Mode */
            mode: string;
        };
        /**
         * MoveOut
         * @description A move that may be tried now.
         */
        MoveOut: {
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /** NamedOut */
        NamedOut: {
            /** Id */
            id: number;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /** Name */
            name: string;
        };
        /**
         * NoticeOut
         * @description One line of the banner.
         */
        NoticeOut: {
            /** Code */
            code: string;
            /** Text */
            text: string;
            /** Tone */
            tone: string;
        };
        /**
         * NumberIn
         * @description A telephone number; in the body, never in an address.
         */
        NumberIn: {
            /** Number */
            number: string;
        };
        /**
         * OptionOut
         * @description A code with its Chinese label and tone; ``open`` matters for states only.
         */
        OptionOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Open */
            open: boolean;
            /** Tone */
            tone: string;
        };
        /** PasswordIn */
        PasswordIn: {
            /** New */
            new: string;
            /** Old */
            old: string;
        };
        /** PasswordMade */
        PasswordMade: {
            /** Password */
            password: string;
        };
        /**
         * PastTicketOut
         * @description An earlier matter of a number.
         */
        PastTicketOut: {
            /** Followed */
            followed: boolean;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** No */
            no: string;
            /** Open */
            open: boolean;
            /** Public Reply */
            public_reply: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
        };
        /**
         * PeriodOut
         * @description China dates, both included.
         */
        PeriodOut: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
        };
        /**
         * PeriodQuery
         * @description Which days (``from``, ``to``, China dates, both included) and which town.
         */
        PeriodQuery: {
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** Town */
            town?: number | null;
        };
        /** PhonePostOut */
        PhonePostOut: {
            /** Account Name */
            account_name: string;
            /** Agency Name */
            agency_name: string;
            /** Area Name */
            area_name: string;
            /** Id */
            id: number;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Title */
            title: string;
        };
        /**
         * PlaceOut
         * @description A named point, WGS-84.
         */
        PlaceOut: {
            /** Address */
            address: string;
            /** Area Id */
            area_id: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
        };
        /** PolicyIn */
        PolicyIn: {
            /** Session Minutes */
            session_minutes: number;
            /** Totp Required */
            totp_required: boolean;
        };
        /** PolicyOut */
        PolicyOut: {
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Session Minutes */
            session_minutes: number;
            /** Totp Required */
            totp_required: boolean;
            /** Valid From */
            valid_from: string | null;
        };
        /** PostChoice */
        PostChoice: {
            /** Post Id */
            post_id: number;
        };
        /** PostIn */
        PostIn: {
            /** Account Id */
            account_id: number;
            /** Agency Id */
            agency_id?: number | null;
            /** Area Id */
            area_id?: number | null;
            /**
             * Head
             * @default false
             */
            head?: boolean;
            /** Role */
            role: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /** PostMade */
        PostMade: {
            /** Id */
            id: number;
        };
        /** PostMe */
        PostMe: {
            agency: components["schemas"]["NamedOut"] | null;
            area: components["schemas"]["NamedOut"] | null;
            /** Head */
            head: boolean;
            /** Id */
            id: number;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Scope */
            scope: string;
            /** Title */
            title: string;
        };
        /** PostOut */
        PostOut: {
            /** Agency Id */
            agency_id: number | null;
            /** Agency Name */
            agency_name: string;
            /** Area Id */
            area_id: number | null;
            /** Area Name */
            area_name: string;
            /** Id */
            id: number;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Title */
            title: string;
        };
        /**
         * ProblemOut
         * @description One thing to mend in the file; ``text`` says it all in one line.
         */
        ProblemOut: {
            /** Column */
            column: string;
            /** Message */
            message: string;
            /** Row */
            row: number;
            /** Sheet */
            sheet: string;
            /** Text */
            text: string;
        };
        /**
         * ProfileIn
         * @description A mapping to keep.
         */
        ProfileIn: {
            /** Mapping */
            mapping: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /**
         * ProfileOut
         * @description A saved mapping.
         */
        ProfileOut: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Id */
            id: number;
            /** Mapping */
            mapping: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Source */
            source: string;
        };
        /**
         * ProposedUnitOut
         * @description A proposed agency with reasons.
         */
        ProposedUnitOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number;
            /** Reasons */
            reasons: string[];
            /** Score */
            score: number;
        };
        /**
         * PurposeIn
         * @description Why personal data is looked at.
         */
        PurposeIn: {
            /** Purpose */
            purpose: string;
        };
        /**
         * ReadIn
         * @description ``ids`` empty: everything the bell counts.
         */
        ReadIn: {
            /**
             * Ids
             * @default []
             */
            ids?: number[];
        };
        /** ReadOut */
        ReadOut: {
            /** Marked */
            marked: number;
            unread: components["schemas"]["UnreadOut"];
        };
        /**
         * ReasonIn
         * @description A reason code with its text.
         */
        ReasonIn: {
            /** Reason Code */
            reason_code: string;
            /** Text */
            text: string;
        };
        /**
         * RefusalOut
         * @description A refused row in short.
         */
        RefusalOut: {
            /** Reason */
            reason: string;
            /** Row No */
            row_no: number;
        };
        /**
         * RefuseIn
         * @description Not accepted: why, and on what basis.
         */
        RefuseIn: {
            /** Basis */
            basis: string;
            /** Reason Code */
            reason_code: string;
        };
        /**
         * RelatedOut
         * @description Another ticket of the same story.
         */
        RelatedOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Relation */
            relation: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
        };
        /**
         * RequestOut
         * @description A request and its decision.
         */
        RequestOut: {
            /** Agency Id */
            agency_id: number | null;
            /** Applicant Label */
            applicant_label: string;
            /** Approver Label */
            approver_label: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Decision Text */
            decision_text: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Reason Code */
            reason_code: string;
            /** Status */
            status: string;
            /** Text */
            text: string;
            /** Work Days */
            work_days: number | null;
        };
        /**
         * RevealedOut
         * @description A caller in the clear, for one look.
         */
        RevealedOut: {
            /** Caller No */
            caller_no: string;
            /** Contact No */
            contact_no: string;
            /** Followers */
            followers: components["schemas"]["FollowerOut"][];
            /** Id No */
            id_no: string;
            /** Name */
            name: string;
        };
        /**
         * ReviewIn
         * @description The judgement of a reply; ``public_reply`` replaces the wording for the citizen.
         */
        ReviewIn: {
            /** Passed */
            passed: boolean;
            /**
             * Public Reply
             * @default
             */
            public_reply?: string;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * ReviseIn
         * @description Why a brief goes back.
         */
        ReviseIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RowOut
         * @description One ticket behind a figure; no data of a person.
         */
        RowOut: {
            /** Agency */
            agency: string;
            /** Channel */
            channel: string;
            /** Channel Label */
            channel_label: string;
            /** Closed At */
            closed_at: string | null;
            /** Counted */
            counted: boolean;
            /** Direct */
            direct: boolean;
            /** Dispatched */
            dispatched: boolean;
            /** Excluded */
            excluded: boolean;
            /** Id */
            id: number;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Late */
            late: boolean;
            /** No */
            no: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Refused */
            refused: boolean;
            /** Replied At */
            replied_at: string | null;
            /** Reply Due */
            reply_due: string | null;
            /** Satisfaction */
            satisfaction: string;
            /** Satisfaction Label */
            satisfaction_label: string;
            /** Solved */
            solved: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Topic */
            topic: string;
            /** Town */
            town: string;
        };
        /**
         * RowsOut
         * @description One page of rows.
         */
        RowsOut: {
            /** Items */
            items: components["schemas"]["RowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * RowsQuery
         * @description Which rows of a figure.
         */
        RowsQuery: {
            /** Counted */
            counted?: boolean | null;
            /** Cursor */
            cursor?: string | null;
            /** From */
            from?: string | null;
            /** Key */
            key?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /** To */
            to?: string | null;
            /** Town */
            town?: number | null;
        };
        /**
         * ScoreLineOut
         * @description One part of a unit's score.
         */
        ScoreLineOut: {
            /** Code */
            code: string;
            /** Full */
            full: number;
            /** Label */
            label: string;
            /** Rate */
            rate: number | null;
            /** Score */
            score: number;
        };
        /**
         * SearchIn
         * @description A search whose ``q`` may be a telephone number: it never stands in an address.
         */
        SearchIn: {
            /** Agency */
            agency?: number | null;
            /** Category */
            category?: number | null;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Late
             * @default false
             */
            late?: boolean;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Mine
             * @default false
             */
            mine?: boolean;
            /** Open */
            open?: boolean | null;
            /**
             * Q
             * @default
             */
            q?: string;
            /** Since */
            since?: string | null;
            /**
             * Status
             * @default []
             */
            status?: string[];
            /**
             * Topic
             * @default
             */
            topic?: string;
            /** Town */
            town?: number | null;
            /** Until */
            until?: string | null;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /**
         * SegmentOut
         * @description A stretch of a clock's time ``[from, to)``, counted or not, and why.
         */
        SegmentOut: {
            /** Counted */
            counted: boolean;
            /**
             * From
             * Format: date-time
             */
            from: string;
            /** Minutes */
            minutes: number;
            /** Phase */
            phase: string;
            /** Reason */
            reason: string;
            /** Seconds */
            seconds: number;
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * SessionOut
         * @description ``stage``: anonymous, second_factor, enrol, password, post, ready.
         */
        SessionOut: {
            /** Csrf */
            csrf: string;
            /**
             * Posts
             * @default []
             */
            posts?: components["schemas"]["PostOut"][];
            /** Stage */
            stage: string;
        };
        /**
         * SheetIn
         * @description A filled-in form.
         */
        SheetIn: {
            /** Answers */
            answers: {
                [key: string]: unknown;
            };
            /**
             * Captured At
             * Format: date-time
             */
            captured_at: string;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Subject Id */
            subject_id?: number | null;
            /**
             * Subject Kind
             * @default
             */
            subject_kind?: string;
            /** Version Id */
            version_id: number;
        };
        /**
         * SheetOut
         * @description A stored sheet.
         */
        SheetOut: {
            /** Answers */
            answers: {
                [key: string]: unknown;
            };
            /** By Label */
            by_label: string;
            /**
             * Captured At
             * Format: date-time
             */
            captured_at: string;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Id */
            id: number;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Subject Id */
            subject_id: number | null;
            /** Subject Kind */
            subject_kind: string;
            /** Version Id */
            version_id: number;
        };
        /**
         * SheetPage
         * @description One page of sheets.
         */
        SheetPage: {
            /** Items */
            items: components["schemas"]["SheetOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * SupervisionOut
         * @description One urging or supervision.
         */
        SupervisionOut: {
            /** Agency Id */
            agency_id: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /**
         * TextIn
         * @description A text: a reason, an order, a supplement.
         */
        TextIn: {
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * TicketAttachmentOut
         * @description An attachment; ``url`` serves it through the ticket's own gate.
         */
        TicketAttachmentOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Mime */
            mime: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
            /** Status */
            status: string;
            /** Url */
            url: string;
        };
        /**
         * TicketBriefOut
         * @description A ticket after a move: what the desk needs to go on without reading the page again.
         */
        TicketBriefOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Tone */
            tone: string;
            /** Version */
            version: number;
        };
        /**
         * TicketIn
         * @description A new matter. With ``direct_reply`` it is answered and closed at once; with ``submit`` it goes to
         *     the dispatchers; with neither it stays at the desk.
         */
        TicketIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Area Id */
            area_id?: number | null;
            /**
             * Callback Wanted
             * @default true
             */
            callback_wanted?: boolean;
            /**
             * Caller
             * @default
             */
            caller?: string;
            /**
             * Caller No
             * @default
             */
            caller_no?: string;
            /**
             * Caller Type
             * @default person
             */
            caller_type?: string;
            /** Category Id */
            category_id?: number | null;
            /**
             * Channel
             * @default phone
             */
            channel?: string;
            /**
             * City No
             * @default
             */
            city_no?: string;
            /**
             * Community
             * @default
             */
            community?: string;
            /**
             * Confidential
             * @default false
             */
            confidential?: boolean;
            /**
             * Contact No
             * @default
             */
            contact_no?: string;
            /** Content */
            content: string;
            direct_reply?: components["schemas"]["DirectReplyIn"] | null;
            /**
             * Id No
             * @default
             */
            id_no?: string;
            /**
             * Internal Note
             * @default
             */
            internal_note?: string;
            /**
             * Kind
             * @default inquiry
             */
            kind?: string;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /**
             * Poi
             * @default
             */
            poi?: string;
            /**
             * Prov No
             * @default
             */
            prov_no?: string;
            /** Repeat Of Id */
            repeat_of_id?: number | null;
            /**
             * Source Level
             * @default
             */
            source_level?: string;
            /**
             * Submit
             * @default false
             */
            submit?: boolean;
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Topic
             * @default
             */
            topic?: string;
            /**
             * Urgency
             * @default normal
             */
            urgency?: string;
        };
        /**
         * TicketListOut
         * @description A page of a list; no totals.
         */
        TicketListOut: {
            /** Items */
            items: components["schemas"]["TicketRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * TicketPageOut
         * @description The whole ticket page; the ``ETag`` header carries ``version``.
         */
        TicketPageOut: {
            /** Address */
            address: string;
            /** Area Id */
            area_id: number | null;
            /** Attachments */
            attachments: components["schemas"]["TicketAttachmentOut"][];
            /** Callback Attempts */
            callback_attempts: number;
            /** Callback Wanted */
            callback_wanted: boolean;
            /** Callbacks */
            callbacks: components["schemas"]["CallbackOut"][];
            /** Called Back At */
            called_back_at: string | null;
            caller: components["schemas"]["CallerOut"];
            /** Category Id */
            category_id: number | null;
            /** Category Path */
            category_path: string;
            /** Channel */
            channel: string;
            /** City No */
            city_no: string;
            /** Clocks */
            clocks: components["schemas"]["ClockOut"][];
            /** Closed At */
            closed_at: string | null;
            /** Co Agency Ids */
            co_agency_ids: number[];
            /** Community */
            community: string;
            /** Confidential */
            confidential: boolean;
            /** Content */
            content: string;
            /** Detail Wanted */
            detail_wanted: string;
            /** Direct */
            direct: boolean;
            /** Dispatched At */
            dispatched_at: string | null;
            /** Disposals */
            disposals: components["schemas"]["DisposalOut"][];
            /** Due At */
            due_at: string | null;
            /** Excluded */
            excluded: boolean;
            /** Extensions */
            extensions: number;
            /** External No */
            external_no: string;
            /** Fit */
            fit: string;
            /** Follows */
            follows: components["schemas"]["FollowOut"][];
            /** Id */
            id: number;
            /** Internal Note */
            internal_note: string;
            /** Kind */
            kind: string;
            /** Knowledge Ref */
            knowledge_ref: string;
            /** Lat */
            lat: number | null;
            /** Late */
            late: boolean;
            /** Lead Agency */
            lead_agency: string;
            /** Lead Agency Id */
            lead_agency_id: number | null;
            /** Lon */
            lon: number | null;
            /** Moves */
            moves: components["schemas"]["MoveOut"][];
            /** No */
            no: string;
            /** Open */
            open: boolean;
            /** Operator Satisfaction */
            operator_satisfaction: string;
            /** Pending */
            pending: {
                [key: string]: number;
            };
            /** Place */
            place: string[];
            /** Poi */
            poi: string;
            /** Prov No */
            prov_no: string;
            /** Public Reply */
            public_reply: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Redo Count */
            redo_count: number;
            /** Refuse Basis */
            refuse_basis: string;
            /** Refuse Code */
            refuse_code: string;
            /** Related */
            related: components["schemas"]["RelatedOut"][];
            /** Remaining Minutes */
            remaining_minutes: number | null;
            /** Replied At */
            replied_at: string | null;
            /** Reply Due */
            reply_due: string | null;
            /** Requests */
            requests: components["schemas"]["RequestOut"][];
            /** Returns */
            returns: number;
            /** Reviewed At */
            reviewed_at: string | null;
            /** Satisfaction */
            satisfaction: string;
            /** Sign Due */
            sign_due: string | null;
            /** Sign Late */
            sign_late: boolean;
            /** Signed At */
            signed_at: string | null;
            /** Solved */
            solved: string;
            /** Source */
            source: string;
            /** Source Level */
            source_level: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Supervised */
            supervised: boolean;
            /** Supervisions */
            supervisions: components["schemas"]["SupervisionOut"][];
            /** Suspensions */
            suspensions: number;
            /** Three Way With */
            three_way_with: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Topic */
            topic: string;
            /** Town Id */
            town_id: number | null;
            /** Unit Satisfaction */
            unit_satisfaction: string;
            /** Units */
            units: components["schemas"]["UnitOut"][];
            /** Urgency */
            urgency: string;
            /** Urges */
            urges: number;
            /** Version */
            version: number;
        };
        /**
         * TicketRowOut
         * @description One line of a list; ``remaining_minutes`` runs negative when late.
         */
        TicketRowOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number | null;
            /** Caller Masked */
            caller_masked: string;
            /** Channel */
            channel: string;
            /** Confidential */
            confidential: boolean;
            /** Due At */
            due_at: string | null;
            /** Excluded */
            excluded: boolean;
            /** Follows */
            follows: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Late */
            late: boolean;
            /** No */
            no: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Redo Count */
            redo_count: number;
            /** Remaining Minutes */
            remaining_minutes: number | null;
            /** Returns */
            returns: number;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Supervised */
            supervised: boolean;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Topic */
            topic: string;
            /** Town */
            town: string;
            /** Town Id */
            town_id: number | null;
            /** Urgency */
            urgency: string;
            /** Urges */
            urges: number;
            /** Version */
            version: number;
        };
        /**
         * TimelineOut
         * @description One step.
         */
        TimelineOut: {
            /** Action */
            action: string;
            /** Action Label */
            action_label: string;
            /** Agency Id */
            agency_id: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Note */
            note: string;
            /** Public */
            public: boolean;
        };
        /**
         * TopicOut
         * @description A hot topic or one of its classes.
         */
        TopicOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Parent Code */
            parent_code: string;
        };
        /**
         * UnitOut
         * @description An agency's part.
         */
        UnitOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number;
            /**
             * Assigned At
             * Format: date-time
             */
            assigned_at: string;
            /** Assignment Id */
            assignment_id: number;
            /** Duty */
            duty: string;
            /** Duty Label */
            duty_label: string;
            /** Ended At */
            ended_at: string | null;
            /** Mine */
            mine: boolean;
            /** Signed At */
            signed_at: string | null;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Submitted At */
            submitted_at: string | null;
            /** Tone */
            tone: string;
        };
        /**
         * UnitScoreOut
         * @description One unit's month.
         */
        UnitScoreOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number;
            /** Dispatched */
            dispatched: number;
            /** Full */
            full: number;
            /** Lines */
            lines: components["schemas"]["ScoreLineOut"][];
            /** Total */
            total: number;
        };
        /**
         * UnreadOut
         * @description ``count`` stops at 100.
         */
        UnreadOut: {
            /** Count */
            count: number;
            /** Urgent */
            urgent: number;
        };
        /**
         * UploadOut
         * @description The draft, or what to mend.
         */
        UploadOut: {
            /** Problems */
            problems: components["schemas"]["ProblemOut"][];
            /** Unchanged */
            unchanged: boolean;
            version: components["schemas"]["VersionOut"] | null;
        };
        /** VerificationOut */
        VerificationOut: {
            /** Broken */
            broken: number[];
            /** Entries */
            entries: number;
            /** Seals */
            seals: number;
            /** Unsealed */
            unsealed: number;
            /** Whole */
            whole: boolean;
        };
        /**
         * VersionOut
         * @description A version with what a renderer needs.
         */
        VersionOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Digest */
            digest: string;
            /** File Name */
            file_name: string;
            /** Form Id */
            form_id: number;
            /** Id */
            id: number;
            /** Number */
            number: number;
            /** Published At */
            published_at: string | null;
            /** Status */
            status: string;
        };
        /**
         * VersionRow
         * @description A version without its definition.
         */
        VersionRow: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** File Name */
            file_name: string;
            /** Form Id */
            form_id: number;
            /** Id */
            id: number;
            /** Number */
            number: number;
            /** Published At */
            published_at: string | null;
            /** Status */
            status: string;
        };
        /**
         * YearIn
         * @description A year's notice: holidays with their names, worked weekends, the document.
         */
        YearIn: {
            /** Holidays */
            holidays: {
                [key: string]: string;
            };
            /**
             * Makeups
             * @default []
             */
            makeups?: string[];
            /** Source */
            source: string;
        };
        /**
         * YearOut
         * @description How many days were written.
         */
        YearOut: {
            /** Days */
            days: number;
            /** Year */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    audit_list_entries: {
        parameters: {
            query?: {
                subject?: string;
                actor?: string;
                action?: string;
                day_from?: string | null;
                day_to?: string | null;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
        };
    };
    audit_verify_log: {
        parameters: {
            query?: {
                day?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationOut"];
                };
            };
        };
    };
    files_upload_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Kind
                     * @default attachment
                     * @enum {string}
                     */
                    kind?: "attachment" | "photo" | "audio" | "reply" | "evidence";
                    /**
                     * Subject
                     * @default
                     */
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentOut"];
                };
            };
        };
    };
    files_download_attachment: {
        parameters: {
            query?: {
                inline?: boolean;
            };
            header?: never;
            path: {
                attachment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forms_list_forms: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormPage"];
                };
            };
        };
    };
    forms_upload_survey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * About
                     * @default none
                     */
                    about?: string;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    forms_retire_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forms_list_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionRow"][];
                };
            };
        };
    };
    forms_submit_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetOut"];
                };
            };
        };
    };
    forms_read_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forms_read_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionOut"];
                };
            };
        };
    };
    forms_publish_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionRow"];
                };
            };
        };
    };
    forms_list_sheets: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetPage"];
                };
            };
        };
    };
    hotline_read_board: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
        };
    };
    hotline_list_callbacks: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackQueueOut"];
                };
            };
        };
    };
    hotline_look_up_caller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastTicketOut"][];
                };
            };
        };
    };
    hotline_list_categories: {
        parameters: {
            query?: {
                parent_id?: number | null;
                whole?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryOut"][];
                };
            };
        };
    };
    hotline_import_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Source
                     * @default
                     */
                    source?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
        };
    };
    hotline_list_dispatch_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleOut"][];
                };
            };
        };
    };
    hotline_add_dispatch_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRuleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleOut"];
                };
            };
        };
    };
    hotline_retire_dispatch_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    hotline_suggest_units: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedUnitOut"][];
                };
            };
        };
    };
    hotline_list_import_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOut"][];
                };
            };
        };
    };
    hotline_save_import_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOut"];
                };
            };
        };
    };
    hotline_list_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"][];
                };
            };
        };
    };
    hotline_import_ledger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /** Mapping */
                    mapping: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    hotline_read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    hotline_download_refused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    hotline_list_inbox: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxOut"];
                };
            };
        };
    };
    hotline_list_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["OptionOut"][];
                    };
                };
            };
        };
    };
    hotline_list_tickets: {
        parameters: {
            query?: {
                status?: string;
                channel?: string;
                kind?: string;
                topic?: string;
                urgency?: string;
                town?: number | null;
                agency?: number | null;
                category?: number | null;
                open?: boolean | null;
                mine?: boolean;
                late?: boolean;
                since?: string | null;
                until?: string | null;
                q?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketListOut"];
                };
            };
        };
    };
    hotline_take_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_find_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateOut"][];
                };
            };
        };
    };
    hotline_search_tickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketListOut"];
                };
            };
        };
    };
    hotline_read_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPageOut"];
                };
            };
        };
    };
    hotline_add_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddUnitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_amend_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_answer_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectReplyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_archive_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_ask_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_record_callback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_explain_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
                clock_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockStoryOut"];
                };
            };
        };
    };
    hotline_close_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_close_with_reason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_decide_exclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_decide_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_decide_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_dispatch_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_follow_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_give_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_order_redo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_refuse_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_reopen_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_submit_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisposalIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_request_exclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_request_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_request_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_resume_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_reveal_caller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurposeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedOut"];
                };
            };
        };
    };
    hotline_review_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_sign_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_submit_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_supervise_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_suspend_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_take_in_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_read_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineOut"][];
                };
            };
        };
    };
    hotline_urge_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketBriefOut"];
                };
            };
        };
    };
    hotline_list_topics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicOut"][];
                };
            };
        };
    };
    notify_list_messages: {
        parameters: {
            query?: {
                unread?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
        };
    };
    notify_mark_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadOut"];
                };
            };
        };
    };
    notify_count_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOut"];
                };
            };
        };
    };
    org_list_accounts: {
        parameters: {
            query?: {
                q?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
        };
    };
    org_create_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountMade"];
                };
            };
        };
    };
    org_disable_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_enable_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordMade"];
                };
            };
        };
    };
    org_end_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_reset_totp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_create_agency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyMade"];
                };
            };
        };
    };
    org_list_agencies: {
        parameters: {
            query?: {
                kind?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyOut"][];
                };
            };
        };
    };
    org_list_agency_posts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"][];
                };
            };
        };
    };
    org_list_devices: {
        parameters: {
            query?: {
                status?: "" | "active" | "revoked";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicePage"];
                };
            };
        };
    };
    org_make_enrolment_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentCodeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentCodeOut"];
                };
            };
        };
    };
    org_list_phone_posts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhonePostOut"][];
                };
            };
        };
    };
    org_revoke_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_list_elevations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElevationRow"][];
                };
            };
        };
    };
    org_get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    org_give_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMade"];
                };
            };
        };
    };
    org_end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_list_role_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"][];
                };
            };
        };
    };
    org_set_role_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    org_log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    org_log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_elevate_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElevationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElevationOut"];
                };
            };
        };
    };
    org_lower_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    org_confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledOut"];
                };
            };
        };
    };
    org_enrol_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolOut"];
                };
            };
        };
    };
    org_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    org_choose_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostChoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    org_verify_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    policy_read_calendar: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
        };
    };
    policy_announce_year: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOut"];
                };
            };
        };
    };
    policy_set_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayOut"];
                };
            };
        };
    };
    policy_list_deadlines: {
        parameters: {
            query?: {
                business?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineOut"][];
                };
            };
        };
    };
    policy_set_deadline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineOut"];
                };
            };
        };
    };
    policy_list_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitOut"][];
                };
            };
        };
    };
    policy_set_limit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitOut"][];
                };
            };
        };
    };
    policy_read_mode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeOut"];
                };
            };
        };
    };
    policy_switch_mode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeOut"];
                };
            };
        };
    };
    policy_list_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeOut"][];
                };
            };
        };
    };
    reports_read_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefOut"];
                };
            };
        };
    };
    reports_check_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefOut"];
                };
            };
        };
    };
    reports_compile_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefOut"];
                };
            };
        };
    };
    reports_edit_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefOut"];
                };
            };
        };
    };
    reports_recount_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceOut"][];
                };
            };
        };
    };
    reports_revise_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefOut"];
                };
            };
        };
    };
    reports_sign_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefOut"];
                };
            };
        };
    };
    reports_list_briefs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefLineOut"][];
                };
            };
        };
    };
    reports_list_definitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionOut"][];
                };
            };
        };
    };
    reports_list_figures: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
                town?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
        };
    };
    reports_read_figure: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
                town?: number | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureOut"];
                };
            };
        };
    };
    reports_list_rows: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
                town?: number | null;
                key?: string | null;
                counted?: boolean | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsOut"];
                };
            };
        };
    };
    reports_list_scores: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitScoreOut"][];
                };
            };
        };
    };
    territory_list_areas: {
        parameters: {
            query?: {
                kind?: ("district" | "town" | "village" | "grid") | null;
                parent_id?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
        };
    };
    territory_search_areas: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
        };
    };
    territory_read_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"];
                };
            };
        };
    };
    territory_list_successors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
        };
    };
    territory_locate_point: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                datum?: "wgs84" | "gcj02";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"];
                };
            };
        };
    };
    territory_read_map: {
        parameters: {
            query?: {
                parent_id?: number | null;
            };
            header?: never;
            path: {
                kind: "district" | "town" | "village" | "grid";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    territory_list_places: {
        parameters: {
            query: {
                area_id: number;
                kind?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOut"][];
                };
            };
        };
    };
}
