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
    "/api/console/cameras/imports": {
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
        get: operations["cameras_list_imports"];
        put?: never;
        /**
         * Import Points
         * @description Load a CSV or XLSX of points; at most 50 MB.
         */
        post: operations["cameras_import_points"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Import
         * @description One load with its first five hundred remarks.
         */
        get: operations["cameras_read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/imports/{import_id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Refused
         * @description Refused rows with reasons, to be corrected and loaded again.
         */
        get: operations["cameras_download_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/passes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue Pass
         * @description A pass for the video gateway; every point by scope, the purpose goes into the view log.
         */
        post: operations["cameras_issue_pass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Points
         * @description Points in scope, by name.
         */
        get: operations["cameras_list_points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/points/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Map
         * @description Every located point as parallel columns; takes the filters of the list; 304 when nothing changed.
         */
        get: operations["cameras_read_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/points/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Tree
         * @description Counts by town and class; takes the filters of the list.
         */
        get: operations["cameras_read_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/points/{point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Point
         * @description One point.
         */
        get: operations["cameras_read_point"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Point
         * @description Correct a point; 412 when somebody was faster.
         */
        patch: operations["cameras_change_point"];
        trace?: never;
    };
    "/api/console/cameras/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rights
         * @description Rights of other agencies.
         */
        get: operations["cameras_list_rights"];
        put?: never;
        /**
         * Give Right
         * @description Let an agency see cameras until a day.
         */
        post: operations["cameras_give_right"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/rights/{right_id}": {
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
         * End Right
         * @description Take a right back.
         */
        delete: operations["cameras_end_right"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Screenings
         * @description The newest batches.
         */
        get: operations["cameras_list_screenings"];
        put?: never;
        /**
         * Run Screening
         * @description Run a rule over the whole catalogue; nothing is in force until it is adopted.
         */
        post: operations["cameras_run_screening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Screening
         * @description A batch with its counts.
         */
        get: operations["cameras_read_screening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings/{batch_id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adopt Screening
         * @description Put a batch in force.
         */
        post: operations["cameras_adopt_screening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings/{batch_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Decisions
         * @description Every point's decision with its reason.
         */
        get: operations["cameras_list_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings/{batch_id}/decisions/{point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Override Decision
         * @description Decide otherwise than the rule, with a reason.
         */
        put: operations["cameras_override_decision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings/{batch_id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Differences
         * @description What is decided otherwise than in the batch before.
         */
        get: operations["cameras_list_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/screenings/{batch_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard Screening
         * @description Set a batch aside.
         */
        post: operations["cameras_discard_screening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Views
         * @description Who looked at what, the newest first.
         */
        get: operations["cameras_list_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/cameras/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Words
         * @description Classes, sources and states with their Chinese words.
         */
        get: operations["cameras_read_words"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Campaigns
         * @description Campaigns, newest first.
         */
        get: operations["campaigns_list_campaigns"];
        put?: never;
        /**
         * Create Campaign
         * @description A draft; its list is filled next.
         */
        post: operations["campaigns_create_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Campaign
         * @description One campaign.
         */
        get: operations["campaigns_read_campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/close": {
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
         * @description No new answers from now on.
         */
        post: operations["campaigns_close_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Coverage
         * @description Coverage by ``town``, ``village`` or ``post``, of what the reader may see.
         */
        get: operations["campaigns_read_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Difference
         * @description What changed between two snapshots.
         */
        get: operations["campaigns_read_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend
         * @description Another deadline, with the reason.
         */
        post: operations["campaigns_extend_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze
         * @description Another snapshot after late corrections.
         */
        post: operations["campaigns_freeze_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand
         * @description Hand the newest snapshot to headquarters.
         */
        post: operations["campaigns_hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add To List
         * @description Put what a query finds onto the list; ``count`` are the new ones.
         */
        post: operations["campaigns_add_to_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock
         * @description Lock what was answered and freeze the figures.
         */
        post: operations["campaigns_lock_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Moves
         * @description The story of a campaign, newest first.
         */
        get: operations["campaigns_list_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description Give up re-checks nobody did, with the reason.
         */
        post: operations["campaigns_release_rechecks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind
         * @description Remind who still has units.
         */
        post: operations["campaigns_remind_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reminders
         * @description Rounds of reminders, newest first.
         */
        get: operations["campaigns_list_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/reopen": {
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
         * @description Take answers again.
         */
        post: operations["campaigns_reopen_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/rollup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Rollup
         * @description The figures as they stand.
         */
        get: operations["campaigns_read_rollup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Samples
         * @description Drawn samples, newest first.
         */
        get: operations["campaigns_list_samples"];
        put?: never;
        /**
         * Draw Sample
         * @description Draw units of every town for a second look.
         */
        post: operations["campaigns_draw_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Snapshots
         * @description Snapshots, newest first.
         */
        get: operations["campaigns_list_snapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/snapshots/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Snapshot
         * @description One frozen snapshot.
         */
        get: operations["campaigns_read_snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description Send it out to the phones.
         */
        post: operations["campaigns_start_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Targets
         * @description Units of a list; ``status=open`` is who is missing.
         */
        get: operations["campaigns_list_targets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Uploads
         * @description Uploaded lists, newest first.
         */
        get: operations["campaigns_list_uploads"];
        put?: never;
        /**
         * Upload List
         * @description Load a list from Excel or CSV; every row is accounted for.
         */
        post: operations["campaigns_upload_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/campaigns/{campaign_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Call it off.
         */
        post: operations["campaigns_withdraw_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/figures/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest Figures
         * @description What can be summed of a form without being told.
         */
        get: operations["campaigns_suggest_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inspections
         * @description Inspections in reach, newest first.
         */
        get: operations["campaigns_list_inspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/inspections/{inspection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Inspection
         * @description One inspection with its ten answers.
         */
        get: operations["campaigns_read_inspection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Kpis
         * @description Coverage, pass rates, problems solved, visits and suggestions of what the reader may see.
         */
        get: operations["campaigns_read_kpis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/liaison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Liaison
         * @description What each official did, the busiest first.
         */
        get: operations["campaigns_read_liaison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/list/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview List
         * @description How many units a query finds.
         */
        post: operations["campaigns_preview_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Problems
         * @description Problems in reach, newest first; ``status=open`` are those not struck off.
         */
        get: operations["campaigns_list_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems/{problem_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Problem
         * @description One problem with its clocks and story.
         */
        get: operations["campaigns_read_problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems/{problem_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Problem
         * @description Give it to the unit that sees to it.
         */
        post: operations["campaigns_assign_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems/{problem_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Problem
         * @description It is none.
         */
        post: operations["campaigns_dismiss_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems/{problem_id}/recheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recheck Problem
         * @description Struck off, or back to work.
         */
        post: operations["campaigns_recheck_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems/{problem_id}/rectify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rectify Problem
         * @description It was put right.
         */
        post: operations["campaigns_rectify_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/problems/{problem_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Problem
         * @description Take it up.
         */
        post: operations["campaigns_start_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/targets/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Targets
         * @description Give units to a post.
         */
        post: operations["campaigns_assign_targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/targets/{target_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Target
         * @description One unit with every version of its answer.
         */
        get: operations["campaigns_read_target"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/targets/{target_id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop Target
         * @description Take it out of the denominator, with the reason.
         */
        post: operations["campaigns_drop_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/targets/{target_id}/recheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recheck Target
         * @description The verdict of a re-check.
         */
        post: operations["campaigns_recheck_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/targets/{target_id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Response
         * @description An answer typed in at a desk.
         */
        post: operations["campaigns_submit_response"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/targets/{target_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Target
         * @description Put it back.
         */
        post: operations["campaigns_restore_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/uploads/{upload_id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Refused
         * @description The refused rows with the reason, to be mended and loaded again.
         */
        get: operations["campaigns_download_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Visits
         * @description Liaison visits in reach, newest first.
         */
        get: operations["campaigns_list_visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/campaigns/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Visit
         * @description One visit.
         */
        get: operations["campaigns_read_visit"];
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
    "/api/console/forms/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store File
         * @description A photo, recording or signature for a sheet that is being filled in at a desk.
         */
        post: operations["forms_store_file"];
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
    "/api/console/forms/forms/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Survey
         * @description The same file back with every problem as a comment at its cell; nothing is stored.
         */
        post: operations["forms_mark_survey"];
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
         * @description Every version of a form, newest first.
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
    "/api/console/forms/held/{kind}/{subject_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Held
         * @description What the registers hold of a subject in sight; numbers masked.
         */
        get: operations["forms_read_held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Subjects
         * @description Records a look-up question, or the choice of a subject, offers.
         */
        post: operations["forms_search_subjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/register-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Register Fields
         * @description What the registers hold and a survey must not ask for.
         */
        get: operations["forms_list_register_fields"];
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
    "/api/console/forms/sheets/{sheet_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sheet
         * @description One sheet in scope.
         */
        get: operations["forms_read_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/forms/sheets/{sheet_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Answer
         * @description Show one personal answer, with a purpose, recorded.
         */
        post: operations["forms_reveal_answer"];
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
         * @description Give a draft, or an earlier version once more, to the phones.
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
         * @description What people filled in, newest first; personal answers masked.
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
    "/api/console/forms/versions/{version_id}/sheets.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Sheets
         * @description The same as an Excel file: at most 20,000 rows, masked, recorded.
         */
        get: operations["forms_export_sheets"];
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
    "/api/console/patrol/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Board
         * @description Open events by state.
         */
        get: operations["patrol_read_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Classes
         * @description The event tree.
         */
        get: operations["patrol_list_classes"];
        put?: never;
        /**
         * Set Class
         * @description Add, rename, take out of use.
         */
        post: operations["patrol_set_class"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage
         * @description The coverage of an area in reach on a day.
         */
        get: operations["patrol_read_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description Events in scope, newest first; ``status`` takes several codes with commas.
         */
        get: operations["patrol_list_events"];
        put?: never;
        /**
         * Report
         * @description Write an event down at a desk.
         */
        post: operations["patrol_report_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description The page of an event.
         */
        get: operations["patrol_read_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/clocks/{clock_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clock Story
         * @description Every minute of a clock explained.
         */
        get: operations["patrol_explain_clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/close": {
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
         * @description 结案.
         */
        post: operations["patrol_close_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/decide-return": {
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
         * @description 审批退回.
         */
        post: operations["patrol_decide_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/dispatch": {
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
         * @description 派遣.
         */
        post: operations["patrol_dispatch_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/establish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Establish
         * @description 立案, or take a self-handled one over.
         */
        post: operations["patrol_establish_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/feed-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Feed Back
         * @description 处理反馈.
         */
        post: operations["patrol_feed_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/handle-self": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle Self
         * @description 自行处置.
         */
        post: operations["patrol_handle_self"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join
         * @description 并入; answers with the event that goes on.
         */
        post: operations["patrol_join_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate
         * @description 评价.
         */
        post: operations["patrol_rate_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/request-return": {
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
         * @description 申请退回.
         */
        post: operations["patrol_request_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/sign": {
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
         * @description 签收.
         */
        post: operations["patrol_sign_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description The story of an event.
         */
        get: operations["patrol_read_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/urge": {
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
         * @description 催办.
         */
        post: operations["patrol_urge_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify
         * @description 核查: passed, or redo.
         */
        post: operations["patrol_verify_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/events/{event_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void
         * @description 作废.
         */
        post: operations["patrol_void_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/notice-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notice Kinds
         * @description Notice texts, in force or all versions.
         */
        get: operations["patrol_list_notice_kinds"];
        put?: never;
        /**
         * Set Notice Kind
         * @description A new version of a text from now on.
         */
        post: operations["patrol_set_notice_kind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description Served notices in scope, newest first.
         */
        get: operations["patrol_list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/notices/{notice_id}/reveal": {
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
         * @description The name in the clear, with a purpose, logged.
         */
        post: operations["patrol_reveal_served_to"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Points
         * @description Check-in points of an area.
         */
        get: operations["patrol_list_points"];
        put?: never;
        /**
         * Add Point
         * @description A new point.
         */
        post: operations["patrol_add_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/points/{point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Point
         * @description Correct a point.
         */
        put: operations["patrol_change_point"];
        post?: never;
        /**
         * End Point
         * @description Take a point out of use.
         */
        delete: operations["patrol_end_point"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rounds
         * @description Rounds in scope, newest first.
         */
        get: operations["patrol_list_rounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/rounds/{round_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Round
         * @description A round with its track.
         */
        get: operations["patrol_read_round"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Visits
         * @description Visits in scope, newest first; with a target its history.
         */
        get: operations["patrol_list_visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/patrol/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Words
         * @description Codes and labels.
         */
        get: operations["patrol_read_words"];
        put?: never;
        post?: never;
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
    "/api/console/premises/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description The newest loads of ledgers.
         */
        get: operations["premises_list_imports"];
        put?: never;
        /**
         * Import Ledger
         * @description Load an enterprise ledger (CSV or XLSX, at most 50 MB) by a mapping (JSON, target → column).
         */
        post: operations["premises_import_ledger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview File
         * @description The columns of a ledger, the proposed mapping and its first rows; stores nothing.
         */
        post: operations["premises_preview_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/imports/{batch_id}": {
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
        get: operations["premises_read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/imports/{batch_id}/refused.csv": {
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
        get: operations["premises_download_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/liaisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Liaisons
         * @description The liaisons of the house with the number of their premises.
         */
        get: operations["premises_list_liaisons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pairs
         * @description Open pairs, newest first; of one post when asked for.
         */
        get: operations["premises_list_pairs"];
        put?: never;
        /**
         * Pair Liaison
         * @description Give a premises into the care of a post.
         */
        post: operations["premises_pair_liaison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/pairs/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Paste Pairs
         * @description Pair line by line; refused lines are named.
         */
        post: operations["premises_paste_pairs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/pairs/{pair_id}": {
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
         * End Pair
         * @description The pair ends today.
         */
        delete: operations["premises_end_pair"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Premises
         * @description Premises in scope by name; with ``q`` (part of a name, pinyin, initials, code) the best hits.
         */
        get: operations["premises_list_premises"];
        put?: never;
        /**
         * Register Premises
         * @description Put a premises on the register.
         */
        post: operations["premises_register_premises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Premises
         * @description One premises.
         */
        get: operations["premises_read_premises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct Premises
         * @description Correct a premises; 412 with the server's record when somebody was faster.
         */
        patch: operations["premises_correct_premises"];
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Premises
         * @description It works no more.
         */
        post: operations["premises_close_premises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contacts
         * @description Who answers there.
         */
        get: operations["premises_list_contacts"];
        /**
         * Set Contact
         * @description Who answers in a role from today on.
         */
        put: operations["premises_set_contact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/contacts/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Contact
         * @description A contact's number, with a purpose; logged.
         */
        post: operations["premises_reveal_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pairs Of Premises
         * @description The pairs of a premises, the present one first.
         */
        get: operations["premises_list_pairs_of_premises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Premises
         * @description A found one is none, or is there already.
         */
        post: operations["premises_reject_premises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Premises
         * @description It works again.
         */
        post: operations["premises_reopen_premises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Staff
         * @description The roster, masked.
         */
        get: operations["premises_list_staff"];
        put?: never;
        /**
         * Put Staff
         * @description Add people to the roster or correct them.
         */
        post: operations["premises_put_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/staff/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Staff
         * @description Load the roster of one premises.
         */
        post: operations["premises_import_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/staff/{staff_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Staff
         * @description Somebody works there no more.
         */
        post: operations["premises_end_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/staff/{staff_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Staff
         * @description One person of the roster in the clear, with a purpose; logged.
         */
        post: operations["premises_reveal_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Steps
         * @description The steps of a premises, newest first.
         */
        get: operations["premises_list_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/premises/{premises_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Premises
         * @description A found one is real.
         */
        post: operations["premises_verify_premises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/premises/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Words
         * @description Kinds, industries, states and contact roles; the asker's verbs; how many wait for verification.
         */
        get: operations["premises_read_words"];
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
    "/api/console/residents/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Choices
         * @description Codes and their labels.
         */
        get: operations["residents_list_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Erasures
         * @description What was erased when its time was over.
         */
        get: operations["residents_list_erasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Households
         * @description Households of an area.
         */
        get: operations["residents_list_households"];
        put?: never;
        /**
         * Register Household
         * @description A new household.
         */
        post: operations["residents_register_household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/households/{household_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Household
         * @description A household and who lives in it.
         */
        get: operations["residents_read_household"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/households/{household_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Household
         * @description Everybody of a household to another place.
         */
        post: operations["residents_move_household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/imports": {
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
        get: operations["residents_list_imports"];
        put?: never;
        /**
         * Import People
         * @description Load a CSV or XLSX by a mapping (JSON); at most 50 MB.
         */
        post: operations["residents_import_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/imports/{batch_id}": {
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
        get: operations["residents_read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/imports/{batch_id}/refused.csv": {
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
        get: operations["residents_download_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/merges/{merge_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Merge
         * @description They were two people.
         */
        post: operations["residents_undo_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Person
         * @description Somebody new; 409 with the likely doubles unless ``certain``.
         */
        post: operations["residents_register_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/by-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Number
         * @description Who has this identity or telephone number.
         */
        post: operations["residents_find_number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/duplicates": {
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
         * @description Who may be the one that is being entered.
         */
        post: operations["residents_find_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search People
         * @description People by the start of name, pinyin or initials; an empty text lists an area.
         */
        post: operations["residents_search_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Person
         * @description One person's page, masked; the look is written down.
         */
        get: operations["residents_read_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calls
         * @description The newest calls to a person.
         */
        get: operations["residents_list_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct Person
         * @description 纠错; 412 with the server's version when somebody was faster.
         */
        post: operations["residents_correct_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Looks
         * @description 谁看过.
         */
        get: operations["residents_list_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge People
         * @description Another row is this person.
         */
        post: operations["residents_merge_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Person
         * @description One person to another place.
         */
        post: operations["residents_move_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Provenance
         * @description Who said what when.
         */
        get: operations["residents_list_provenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/people/{person_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Field
         * @description One field in the clear, for a purpose.
         */
        post: operations["residents_reveal_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Registrations
         * @description Arrivals in scope, newest first.
         */
        get: operations["residents_list_registrations"];
        put?: never;
        /**
         * Register Arrival
         * @description Register somebody who came from elsewhere.
         */
        post: operations["residents_register_arrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/residents/registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Registration
         * @description One arrival.
         */
        get: operations["residents_read_registration"];
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
         * AnsweredOut
         * @description What became of it.
         */
        AnsweredOut: {
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /** Status */
            status: string;
            /** Target Id */
            target_id: number;
        };
        /**
         * AreaNameOut
         * @description An area by name.
         */
        AreaNameOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
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
         * ArrivalIn
         * @description A new registration from a desk.
         */
        ArrivalIn: {
            /** Address */
            address: string;
            /** Area Id */
            area_id?: number | null;
            /**
             * Arrived On
             * Format: date
             */
            arrived_on: string;
            /**
             * Declared By
             * @default self
             */
            declared_by?: string;
            /**
             * Declarer
             * @default
             */
            declarer?: string;
            /**
             * From Code
             * @default
             */
            from_code?: string;
            /** From Place */
            from_place: string;
            /**
             * Hukou Code
             * @default
             */
            hukou_code?: string;
            /**
             * Id No
             * @default
             */
            id_no?: string;
            /**
             * Id Type
             * @default id_card
             */
            id_type?: string;
            /** Kind */
            kind: string;
            /** Last Left On */
            last_left_on?: string | null;
            /** Name */
            name: string;
            /**
             * Nationality
             * @default CHN
             */
            nationality?: string;
            /**
             * No Smartphone
             * @default false
             */
            no_smartphone?: boolean;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Phones */
            phones?: components["schemas"]["ResidentPhoneIn"][];
            /**
             * Preferred Contact
             * @default phone
             */
            preferred_contact?: string;
            /**
             * Risk Travel
             * @default false
             */
            risk_travel?: boolean;
            /**
             * Sex
             * @default
             */
            sex?: string;
            /** Symptoms */
            symptoms?: string[];
            /** Temperature */
            temperature?: number | null;
            /**
             * Transport
             * @default other
             */
            transport?: string;
            /**
             * Transport No
             * @default
             */
            transport_no?: string;
        };
        /**
         * AssignTargetsIn
         * @description Units and the post that gets them.
         */
        AssignTargetsIn: {
            /** Post Id */
            post_id: number;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Target Ids */
            target_ids: number[];
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
         * BoardColumnOut
         * @description Open events of one state.
         */
        BoardColumnOut: {
            /** Count */
            count: number;
            /** Label */
            label: string;
            /** Late */
            late: number;
            /** Status */
            status: string;
            /** Step */
            step: number;
            /** Step Label */
            step_label: string;
            /** Tone */
            tone: string;
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
         * BranchOut
         * @description Points of a class in a town: all, online.
         */
        BranchOut: {
            /** Class Label */
            class_label: string;
            /** Klass */
            klass: string;
            /** Online */
            online: number;
            /** Total */
            total: number;
            /** Town */
            town: string;
            /** Town Id */
            town_id: number | null;
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
         * CameraLookIn
         * @description Points to look at, what for, and what else than looking: ``ptz``, ``clip``, ``talk``, ``playback``.
         */
        CameraLookIn: {
            /** Points */
            points: number[];
            /** Purpose */
            purpose: string;
            /**
             * Rights
             * @default []
             */
            rights?: string[];
        };
        /**
         * CameraViewListOut
         * @description One page of looks.
         */
        CameraViewListOut: {
            /** Items */
            items: components["schemas"]["CameraViewOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CameraViewOut
         * @description One look: who, which channel, from, to, what for.
         */
        CameraViewOut: {
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Channel */
            channel: string;
            /** Ended At */
            ended_at: string | null;
            /** Id */
            id: number;
            /** Mode */
            mode: string;
            /** Purpose */
            purpose: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Viewer */
            viewer: string;
            /** Why */
            why: string;
        };
        /**
         * CampaignCheckOut
         * @description An equation between figures.
         */
        CampaignCheckOut: {
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
         * CampaignCoverageOut
         * @description Coverage of a town, village or worker; ``total`` without what was dropped.
         */
        CampaignCoverageOut: {
            /** Covered */
            covered: number;
            /** Dropped */
            dropped: number;
            /** Id */
            id: number;
            /** Missing */
            missing: number;
            /** Name */
            name: string;
            /** Recheck */
            recheck: number;
            /** Total */
            total: number;
        };
        /**
         * CampaignFigureOut
         * @description A figure with its definition, its query and its parts.
         */
        CampaignFigureOut: {
            /** Code */
            code: string;
            /** Definition */
            definition: string;
            /** Denominator */
            denominator: number | null;
            /** Label */
            label: string;
            /** Numerator */
            numerator: number;
            /** Query */
            query: string;
            /** Towns */
            towns: components["schemas"]["TownValueOut"][];
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /**
         * CampaignIn
         * @description A new campaign; without ``figures`` every number of the form is summed.
         */
        CampaignIn: {
            /** Agency Id */
            agency_id?: number | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Figures */
            figures?: components["schemas"]["FigureDefinitionBody"][] | null;
            /** Form Version Id */
            form_version_id?: number | null;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** Kind */
            kind: string;
            /**
             * Purpose
             * @default
             */
            purpose?: string;
            /**
             * Rounds
             * @default 1
             */
            rounds?: number;
            /**
             * Rule
             * @default grid
             */
            rule?: string;
            /** Title */
            title: string;
        };
        /**
         * CampaignMoveOut
         * @description One line of a campaign's story.
         */
        CampaignMoveOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
        };
        /**
         * CampaignOut
         * @description One campaign with what may be done to it.
         */
        CampaignOut: {
            /** Agency */
            agency: string;
            /** Allowed */
            allowed: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Label */
            created_by_label: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Figures */
            figures: components["schemas"]["FigureDefinitionBody"][];
            /** Form */
            form: string;
            /** Form Version Id */
            form_version_id: number | null;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** Handed At */
            handed_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Locked At */
            locked_at: string | null;
            /** No */
            no: string;
            /** Purpose */
            purpose: string;
            /** Rounds */
            rounds: number;
            /** Rule */
            rule: string;
            /** Rule Label */
            rule_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Version */
            version: number;
        };
        /**
         * CampaignPage
         * @description One page of campaigns.
         */
        CampaignPage: {
            /** Items */
            items: components["schemas"]["CampaignRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CampaignProblemOut
         * @description A problem with clocks, story and what may be done.
         */
        CampaignProblemOut: {
            /** Agency */
            agency: string;
            /** Allowed */
            allowed: string[];
            /** Clocks */
            clocks: components["schemas"]["ProblemClockOut"][];
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /**
             * Found At
             * Format: date-time
             */
            found_at: string;
            /** Found By */
            found_by: string;
            /** Id */
            id: number;
            /** Moves */
            moves: components["schemas"]["ProblemMoveOut"][];
            /** No */
            no: string;
            /** Post */
            post: string;
            /** Premises Id */
            premises_id: number;
            /** Result */
            result: string;
            /** Returns */
            returns: number;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Version */
            version: number;
        };
        /**
         * CampaignRow
         * @description A campaign in a list.
         */
        CampaignRow: {
            /** Agency */
            agency: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Label */
            created_by_label: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Form */
            form: string;
            /** Form Version Id */
            form_version_id: number | null;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** Handed At */
            handed_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Locked At */
            locked_at: string | null;
            /** No */
            no: string;
            /** Purpose */
            purpose: string;
            /** Rounds */
            rounds: number;
            /** Rule */
            rule: string;
            /** Rule Label */
            rule_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Version */
            version: number;
        };
        /**
         * CampaignSampleOut
         * @description A drawn sample.
         */
        CampaignSampleOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Drawn */
            drawn: number;
            /** Frame */
            frame: number;
            /** Id */
            id: number;
            /** Percent */
            percent: number;
            /** Seed */
            seed: string;
        };
        /**
         * CampaignSnapshotOut
         * @description A frozen snapshot.
         */
        CampaignSnapshotOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            campaign: components["schemas"]["CampaignRow"];
            /** Checks */
            checks: components["schemas"]["CampaignCheckOut"][];
            /** Digest */
            digest: string;
            /** Figures */
            figures: components["schemas"]["CampaignFigureOut"][];
            /** Handed At */
            handed_at: string | null;
            /** Handed By */
            handed_by: string;
            /** Handed To */
            handed_to: string;
            /** Number */
            number: number;
            /** Rows */
            rows: number;
            /** Rows Hash */
            rows_hash: string;
        };
        /**
         * CampaignTargetOut
         * @description A unit in a list.
         */
        CampaignTargetOut: {
            /** Address */
            address: string;
            /** Agency */
            agency: string;
            /** Answered At */
            answered_at: string | null;
            /** Campaign Id */
            campaign_id: number;
            /** Grid */
            grid: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Post */
            post: string;
            /** Post Id */
            post_id: number | null;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Subject Id */
            subject_id: number;
            /** Subject Kind */
            subject_kind: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Version */
            version: number;
            /** Village */
            village: string;
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
         * CheckInOut
         * @description A check-in, counted or not, and why not.
         */
        CheckInOut: {
            /** Accuracy */
            accuracy: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Counts */
            counts: boolean;
            /** Distance */
            distance: number;
            /** Dwell Seconds */
            dwell_seconds: number;
            /** Id */
            id: number;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Point */
            point: string;
            /** Point Id */
            point_id: number;
            /** Reason */
            reason: string;
            /** Track Dwell */
            track_dwell: number | null;
        };
        /**
         * CheckInPointIn
         * @description A check-in point as the editor sends it; ``version`` guards a change (412).
         */
        CheckInPointIn: {
            /** Grid Id */
            grid_id: number;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Radius
             * @default 80
             */
            radius?: number;
            /** Version */
            version?: number | null;
        };
        /**
         * CheckInPointOut
         * @description A check-in point; WGS-84, ``radius`` in metres.
         */
        CheckInPointOut: {
            /** Grid */
            grid: string;
            /** Grid Id */
            grid_id: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Radius */
            radius: number;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
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
         * ClauseOut
         * @description What one clause took.
         */
        ClauseOut: {
            /** Name */
            name: string;
            /** Selected */
            selected: number;
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
         * ContactLookIn
         * @description Why, and which contact.
         */
        ContactLookIn: {
            /** Purpose */
            purpose: string;
            /**
             * Role
             * @default main
             */
            role?: string;
        };
        /**
         * ContactLookOut
         * @description A contact in the clear, for one look.
         */
        ContactLookOut: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * CorrectionIn
         * @description What changes of the version one has seen; an absent field stays.
         */
        CorrectionIn: {
            /** Add Phones */
            add_phones?: components["schemas"]["ResidentPhoneIn"][];
            /** Address */
            address?: string | null;
            /** Birthday */
            birthday?: string | null;
            /** Care */
            care?: string[] | null;
            /** Disease History */
            disease_history?: string | null;
            /** Drop Phones */
            drop_phones?: number[];
            /** Hukou Code */
            hukou_code?: string | null;
            /** Id No */
            id_no?: string | null;
            /** Id Type */
            id_type?: string | null;
            /** Name */
            name?: string | null;
            /** Nationality */
            nationality?: string | null;
            /** No Smartphone */
            no_smartphone?: boolean | null;
            /** Preferred Contact */
            preferred_contact?: string | null;
            /** Presence */
            presence?: string | null;
            /** Relation */
            relation?: string | null;
            /** Residence */
            residence?: string | null;
            /** Sex */
            sex?: string | null;
            /** Version */
            version: number;
        };
        /**
         * CountOut
         * @description How many.
         */
        CountOut: {
            /** Count */
            count: number;
        };
        /**
         * CoverageDefinitionOut
         * @description What a figure means, in words.
         */
        CoverageDefinitionOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * CoverageWorkerOut
         * @description One post; the number of events is shown and is no score.
         */
        CoverageWorkerOut: {
            /** Doubts */
            doubts: number;
            /** Events */
            events: number;
            /** Grid */
            grid: string;
            /** Hours */
            hours: number;
            /** Label */
            label: string;
            /** Met */
            met: number;
            /** Points */
            points: number;
            /** Post Id */
            post_id: number;
            /** Rounds */
            rounds: number;
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
         * DecisionListOut
         * @description One page of decisions.
         */
        DecisionListOut: {
            /** Items */
            items: components["schemas"]["DecisionOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * DecisionOut
         * @description One decision; ``was`` only in differences.
         */
        DecisionOut: {
            /** By Label */
            by_label: string;
            /** By Rule */
            by_rule: boolean;
            /** Class Label */
            class_label: string;
            /** Clause */
            clause: number;
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Klass */
            klass: string;
            /** Name */
            name: string;
            /** Point Id */
            point_id: number;
            /** Reason */
            reason: string;
            /** Selected */
            selected: boolean;
            /** Status */
            status: string;
            /** Town */
            town: string;
            /** Was */
            was: boolean | null;
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
         * DiscardIn
         * @description Why.
         */
        DiscardIn: {
            /** Reason */
            reason: string;
        };
        /**
         * DismissIn
         * @description Why it is none.
         */
        DismissIn: {
            /** Reason */
            reason: string;
        };
        /**
         * DispatchEventIn
         * @description To an agency, or to the grid's own workers.
         */
        DispatchEventIn: {
            /** Agency Id */
            agency_id?: number | null;
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * To Grid
             * @default false
             */
            to_grid?: boolean;
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
         * DoubleOut
         * @description An open event that may be the same thing, ``metres`` away.
         */
        DoubleOut: {
            /** Id */
            id: number;
            /** Metres */
            metres: number;
            /** No */
            no: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reporter */
            reporter: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
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
         * ErasureOut
         * @description Evidence of what was erased.
         */
        ErasureOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Dataset */
            dataset: string;
            /**
             * Expired Before
             * Format: date-time
             */
            expired_before: string;
            /** Id */
            id: number;
            /** Ids Sha256 */
            ids_sha256: string;
            /** Method */
            method: string;
            /** Rows */
            rows: number;
        };
        /**
         * ErasurePage
         * @description Evidence, newest first.
         */
        ErasurePage: {
            /** Items */
            items: components["schemas"]["ErasureOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * EstablishIn
         * @description The desk may correct level, class and urgency when it establishes a case.
         */
        EstablishIn: {
            /**
             * Class Code
             * @default
             */
            class_code?: string;
            /**
             * Level
             * @default
             */
            level?: string;
            /**
             * Text
             * @default
             */
            text?: string;
            /** Urgent */
            urgent?: boolean | null;
        };
        /**
         * EventBriefOut
         * @description An event after a move.
         */
        EventBriefOut: {
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
         * EventChangeOut
         * @description What people did to a clock.
         */
        EventChangeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Minutes */
            minutes: number;
            /** Text */
            text: string;
        };
        /**
         * EventClassIn
         * @description Add, rename, take out of use.
         */
        EventClassIn: {
            /**
             * Active
             * @default true
             */
            active?: boolean;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Parent Code
             * @default
             */
            parent_code?: string;
        };
        /**
         * EventClassOut
         * @description A node of the event tree.
         */
        EventClassOut: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Parent Code */
            parent_code: string;
            /** Path */
            path: string;
            /** Position */
            position: number;
        };
        /**
         * EventClockOut
         * @description A clock in short; its minutes are explained by its own address.
         */
        EventClockOut: {
            /** Allowed Minutes */
            allowed_minutes: number;
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
         * EventDecisionIn
         * @description Yes or no, and why.
         */
        EventDecisionIn: {
            /** Approved */
            approved: boolean;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * EventListOut
         * @description A page of a list; no totals.
         */
        EventListOut: {
            /** Items */
            items: components["schemas"]["EventRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * EventMoveOut
         * @description A move that may be tried now.
         */
        EventMoveOut: {
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * EventPageOut
         * @description Everything the event page shows.
         */
        EventPageOut: {
            /** Accuracy */
            accuracy: number | null;
            /** Address */
            address: string;
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Class Code */
            class_code: string;
            /** Class Path */
            class_path: string;
            /** Clocks */
            clocks: components["schemas"]["EventClockOut"][];
            /** Description */
            description: string;
            /** Doubles */
            doubles: components["schemas"]["DoubleOut"][];
            /** Due At */
            due_at: string | null;
            /** Grid Id */
            grid_id: number;
            /** Handling */
            handling: string;
            /** Id */
            id: number;
            /** Joined */
            joined: components["schemas"]["SameOut"][];
            /** Joined Into */
            joined_into: number | null;
            /** Lat */
            lat: number | null;
            /** Late */
            late: boolean;
            /** Level */
            level: string;
            /** Level Label */
            level_label: string;
            /** Lon */
            lon: number | null;
            /** Moves */
            moves: components["schemas"]["EventMoveOut"][];
            /** No */
            no: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Pictures */
            pictures: components["schemas"]["PictureOut"][];
            /** Place */
            place: string[];
            /** Rating Text */
            rating_text: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Redo Count */
            redo_count: number;
            /** Reporter */
            reporter: string;
            /** Returns */
            returns: number;
            /** Score */
            score: number | null;
            /** Self Handled */
            self_handled: boolean;
            /** Source Label */
            source_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Step */
            step: number;
            /** Step Label */
            step_label: string;
            /** Steps */
            steps: components["schemas"]["EventStepOut"][];
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Urgent */
            urgent: boolean;
            /** Urges */
            urges: number;
            /** Verification */
            verification: string;
            /** Verification Label */
            verification_label: string;
            /** Verifier */
            verifier: string;
            /** Verify Text */
            verify_text: string;
            /** Version */
            version: number;
            /** Warnings */
            warnings: string[];
            /** With Grid */
            with_grid: boolean;
        };
        /**
         * EventReasonIn
         * @description A reason by code, and words.
         */
        EventReasonIn: {
            /** Reason Code */
            reason_code: string;
            /** Text */
            text: string;
        };
        /**
         * EventRowOut
         * @description One line of a list; ``due_at`` is the deadline that runs now.
         */
        EventRowOut: {
            /** Agency */
            agency: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Class Code */
            class_code: string;
            /** Class Path */
            class_path: string;
            /** Due At */
            due_at: string | null;
            /** Grid */
            grid: string;
            /** Grid Id */
            grid_id: number;
            /** Id */
            id: number;
            /** Joins */
            joins: number;
            /** Late */
            late: boolean;
            /** Level */
            level: string;
            /** Level Label */
            level_label: string;
            /** No */
            no: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Redo Count */
            redo_count: number;
            /** Reporter */
            reporter: string;
            /** Returns */
            returns: number;
            /** Self Handled */
            self_handled: boolean;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Step */
            step: number;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * EventSegmentOut
         * @description One stretch of a clock.
         */
        EventSegmentOut: {
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
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * EventStepOut
         * @description One of the seven steps; ``seconds`` since the step before.
         */
        EventStepOut: {
            /** At */
            at: string | null;
            /** By */
            by: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Seconds */
            seconds: number | null;
        };
        /**
         * EventStoryOut
         * @description Every minute of a clock explained.
         */
        EventStoryOut: {
            /** Allowed Minutes */
            allowed_minutes: number;
            /** Changes */
            changes: components["schemas"]["EventChangeOut"][];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Notes */
            notes: string[];
            /** Rule Text */
            rule_text: string;
            /** Segments */
            segments: components["schemas"]["EventSegmentOut"][];
        };
        /**
         * EventTextIn
         * @description Words.
         */
        EventTextIn: {
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * EventTimelineOut
         * @description One line of the story.
         */
        EventTimelineOut: {
            /** Action */
            action: string;
            /** Action Label */
            action_label: string;
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
         * ExtendIn
         * @description Another deadline.
         */
        ExtendIn: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Reason */
            reason: string;
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
         * FigureChangeOut
         * @description A figure that became another.
         */
        FigureChangeOut: {
            /** After */
            after: number | null;
            /** Before */
            before: number | null;
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Towns */
            towns: {
                [key: string]: unknown;
            }[];
        };
        /**
         * FigureDefinitionBody
         * @description How a figure is counted from answers.
         */
        FigureDefinitionBody: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Question */
            question: string;
            /**
             * Unit
             * @default
             */
            unit?: string;
            /**
             * Value
             * @default
             */
            value?: string;
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
         * FindingIn
         * @description An event written down at a desk.
         */
        FindingIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Class Code */
            class_code: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /** Grid Id */
            grid_id?: number | null;
            /** Lat */
            lat?: number | null;
            /**
             * Level
             * @default general
             */
            level?: string;
            /** Lon */
            lon?: number | null;
            /** Occurred At */
            occurred_at?: string | null;
            /**
             * Source
             * @default
             */
            source?: string;
            /** Title */
            title: string;
            /**
             * Urgent
             * @default false
             */
            urgent?: boolean;
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
         * @description A form in a list: which version is out, which waits as a draft.
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
            /** Draft Id */
            draft_id: number | null;
            /** Draft Number */
            draft_number: number | null;
            /** Id */
            id: number;
            /** Published At */
            published_at: string | null;
            /** Published Id */
            published_id: number | null;
            /** Published Number */
            published_number: number | null;
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
         * GiveProblemIn
         * @description Whom it goes to; by default the office of the town.
         */
        GiveProblemIn: {
            /** Agency Id */
            agency_id?: number | null;
            /** Post Id */
            post_id?: number | null;
            /** Version */
            version?: number | null;
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
         * HandlingIn
         * @description What was done.
         */
        HandlingIn: {
            /** Handling */
            handling: string;
            /** Pictures */
            pictures?: components["schemas"]["PictureIn"][];
        };
        /**
         * HeldOut
         * @description What the registers hold of a subject: prefilled, read-only.
         */
        HeldOut: {
            /** Title */
            title: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /**
         * HouseholdIn
         * @description A new household.
         */
        HouseholdIn: {
            /** Address */
            address: string;
            /** Area Id */
            area_id?: number | null;
            /**
             * Kind
             * @default family
             */
            kind?: string;
            /**
             * Number
             * @default
             */
            number?: string;
        };
        /**
         * HouseholdOut
         * @description One household in a list.
         */
        HouseholdOut: {
            /** Address */
            address: string;
            /** Head */
            head: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Number */
            number: string;
            /** Persons */
            persons: number;
            /** Place */
            place: string;
            /** Place Id */
            place_id: number;
            /** Version */
            version: number;
        };
        /**
         * HouseholdPage
         * @description Households by id.
         */
        HouseholdPage: {
            /** Items */
            items: components["schemas"]["HouseholdOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * HouseholdPageOut
         * @description A household and who lives in it.
         */
        HouseholdPageOut: {
            household: components["schemas"]["HouseholdOut"];
            /** Members */
            members: components["schemas"]["PersonOut"][];
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
         * ImportRemarkOut
         * @description What an import says about one row.
         */
        ImportRemarkOut: {
            /** Kind */
            kind: string;
            /** Point Id */
            point_id: number | null;
            /** Row No */
            row_no: number;
            /** Text */
            text: string;
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
         * InspectionItemOut
         * @description One of the ten answers.
         */
        InspectionItemOut: {
            /** Answer */
            answer: string;
            /** Answer Label */
            answer_label: string;
            /** Code */
            code: string;
            /** Evidence */
            evidence: string;
            /** Label */
            label: string;
            /** Note */
            note: string;
            /** Part */
            part: string;
        };
        /**
         * InspectionOut
         * @description An inspection with its answers and problems.
         */
        InspectionOut: {
            /** By Label */
            by_label: string;
            /**
             * Captured At
             * Format: date-time
             */
            captured_at: string;
            /** Id */
            id: number;
            /** Inspectors */
            inspectors: string[];
            /** Items */
            items: components["schemas"]["InspectionItemOut"][];
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Note */
            note: string;
            /** Passed */
            passed: boolean;
            /** Photos */
            photos: string[];
            /** Premises Id */
            premises_id: number;
            /** Problems */
            problems: components["schemas"]["ProblemRow"][];
            /** Signature */
            signature: string;
            /**
             * Stored At
             * Format: date-time
             */
            stored_at: string;
            /** Team */
            team: string;
            /** Title */
            title: string;
            /** Town */
            town: string;
            /** Vaccinated */
            vaccinated: number | null;
        };
        /**
         * InspectionRow
         * @description An inspection in a list.
         */
        InspectionRow: {
            /** By Label */
            by_label: string;
            /**
             * Captured At
             * Format: date-time
             */
            captured_at: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Passed */
            passed: boolean;
            /** Premises Id */
            premises_id: number;
            /** Team */
            team: string;
            /** Title */
            title: string;
            /** Town */
            town: string;
            /** Vaccinated */
            vaccinated: number | null;
        };
        /**
         * InspectionRows
         * @description One page of inspections.
         */
        InspectionRows: {
            /** Items */
            items: components["schemas"]["InspectionRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * JoinIn
         * @description Into which open event of the same grid.
         */
        JoinIn: {
            /** Into Id */
            into_id: number;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * KpiOut
         * @description A figure with the words that say what is divided by what.
         */
        KpiOut: {
            /** Code */
            code: string;
            /** Definition */
            definition: string;
            /** Denominator */
            denominator: number | null;
            /** Label */
            label: string;
            /** Numerator */
            numerator: number;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /**
         * LiaisonLineOut
         * @description What one official did.
         */
        LiaisonLineOut: {
            /** In Care */
            in_care: number;
            /** Name */
            name: string;
            /** Open Problems */
            open_problems: number;
            /** Post Id */
            post_id: number;
            /** Post Title */
            post_title: string;
            /** Units */
            units: number;
            /** Visits */
            visits: number;
        };
        /**
         * LiaisonOut
         * @description A post that may be paired, and how many premises it looks after.
         */
        LiaisonOut: {
            /** Account Name */
            account_name: string;
            /** Agency Name */
            agency_name: string;
            /** Area Name */
            area_name: string;
            /** Post Id */
            post_id: number;
            /** Premises */
            premises: number;
            /** Title */
            title: string;
        };
        /**
         * LiaisonPairIn
         * @description A new pair; with ``replace`` another liaison gives way.
         */
        LiaisonPairIn: {
            /** Post Id */
            post_id: number;
            /** Premises Id */
            premises_id: number;
            /**
             * Replace
             * @default false
             */
            replace?: boolean;
            /** Valid From */
            valid_from?: string | null;
        };
        /**
         * LiaisonPairOut
         * @description Who looks after what, since when.
         */
        LiaisonPairOut: {
            /** Account Name */
            account_name: string;
            /** Id */
            id: number;
            /** Post Id */
            post_id: number;
            /** Post Title */
            post_title: string;
            /** Premises Id */
            premises_id: number;
            /** Premises Name */
            premises_name: string;
            /** Town Id */
            town_id: number;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * LiaisonPairPage
         * @description One page of pairs.
         */
        LiaisonPairPage: {
            /** Items */
            items: components["schemas"]["LiaisonPairOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * LiaisonTableIn
         * @description A pasted table: one line per pair.
         */
        LiaisonTableIn: {
            /**
             * Replace
             * @default false
             */
            replace?: boolean;
            /** Text */
            text: string;
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
         * ListQuery
         * @description Where to list, from where on.
         */
        ListQuery: {
            /** Area Id */
            area_id?: number | null;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
        };
        /**
         * ListQueryIn
         * @description Which units of a register.
         */
        ListQueryIn: {
            /** Above Scale */
            above_scale?: boolean | null;
            /**
             * Industry
             * @default
             */
            industry?: string;
            /**
             * Kinds
             * @default []
             */
            kinds?: string[];
            /**
             * Subject Kind
             * @default premises.premises
             */
            subject_kind?: string;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Town Ids
             * @default []
             */
            town_ids?: number[];
        };
        /**
         * ListRefusalOut
         * @description A refused row in short.
         */
        ListRefusalOut: {
            /** Reason */
            reason: string;
            /** Row No */
            row_no: number;
        };
        /**
         * ListUploadOut
         * @description The report of an uploaded list: ``rows_in == stored + refused``; ``known`` stood there already.
         */
        ListUploadOut: {
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
            /** Known */
            known: number;
            /**
             * Refusals
             * @default []
             */
            refusals?: components["schemas"]["ListRefusalOut"][];
            /** Refused */
            refused: number;
            /** Rows In */
            rows_in: number;
            /** Stored */
            stored: number;
        };
        /**
         * LookChannelOut
         * @description A point and the gateway's name of it.
         */
        LookChannelOut: {
            /** Channel */
            channel: string;
            /** Point Id */
            point_id: number;
        };
        /**
         * LookIn
         * @description Why somebody looks.
         */
        LookIn: {
            /** Purpose */
            purpose: string;
        };
        /**
         * LookOut
         * @description The gateway's address, a token for ten minutes, the channels; ``fresh``: pictures take longer.
         */
        LookOut: {
            /** Channels */
            channels: components["schemas"]["LookChannelOut"][];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Fresh */
            fresh: boolean;
            /** Token */
            token: string;
            /** Url */
            url: string;
        };
        /**
         * LookupIn
         * @description Words to look for; in the body, for they may be a person's name.
         */
        LookupIn: {
            /** Kind */
            kind: string;
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /**
         * LookupOut
         * @description One record a look-up offers.
         */
        LookupOut: {
            /** Detail */
            detail: string;
            /** Id */
            id: number;
            /** Title */
            title: string;
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
         * NoticeKindIn
         * @description A new version of a notice's text.
         */
        NoticeKindIn: {
            /** Code */
            code: string;
            /**
             * Document
             * @default
             */
            document?: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * NoticeKindOut
         * @description One version of a notice's text.
         */
        NoticeKindOut: {
            /** Code */
            code: string;
            /** Document */
            document: string;
            /** Id */
            id: number;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
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
        /**
         * OverrideIn
         * @description A person's decision.
         */
        OverrideIn: {
            /** Reason */
            reason: string;
            /** Selected */
            selected: boolean;
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
         * PatrolCoverageOut
         * @description The coverage of an area; ``quarter`` and ``week`` are first day and day after the last.
         */
        PatrolCoverageOut: {
            /** Area */
            area: string;
            /** Area Id */
            area_id: number;
            /** Definitions */
            definitions: components["schemas"]["CoverageDefinitionOut"][];
            /** Path */
            path: components["schemas"]["AreaNameOut"][];
            /** Quarter */
            quarter: [
                string,
                string
            ];
            /** Rows */
            rows: components["schemas"]["PatrolCoverageRowOut"][];
            /** Week */
            week: [
                string,
                string
            ];
            /** White */
            white: components["schemas"]["AreaNameOut"][];
            whole: components["schemas"]["PatrolCoverageRowOut"];
            /** Workers */
            workers: components["schemas"]["CoverageWorkerOut"][];
        };
        /**
         * PatrolCoverageRowOut
         * @description One area: shares in percent, ``null`` without a denominator, with their parts.
         */
        PatrolCoverageRowOut: {
            /** Area */
            area: string;
            /** Area Id */
            area_id: number;
            /** Closed */
            closed: number;
            /** Colour */
            colour: string;
            /** Doubtful Rounds */
            doubtful_rounds: number;
            /** Drifting */
            drifting: number;
            /** Events */
            events: number;
            /** Grids */
            grids: number;
            /** Hours */
            hours: number;
            /** Households */
            households: number;
            /** Households Share */
            households_share: number | null;
            /** Kind */
            kind: string;
            /** Last At */
            last_at: string | null;
            /** Met */
            met: number;
            /** Points */
            points: number;
            /** Points Share */
            points_share: number | null;
            /** Reached */
            reached: number;
            /** Rounds */
            rounds: number;
            /** Same Photos */
            same_photos: number;
            /** Unchecked */
            unchecked: number;
            /** Verified Other */
            verified_other: number;
            /** Verified Own */
            verified_own: number;
            /** Verified Share */
            verified_share: number | null;
            /** White */
            white: number;
            /** Workers */
            workers: number;
        };
        /**
         * PatrolWordsOut
         * @description Codes and labels for forms, each as ``{code: label}``.
         */
        PatrolWordsOut: {
            /** Levels */
            levels: {
                [key: string]: string;
            };
            /** Point Kinds */
            point_kinds: {
                [key: string]: string;
            };
            /** Return Reasons */
            return_reasons: {
                [key: string]: string;
            };
            /** Scores */
            scores: {
                [key: string]: string;
            };
            /** Visit Results */
            visit_results: {
                [key: string]: string;
            };
            /** Void Reasons */
            void_reasons: {
                [key: string]: string;
            };
        };
        /**
         * PeopleImportOut
         * @description The report of a load: ``rows_in == stored + refused``; ``unchanged`` and ``updated`` are stored ones
         *     that were known before.
         */
        PeopleImportOut: {
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
            /** Purpose */
            purpose: string;
            /**
             * Refusals
             * @default []
             */
            refusals?: components["schemas"]["PeopleRefusalOut"][];
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
            /** Updated */
            updated: number;
        };
        /**
         * PeoplePage
         * @description People in name order; the cursor goes back in the body.
         */
        PeoplePage: {
            /** Items */
            items: components["schemas"]["PersonOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PeopleRefusalOut
         * @description A refused row in short.
         */
        PeopleRefusalOut: {
            /** Reason */
            reason: string;
            /** Row No */
            row_no: number;
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
        /**
         * PersonIn
         * @description A new person.
         */
        PersonIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Area Id */
            area_id?: number | null;
            /** Birthday */
            birthday?: string | null;
            /** Care */
            care?: string[];
            /**
             * Certain
             * @default false
             */
            certain?: boolean;
            /**
             * Disease History
             * @default
             */
            disease_history?: string;
            /** Household Id */
            household_id?: number | null;
            /**
             * Hukou Code
             * @default
             */
            hukou_code?: string;
            /**
             * Id No
             * @default
             */
            id_no?: string;
            /**
             * Id Type
             * @default id_card
             */
            id_type?: string;
            /** Name */
            name: string;
            /**
             * Nationality
             * @default CHN
             */
            nationality?: string;
            /**
             * No Smartphone
             * @default false
             */
            no_smartphone?: boolean;
            /** Phones */
            phones?: components["schemas"]["ResidentPhoneIn"][];
            /**
             * Preferred Contact
             * @default phone
             */
            preferred_contact?: string;
            /**
             * Presence
             * @default here
             */
            presence?: string;
            /**
             * Relation
             * @default
             */
            relation?: string;
            /**
             * Residence
             * @default resident
             */
            residence?: string;
            /**
             * Sex
             * @default
             */
            sex?: string;
        };
        /**
         * PersonOut
         * @description One person in a list; numbers masked, age instead of the birthday.
         */
        PersonOut: {
            /** Address */
            address: string;
            /** Age */
            age: number | null;
            /** Care */
            care: string[];
            /** Household Id */
            household_id: number | null;
            /** Id */
            id: number;
            /** Id No Masked */
            id_no_masked: string;
            /** Id Type */
            id_type: string;
            /** Id Type Label */
            id_type_label: string;
            /** Name */
            name: string;
            /** No Smartphone */
            no_smartphone: boolean;
            /** Phones */
            phones: components["schemas"]["ResidentPhoneOut"][];
            /** Place */
            place: string;
            /** Place Id */
            place_id: number;
            /** Preferred Contact */
            preferred_contact: string;
            /** Presence */
            presence: string;
            /** Relation */
            relation: string;
            /** Residence */
            residence: string;
            /** Sex */
            sex: string;
            /** Sex Label */
            sex_label: string;
            /** Version */
            version: number;
        };
        /**
         * PersonPageOut
         * @description One person's page.
         */
        PersonPageOut: {
            /** Birthday Masked */
            birthday_masked: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Collected At
             * Format: date-time
             */
            collected_at: string;
            /** Data Source Label */
            data_source_label: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Has Disease History */
            has_disease_history: boolean;
            household: components["schemas"]["HouseholdOut"] | null;
            /** Hukou Code */
            hukou_code: string;
            /** May Edit */
            may_edit: boolean;
            /** May Merge */
            may_merge: boolean;
            /** May Reveal */
            may_reveal: boolean;
            /** May See Looks */
            may_see_looks: boolean;
            /** Members */
            members: components["schemas"]["PersonOut"][];
            /** Merges */
            merges: components["schemas"]["ResidentMergeOut"][];
            /** Nationality */
            nationality: string;
            /** Path */
            path: string[];
            /** Purpose Label */
            purpose_label: string;
            row: components["schemas"]["PersonOut"];
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
         * PictureIn
         * @description A file by the id its maker gave it.
         */
        PictureIn: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Digest
             * @default
             */
            digest?: string;
            /** Role */
            role: string;
        };
        /**
         * PictureOut
         * @description A picture or voice note; without ``url`` it is still on the phone.
         */
        PictureOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Client Id */
            client_id: string;
            /** Mime */
            mime: string;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Same As */
            same_as: components["schemas"]["SameOut"][];
            /** Url */
            url: string;
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
        /**
         * PointIdOut
         * @description Which point it is now: one moved far away is a new one.
         */
        PointIdOut: {
            /** Id */
            id: number;
            /** Version */
            version: number;
        };
        /**
         * PointImportOut
         * @description The report of a load: ``rows_in == stored + refused``.
         */
        PointImportOut: {
            /** Added */
            added: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Blank */
            blank: number;
            /** By Label */
            by_label: string;
            /** Changed */
            changed: number;
            /** Filename */
            filename: string;
            /** Id */
            id: number;
            /** Origin */
            origin: string;
            /** Refused */
            refused: number;
            /**
             * Remarks
             * @default []
             */
            remarks?: components["schemas"]["ImportRemarkOut"][];
            /** Rows In */
            rows_in: number;
            /** Stored */
            stored: number;
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
         * PremisesCodeOut
         * @description A code and its Chinese word.
         */
        PremisesCodeOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * PremisesContactIn
         * @description Who answers in a role from today on.
         */
        PremisesContactIn: {
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Role
             * @default main
             */
            role?: string;
        };
        /**
         * PremisesContactOut
         * @description A contact; the number masked.
         */
        PremisesContactOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Phone Masked */
            phone_masked: string;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
        };
        /**
         * PremisesCorrectionIn
         * @description Changed columns; absent ones stay. ``version`` is the one that was read.
         */
        PremisesCorrectionIn: {
            /** Above Scale */
            above_scale?: boolean | null;
            /** Address */
            address?: string | null;
            /** Area Id */
            area_id?: number | null;
            /** Credit Code */
            credit_code?: string | null;
            /** Dedicated Grid Id */
            dedicated_grid_id?: number | null;
            /** Industry */
            industry?: string | null;
            /** Kind */
            kind?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Name */
            name?: string | null;
            /** Short Name */
            short_name?: string | null;
            /** Staff Total */
            staff_total?: number | null;
            /** Version */
            version: number;
        };
        /**
         * PremisesIn
         * @description A new premises.
         */
        PremisesIn: {
            /**
             * Above Scale
             * @default false
             */
            above_scale?: boolean;
            /**
             * Address
             * @default
             */
            address?: string;
            /** Area Id */
            area_id?: number | null;
            /**
             * Contact Name
             * @default
             */
            contact_name?: string;
            /**
             * Contact Phone
             * @default
             */
            contact_phone?: string;
            /**
             * Credit Code
             * @default
             */
            credit_code?: string;
            /**
             * Industry
             * @default
             */
            industry?: string;
            /**
             * Kind
             * @default enterprise
             */
            kind?: string;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Name */
            name: string;
            /**
             * Short Name
             * @default
             */
            short_name?: string;
            /**
             * Staff Total
             * @default 0
             */
            staff_total?: number;
        };
        /**
         * PremisesListOut
         * @description A page; ``cut``: a search had more hits than are shown.
         */
        PremisesListOut: {
            /** Cut */
            cut: boolean;
            /** Items */
            items: components["schemas"]["PremisesRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PremisesLoadOut
         * @description The report of a load: ``rows_in == stored + refused``; of the stored, ``unchanged`` were there and
         *     ``updated`` were there and changed.
         */
        PremisesLoadOut: {
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
            /** Kind */
            kind: string;
            /**
             * Refusals
             * @default []
             */
            refusals?: components["schemas"]["PremisesRefusalOut"][];
            /** Refused */
            refused: number;
            /** Rows In */
            rows_in: number;
            /** Stored */
            stored: number;
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
        };
        /**
         * PremisesPreviewOut
         * @description A file before it is loaded.
         */
        PremisesPreviewOut: {
            /** Header */
            header: string[];
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Rows */
            rows: string[][];
            /** Targets */
            targets: components["schemas"]["PremisesTargetOut"][];
        };
        /**
         * PremisesReasonIn
         * @description Why.
         */
        PremisesReasonIn: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * PremisesRecordOut
         * @description The whole record of one premises; ``moves`` are the steps its state allows.
         */
        PremisesRecordOut: {
            /** Above Scale */
            above_scale: boolean;
            /** Address */
            address: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Label */
            created_by_label: string;
            /** Credit Code */
            credit_code: string;
            /** Dedicated Grid Id */
            dedicated_grid_id: number | null;
            /** Grid Id */
            grid_id: number | null;
            /** Grid Name */
            grid_name: string;
            /** Id */
            id: number;
            /** Industry */
            industry: string;
            /** Industry Label */
            industry_label: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Moves */
            moves: string[];
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /** Source */
            source: string;
            /** Staff Total */
            staff_total: number;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Status Tone */
            status_tone: string;
            /** Town Id */
            town_id: number;
            /** Town Name */
            town_name: string;
            /** Version */
            version: number;
            /** Village Id */
            village_id: number | null;
            /** Village Name */
            village_name: string;
        };
        /**
         * PremisesRefusalOut
         * @description A refused row in short.
         */
        PremisesRefusalOut: {
            /** Reason */
            reason: string;
            /** Row No */
            row_no: number;
        };
        /**
         * PremisesRowOut
         * @description One line of the list; the contact's number masked.
         */
        PremisesRowOut: {
            /** Above Scale */
            above_scale: boolean;
            /** Address */
            address: string;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone Masked */
            contact_phone_masked: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Label */
            created_by_label: string;
            /** Credit Code */
            credit_code: string;
            /** Grid Id */
            grid_id: number | null;
            /** Id */
            id: number;
            /** Industry Label */
            industry_label: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Staff Total */
            staff_total: number;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Status Tone */
            status_tone: string;
            /** Town Id */
            town_id: number;
            /** Village Id */
            village_id: number | null;
        };
        /**
         * PremisesStepOut
         * @description One step of a premises.
         */
        PremisesStepOut: {
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
            /** Target Label */
            target_label: string;
        };
        /**
         * PremisesTargetOut
         * @description A field that a column may be mapped to.
         */
        PremisesTargetOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * PremisesWordsOut
         * @description What may be chosen, and what the asker may do.
         */
        PremisesWordsOut: {
            /** Contact Roles */
            contact_roles: components["schemas"]["PremisesCodeOut"][];
            /** Industries */
            industries: components["schemas"]["PremisesCodeOut"][];
            /** Kinds */
            kinds: components["schemas"]["PremisesCodeOut"][];
            /** May */
            may: string[];
            /** States */
            states: components["schemas"]["PremisesCodeOut"][];
            /** Waiting */
            waiting: number;
        };
        /**
         * ProblemClockOut
         * @description A clock of a problem.
         */
        ProblemClockOut: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Kind Label */
            kind_label: string;
            /** Rule Text */
            rule_text: string;
            /** State Label */
            state_label: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Tone */
            tone: string;
        };
        /**
         * ProblemMoveOut
         * @description One line of its story.
         */
        ProblemMoveOut: {
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
            /** Photos */
            photos: string[];
            /** Reason */
            reason: string;
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
         * ProblemRecheckIn
         * @description Passed or not.
         */
        ProblemRecheckIn: {
            /**
             * Note
             * @default
             */
            note?: string;
            /** Passed */
            passed: boolean;
            /** Version */
            version?: number | null;
        };
        /**
         * ProblemRow
         * @description A problem in a list.
         */
        ProblemRow: {
            /** Agency */
            agency: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /**
             * Found At
             * Format: date-time
             */
            found_at: string;
            /** Found By */
            found_by: string;
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Post */
            post: string;
            /** Premises Id */
            premises_id: number;
            /** Result */
            result: string;
            /** Returns */
            returns: number;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Version */
            version: number;
        };
        /**
         * ProblemRows
         * @description One page of problems.
         */
        ProblemRows: {
            /** Items */
            items: components["schemas"]["ProblemRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ProblemVersionIn
         * @description Which version was seen.
         */
        ProblemVersionIn: {
            /** Version */
            version?: number | null;
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
         * RateIn
         * @description 1–5.
         */
        RateIn: {
            /** Score */
            score: number;
            /**
             * Text
             * @default
             */
            text?: string;
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
         * ReasonBody
         * @description Why.
         */
        ReasonBody: {
            /** Reason */
            reason: string;
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
         * RecheckIn
         * @description The verdict of a re-check.
         */
        RecheckIn: {
            /** Agrees */
            agrees: boolean;
            /** Answers */
            answers?: {
                [key: string]: unknown;
            } | null;
            /** Client Id */
            client_id?: string | null;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /**
         * RectifyIn
         * @description What was done.
         */
        RectifyIn: {
            /** Result */
            result: string;
            /** Version */
            version?: number | null;
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
         * RefusalReasonOut
         * @description A reason and how many points it kept out.
         */
        RefusalReasonOut: {
            /** Points */
            points: number;
            /** Reason */
            reason: string;
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
         * RefusedStaffOut
         * @description A line that was not stored.
         */
        RefusedStaffOut: {
            /** Reason */
            reason: string;
            /** Row No */
            row_no: number;
        };
        /**
         * RegisterFieldOut
         * @description A field that a register holds: the word for the 登记字段 column.
         */
        RegisterFieldOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * RegistrationOut
         * @description One registration with the person it is about, masked.
         */
        RegistrationOut: {
            /** Address */
            address: string;
            /**
             * Arrived On
             * Format: date
             */
            arrived_on: string;
            /** By Label */
            by_label: string;
            /**
             * Collected At
             * Format: date-time
             */
            collected_at: string;
            /** Declared By Label */
            declared_by_label: string;
            /** Declarer */
            declarer: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** From Code */
            from_code: string;
            /** From Place */
            from_place: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Last Left On */
            last_left_on: string | null;
            /** Note */
            note: string;
            person: components["schemas"]["PersonOut"] | null;
            /** Place */
            place: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Risk Travel */
            risk_travel: boolean;
            /** Source Label */
            source_label: string;
            /** Symptom Labels */
            symptom_labels: string[];
            /** Symptoms */
            symptoms: string[];
            /** Temperature */
            temperature: number | null;
            /** Transport */
            transport: string;
            /** Transport Label */
            transport_label: string;
            /** Transport No */
            transport_no: string;
        };
        /**
         * RegistrationPage
         * @description Registrations, newest first.
         */
        RegistrationPage: {
            /** Items */
            items: components["schemas"]["RegistrationOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * RegistrationQuery
         * @description What to look for.
         */
        RegistrationQuery: {
            /** Area Id */
            area_id?: number | null;
            /** Arrived From */
            arrived_from?: string | null;
            /** Arrived To */
            arrived_to?: string | null;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /**
             * From Code
             * @default
             */
            from_code?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /** Person Id */
            person_id?: number | null;
            /**
             * Symptoms
             * @default false
             */
            symptoms?: boolean;
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
         * RemindOut
         * @description What became of a reminder: ``None`` = will be sent when people are at work.
         */
        RemindOut: {
            sent: components["schemas"]["ReminderOut"] | null;
        };
        /**
         * ReminderOut
         * @description A round of reminders.
         */
        ReminderOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Readers */
            readers: number;
            /** Rung */
            rung: string;
            /** Units */
            units: number;
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
         * ResidentCallOut
         * @description A call to a person.
         */
        ResidentCallOut: {
            /** By Label */
            by_label: string;
            /**
             * Called At
             * Format: date-time
             */
            called_at: string;
            /** Id */
            id: number;
            /** Note */
            note: string;
            /** Outcome */
            outcome: string;
            /** Outcome Label */
            outcome_label: string;
            /** Seconds */
            seconds: number;
        };
        /**
         * ResidentCareOut
         * @description A kind of care.
         */
        ResidentCareOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * ResidentChoicesOut
         * @description Codes and labels by table, and the kinds of care.
         */
        ResidentChoicesOut: {
            /** Care */
            care: components["schemas"]["ResidentCareOut"][];
            /** Tables */
            tables: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /**
         * ResidentDuplicatesOut
         * @description Who may be the same; ``elsewhere``: the identity number is known outside the own area.
         */
        ResidentDuplicatesOut: {
            /** Elsewhere */
            elsewhere: boolean;
            /** Items */
            items: components["schemas"]["ResidentLikenessOut"][];
        };
        /**
         * ResidentLikeIn
         * @description What is known of somebody being entered.
         */
        ResidentLikeIn: {
            /** Birthday */
            birthday?: string | null;
            /**
             * Id No
             * @default
             */
            id_no?: string;
            /**
             * Id Type
             * @default id_card
             */
            id_type?: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /**
         * ResidentLikenessOut
         * @description Somebody who may be the same, with the reasons.
         */
        ResidentLikenessOut: {
            /** Certain */
            certain: boolean;
            person: components["schemas"]["PersonOut"];
            /** Reasons */
            reasons: string[];
        };
        /**
         * ResidentLookOut
         * @description One recorded look or change.
         */
        ResidentLookOut: {
            /** Action */
            action: string;
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
        };
        /**
         * ResidentLooksPage
         * @description 谁看过, newest first.
         */
        ResidentLooksPage: {
            /** Items */
            items: components["schemas"]["ResidentLookOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ResidentMergeIn
         * @description The double of this person, and why they are one.
         */
        ResidentMergeIn: {
            /** Absorbed Id */
            absorbed_id: number;
            /** Reason */
            reason: string;
        };
        /**
         * ResidentMergeOut
         * @description A merge that may be undone, or was.
         */
        ResidentMergeOut: {
            /** Absorbed Id */
            absorbed_id: number;
            /** Absorbed Name */
            absorbed_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Undone At */
            undone_at: string | null;
            /** Undone By */
            undone_by: string;
        };
        /**
         * ResidentMoveIn
         * @description Where to.
         */
        ResidentMoveIn: {
            /** Address */
            address: string;
            /** Area Id */
            area_id: number;
        };
        /**
         * ResidentNumberIn
         * @description An identity or telephone number.
         */
        ResidentNumberIn: {
            /** Number */
            number: string;
        };
        /**
         * ResidentPhoneIn
         * @description A number and whose it is.
         */
        ResidentPhoneIn: {
            /**
             * Holder
             * @default
             */
            holder?: string;
            /**
             * Kind
             * @default own
             */
            kind?: string;
            /** Number */
            number: string;
        };
        /**
         * ResidentPhoneOut
         * @description A number, masked.
         */
        ResidentPhoneOut: {
            /** Holder */
            holder: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Masked */
            masked: string;
            /** Wrong */
            wrong: boolean;
        };
        /**
         * ResidentProvenanceOut
         * @description Who said what when; which fields, never the values.
         */
        ResidentProvenanceOut: {
            /** Act */
            act: string;
            /** Act Label */
            act_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Fields */
            fields: string[];
            /** Id */
            id: number;
            /** Purpose Label */
            purpose_label: string;
            /** Ref */
            ref: string;
            /** Source Label */
            source_label: string;
        };
        /**
         * ResidentReasonIn
         * @description Why.
         */
        ResidentReasonIn: {
            /** Reason */
            reason: string;
        };
        /**
         * ResidentRevealIn
         * @description Which field, for what.
         */
        ResidentRevealIn: {
            /**
             * Field
             * @enum {string}
             */
            field: "id_no" | "birthday" | "disease_history" | "phone";
            /** Phone Id */
            phone_id?: number | null;
            /** Purpose */
            purpose: string;
        };
        /**
         * ResidentRevealedOut
         * @description One value in the clear, for one look.
         */
        ResidentRevealedOut: {
            /** Value */
            value: string;
        };
        /**
         * ResidentSearchIn
         * @description A search; in the body because names and numbers never go into an address.
         */
        ResidentSearchIn: {
            /** Area Id */
            area_id?: number | null;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * ResponseIn
         * @description An answer typed in at a desk.
         */
        ResponseIn: {
            /** Answers */
            answers: {
                [key: string]: unknown;
            };
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Version */
            version?: number | null;
        };
        /**
         * ResponseOut
         * @description One version of an answer.
         */
        ResponseOut: {
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
            /** Current */
            current: boolean;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Number */
            number: number;
            /** Reason */
            reason: string;
            /**
             * Stored At
             * Format: date-time
             */
            stored_at: string;
        };
        /**
         * RevealIn
         * @description Which personal answer to show and why.
         */
        RevealIn: {
            /** Path */
            path: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * RevealOut
         * @description One personal answer.
         */
        RevealOut: {
            /** Path */
            path: string;
            /** Value */
            value: unknown;
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
         * RightIn
         * @description A right for an agency.
         */
        RightIn: {
            /** Agency Id */
            agency_id: number;
            /**
             * Classes
             * @default []
             */
            classes?: string[];
            /**
             * Playback
             * @default false
             */
            playback?: boolean;
            /** Reason */
            reason: string;
            /** Town Id */
            town_id?: number | null;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /**
         * RightOut
         * @description A right as the list shows it.
         */
        RightOut: {
            /** Agency */
            agency: string;
            /** Agency Id */
            agency_id: number;
            /** Classes */
            classes: string[];
            /** Given By */
            given_by: string;
            /** Holds */
            holds: boolean;
            /** Id */
            id: number;
            /** Playback */
            playback: boolean;
            /** Reason */
            reason: string;
            /** Town */
            town: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /**
         * RollupOut
         * @description Everything counted at a moment.
         */
        RollupOut: {
            /** Checks */
            checks: components["schemas"]["CampaignCheckOut"][];
            /** Figures */
            figures: components["schemas"]["CampaignFigureOut"][];
            /** Kinds */
            kinds: {
                [key: string]: number;
            };
            /** Statuses */
            statuses: {
                [key: string]: number;
            };
        };
        /**
         * RoundEventOut
         * @description An event found on the way.
         */
        RoundEventOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Status Label */
            status_label: string;
            /** Title */
            title: string;
        };
        /**
         * RoundListOut
         * @description A page of rounds.
         */
        RoundListOut: {
            /** Items */
            items: components["schemas"]["RoundRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * RoundPageOut
         * @description A round with its track ``[lon, lat, second, accuracy]`` and what was done on the way.
         */
        RoundPageOut: {
            /** Check Ins */
            check_ins: components["schemas"]["CheckInOut"][];
            /** Events */
            events: components["schemas"]["RoundEventOut"][];
            /** Gaps */
            gaps: number[][];
            /** Note */
            note: string;
            row: components["schemas"]["RoundRowOut"];
            /** Track */
            track: number[][];
            /** Visits */
            visits: components["schemas"]["VisitRowOut"][];
        };
        /**
         * RoundRowOut
         * @description One line of the rounds; ``button_seconds`` is shown and never counted.
         */
        RoundRowOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Button Seconds */
            button_seconds: number | null;
            /** By Label */
            by_label: string;
            /** Distance */
            distance: number;
            /** Drift Seconds */
            drift_seconds: number;
            /** Ended At */
            ended_at: string | null;
            /** Faults */
            faults: string[];
            /** Grid */
            grid: string;
            /** Grid Id */
            grid_id: number;
            /** Id */
            id: number;
            /** Inside Seconds */
            inside_seconds: number;
            /** Offline */
            offline: boolean;
            /** Patrol Seconds */
            patrol_seconds: number;
            /** Points */
            points: number;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
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
         * SameOut
         * @description Another event with the very same picture, or joined with this one.
         */
        SameOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * SampleIn
         * @description How much to draw; without a seed one is made.
         */
        SampleIn: {
            /** Percent */
            percent: number | string;
            /**
             * Seed
             * @default
             */
            seed?: string;
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
         * ScreeningIn
         * @description A rule to run: ``{"online": true, "clauses": [{name, classes, words, near_kinds, metres, along,
         *     towns, per_place}]}``.
         */
        ScreeningIn: {
            /** Earlier Id */
            earlier_id?: number | null;
            /** Purpose */
            purpose: string;
            /** Rule */
            rule: {
                [key: string]: unknown;
            };
        };
        /**
         * ScreeningOut
         * @description A batch in short; ``share`` of the points that were looked at.
         */
        ScreeningOut: {
            /** Adopted At */
            adopted_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Digest */
            digest: string;
            /** Earlier Id */
            earlier_id: number | null;
            /** Id */
            id: number;
            /** Purpose */
            purpose: string;
            /** Reviewer */
            reviewer: string;
            /** Selected */
            selected: number;
            /** Share */
            share: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Tone */
            tone: string;
            /** Total In */
            total_in: number;
            /** Version */
            version: number;
        };
        /**
         * ScreeningPageOut
         * @description A batch with its rule and its counts.
         */
        ScreeningPageOut: {
            /** Adopted At */
            adopted_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Hand */
            by_hand: number;
            /** By Label */
            by_label: string;
            /** Clauses */
            clauses: components["schemas"]["ClauseOut"][];
            /** Digest */
            digest: string;
            /** Earlier Id */
            earlier_id: number | null;
            /** Id */
            id: number;
            /** Moves */
            moves: string[];
            /** Purpose */
            purpose: string;
            /** Refused */
            refused: components["schemas"]["RefusalReasonOut"][];
            /** Reviewer */
            reviewer: string;
            /** Rule */
            rule: {
                [key: string]: unknown;
            };
            /** Selected */
            selected: number;
            /** Share */
            share: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Tone */
            tone: string;
            /** Total In */
            total_in: number;
            /** Version */
            version: number;
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
         * ServedListOut
         * @description A page of served notices.
         */
        ServedListOut: {
            /** Items */
            items: components["schemas"]["ServedOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ServedNameOut
         * @description The name in the clear, for one look.
         */
        ServedNameOut: {
            /** Served To */
            served_to: string;
        };
        /**
         * ServedOut
         * @description A served notice; the name masked.
         */
        ServedOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Grid */
            grid: string;
            /** Id */
            id: number;
            /** Kind Id */
            kind_id: number;
            /** No */
            no: string;
            /** Note */
            note: string;
            /** Photo */
            photo: string;
            /** Place */
            place: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Refused */
            refused: boolean;
            /** Served To */
            served_to: string;
            /** Signature */
            signature: string;
            /** Signed */
            signed: boolean;
            /** Title */
            title: string;
            /** Version */
            version: number;
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
         * SheetFile
         * @description A photo, recording or signature of a sheet that has arrived.
         */
        SheetFile: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Kind */
            kind: string;
            /** Mime */
            mime: string;
            /** Url */
            url: string;
        };
        /**
         * SheetFileOut
         * @description A file under the id that names it in the answers.
         */
        SheetFileOut: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
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
         * @description One sheet with its files and the titles of what it names.
         */
        SheetOut: {
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Files */
            files: components["schemas"]["SheetFile"][];
            /** Has Sealed */
            has_sealed: boolean;
            /** Number */
            number: number;
            sheet: components["schemas"]["SheetRow"];
            /** Subject Title */
            subject_title: string;
            /** Title */
            title: string;
            /** Titles */
            titles: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /**
         * SheetPage
         * @description One page of sheets.
         */
        SheetPage: {
            /** Items */
            items: components["schemas"]["SheetRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * SheetRow
         * @description A stored sheet in a list: who, when, where, the answers with masks.
         */
        SheetRow: {
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
            /** Grid */
            grid: string;
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
            /** Town */
            town: string;
            /** Version Id */
            version_id: number;
            /** Village */
            village: string;
        };
        /**
         * SnapshotDifferenceOut
         * @description What changed between two snapshots.
         */
        SnapshotDifferenceOut: {
            /** After */
            after: number;
            /** Before */
            before: number;
            /** Figures */
            figures: components["schemas"]["FigureChangeOut"][];
            /** Units */
            units: components["schemas"]["UnitChangeOut"][];
        };
        /**
         * SnapshotRow
         * @description A snapshot in a list.
         */
        SnapshotRow: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Digest */
            digest: string;
            /** Handed At */
            handed_at: string | null;
            /** Handed By */
            handed_by: string;
            /** Number */
            number: number;
            /** Rows */
            rows: number;
        };
        /**
         * StaffEndIn
         * @description From which day on somebody works there no more; empty: today.
         */
        StaffEndIn: {
            /** Day */
            day?: string | null;
        };
        /**
         * StaffIn
         * @description Somebody for the roster.
         */
        StaffIn: {
            /**
             * Id No
             * @default
             */
            id_no?: string;
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Position
             * @default
             */
            position?: string;
        };
        /**
         * StaffListIn
         * @description People for the roster.
         */
        StaffListIn: {
            /** Members */
            members: components["schemas"]["StaffIn"][];
        };
        /**
         * StaffLookIn
         * @description Why a number is looked at.
         */
        StaffLookIn: {
            /** Purpose */
            purpose: string;
        };
        /**
         * StaffLookOut
         * @description Somebody in the clear, for one look.
         */
        StaffLookOut: {
            /** Id No */
            id_no: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * StaffMemberOut
         * @description Somebody of the roster, masked.
         */
        StaffMemberOut: {
            /** Id */
            id: number;
            /** Id No Masked */
            id_no_masked: string;
            /** Name Masked */
            name_masked: string;
            /** Phone Masked */
            phone_masked: string;
            /** Position */
            position: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * StaffPage
         * @description One page of a roster.
         */
        StaffPage: {
            /** Items */
            items: components["schemas"]["StaffMemberOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * StaffReportOut
         * @description What became of the lines.
         */
        StaffReportOut: {
            /** Added */
            added: number;
            /** Refused */
            refused: components["schemas"]["RefusedStaffOut"][];
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
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
         * TargetCountOut
         * @description How many.
         */
        TargetCountOut: {
            /** Count */
            count: number;
        };
        /**
         * TargetDetailOut
         * @description A unit with its versions and its story.
         */
        TargetDetailOut: {
            /** Address */
            address: string;
            /** Agency */
            agency: string;
            /** Allowed */
            allowed: string[];
            /** Answered At */
            answered_at: string | null;
            /** Campaign Id */
            campaign_id: number;
            /** Form Version Id */
            form_version_id: number | null;
            /** Grid */
            grid: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Moves */
            moves: components["schemas"]["TargetMoveOut"][];
            /** Post */
            post: string;
            /** Post Id */
            post_id: number | null;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Subject Id */
            subject_id: number;
            /** Subject Kind */
            subject_kind: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Version */
            version: number;
            /** Versions */
            versions: components["schemas"]["ResponseOut"][];
            /** Village */
            village: string;
        };
        /**
         * TargetMoveOut
         * @description One line of a unit's story.
         */
        TargetMoveOut: {
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
         * TargetPageOut
         * @description One page of units.
         */
        TargetPageOut: {
            /** Items */
            items: components["schemas"]["CampaignTargetOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * TargetReasonIn
         * @description Why.
         */
        TargetReasonIn: {
            /**
             * Reason
             * @default
             */
            reason?: string;
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
         * TownValueOut
         * @description A figure of one town; ``town_id`` 0 = no place known.
         */
        TownValueOut: {
            /** Town */
            town: string;
            /** Town Id */
            town_id: number;
            /** Value */
            value: number | null;
        };
        /**
         * UnitChangeOut
         * @description A unit that was answered again or moved on or off the list.
         */
        UnitChangeOut: {
            /** By Label */
            by_label: string;
            /** Number */
            number: number | null;
            /** Reason */
            reason: string;
            /** Target Id */
            target_id: number;
            /** Title */
            title: string;
            /** What */
            what: string;
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
         * VerifyIn
         * @description Whether it is put right.
         */
        VerifyIn: {
            /** Passed */
            passed: boolean;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * VersionOut
         * @description A version with what a renderer needs.
         */
        VersionOut: {
            /** About */
            about: string;
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
         * VideoPointChange
         * @description What may be corrected by hand; ``version`` is the one that was read.
         */
        VideoPointChange: {
            /** Address */
            address?: string | null;
            /** Bearing */
            bearing?: number | null;
            /** Keeper */
            keeper?: string | null;
            /** Klass */
            klass?: string | null;
            /** Name */
            name?: string | null;
            /** Ptz */
            ptz?: boolean | null;
            /** Status */
            status?: string | null;
            /** Tags */
            tags?: string[] | null;
            /** Version */
            version: number;
        };
        /**
         * VideoPointListOut
         * @description One page of points.
         */
        VideoPointListOut: {
            /** Items */
            items: components["schemas"]["VideoPointOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * VideoPointOut
         * @description A line of the list.
         */
        VideoPointOut: {
            /** Address */
            address: string;
            /** Agency */
            agency: string;
            /** Bearing */
            bearing: number | null;
            /** Class Label */
            class_label: string;
            /** Code */
            code: string;
            /** Grid Id */
            grid_id: number | null;
            /** Id */
            id: number;
            /** Klass */
            klass: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Name */
            name: string;
            /** Protocol */
            protocol: string;
            /** Ptz */
            ptz: boolean;
            /** Selected */
            selected: boolean;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /**
             * Status Since
             * Format: date-time
             */
            status_since: string;
            /** Tags */
            tags: string[];
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Town Id */
            town_id: number | null;
            /** Version */
            version: number;
            /** Village */
            village: string;
        };
        /**
         * VideoPointPageOut
         * @description A point's page; the keeper's phone masked, the stream's address nowhere.
         */
        VideoPointPageOut: {
            /** Address */
            address: string;
            /** Agency */
            agency: string;
            /** Bearing */
            bearing: number | null;
            /** Class Label */
            class_label: string;
            /** Code */
            code: string;
            /** Datum */
            datum: string;
            /** Gb Device */
            gb_device: string;
            /** Given Lat */
            given_lat: number | null;
            /** Given Lon */
            given_lon: number | null;
            /** Grid Id */
            grid_id: number | null;
            /** Id */
            id: number;
            /** Keeper */
            keeper: string;
            /** Keeper Phone */
            keeper_phone: string;
            /** Klass */
            klass: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Name */
            name: string;
            /** Protocol */
            protocol: string;
            /** Ptz */
            ptz: boolean;
            /** Selected */
            selected: boolean;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /**
             * Status Since
             * Format: date-time
             */
            status_since: string;
            /** Tags */
            tags: string[];
            /** Tone */
            tone: string;
            /** Town */
            town: string;
            /** Town Id */
            town_id: number | null;
            /** Version */
            version: number;
            /** Village */
            village: string;
            /** Why Selected */
            why_selected: string;
        };
        /**
         * VideoWordOut
         * @description A code and its word.
         */
        VideoWordOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * VisitListOut
         * @description A page of visits.
         */
        VisitListOut: {
            /** Items */
            items: components["schemas"]["VisitRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * VisitOut
         * @description A visit with what was asked and suggested.
         */
        VisitOut: {
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Leaflets */
            leaflets: number;
            /** Manuals */
            manuals: number;
            /** Paired */
            paired: boolean;
            /** Premises Id */
            premises_id: number;
            /** Problems */
            problems: components["schemas"]["ProblemRow"][];
            /** Round */
            round: number;
            /** Suggestions */
            suggestions: string[];
            /** Summary */
            summary: string;
            /** Title */
            title: string;
            /** Town */
            town: string;
            /**
             * Visited At
             * Format: date-time
             */
            visited_at: string;
        };
        /**
         * VisitRow
         * @description A liaison visit in a list.
         */
        VisitRow: {
            /** By Label */
            by_label: string;
            /** Id */
            id: number;
            /** Leaflets */
            leaflets: number;
            /** Manuals */
            manuals: number;
            /** Premises Id */
            premises_id: number;
            /** Round */
            round: number;
            /** Summary */
            summary: string;
            /** Title */
            title: string;
            /** Town */
            town: string;
            /**
             * Visited At
             * Format: date-time
             */
            visited_at: string;
        };
        /**
         * VisitRowOut
         * @description A visit.
         */
        VisitRowOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Believed */
            believed: boolean;
            /** By Label */
            by_label: string;
            /** Grid */
            grid: string;
            /** Id */
            id: number;
            /** Note */
            note: string;
            /** Photo */
            photo: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Result */
            result: string;
            /** Result Label */
            result_label: string;
            /** Target Id */
            target_id: number;
            /** Target Kind */
            target_kind: string;
            /** Target Kind Label */
            target_kind_label: string;
            /** Target Label */
            target_label: string;
            /** Topic */
            topic: string;
        };
        /**
         * VisitRows
         * @description One page of visits.
         */
        VisitRows: {
            /** Items */
            items: components["schemas"]["VisitRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * VocabularyOut
         * @description The words filters choose from.
         */
        VocabularyOut: {
            /** Classes */
            classes: components["schemas"]["VideoWordOut"][];
            /** Sources */
            sources: components["schemas"]["VideoWordOut"][];
            /** Statuses */
            statuses: components["schemas"]["VideoWordOut"][];
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
    cameras_list_imports: {
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
                    "application/json": components["schemas"]["PointImportOut"][];
                };
            };
        };
    };
    cameras_import_points: {
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
                     * Datum
                     * @default wgs84
                     * @enum {string}
                     */
                    datum?: "wgs84" | "gcj02";
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointImportOut"];
                };
            };
        };
    };
    cameras_read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
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
                    "application/json": components["schemas"]["PointImportOut"];
                };
            };
        };
    };
    cameras_download_refused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
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
    cameras_issue_pass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameraLookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"];
                };
            };
        };
    };
    cameras_list_points: {
        parameters: {
            query?: {
                town?: number | null;
                village?: number | null;
                grid?: number | null;
                klass?: string;
                source?: string;
                status?: string;
                tag?: string;
                selected?: boolean | null;
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
                    "application/json": components["schemas"]["VideoPointListOut"];
                };
            };
        };
    };
    cameras_read_map: {
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
    cameras_read_tree: {
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
                    "application/json": components["schemas"]["BranchOut"][];
                };
            };
        };
    };
    cameras_read_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point_id: number;
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
                    "application/json": components["schemas"]["VideoPointPageOut"];
                };
            };
        };
    };
    cameras_change_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoPointChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoPointPageOut"];
                };
            };
        };
    };
    cameras_list_rights: {
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
                    "application/json": components["schemas"]["RightOut"][];
                };
            };
        };
    };
    cameras_give_right: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightOut"][];
                };
            };
        };
    };
    cameras_end_right: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                right_id: number;
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
                    "application/json": components["schemas"]["RightOut"][];
                };
            };
        };
    };
    cameras_list_screenings: {
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
                    "application/json": components["schemas"]["ScreeningOut"][];
                };
            };
        };
    };
    cameras_run_screening: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScreeningIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningPageOut"];
                };
            };
        };
    };
    cameras_read_screening: {
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
                    "application/json": components["schemas"]["ScreeningPageOut"];
                };
            };
        };
    };
    cameras_adopt_screening: {
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
                    "application/json": components["schemas"]["ScreeningPageOut"];
                };
            };
        };
    };
    cameras_list_decisions: {
        parameters: {
            query?: {
                selected?: boolean | null;
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["DecisionListOut"];
                };
            };
        };
    };
    cameras_override_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
                point_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningPageOut"];
                };
            };
        };
    };
    cameras_list_differences: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["DecisionListOut"];
                };
            };
        };
    };
    cameras_discard_screening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningPageOut"];
                };
            };
        };
    };
    cameras_list_views: {
        parameters: {
            query?: {
                channel?: string;
                viewer?: string;
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
                    "application/json": components["schemas"]["CameraViewListOut"];
                };
            };
        };
    };
    cameras_read_words: {
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
                    "application/json": components["schemas"]["VocabularyOut"];
                };
            };
        };
    };
    campaigns_list_campaigns: {
        parameters: {
            query?: {
                status?: string;
                kind?: string;
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
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
        };
    };
    campaigns_create_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_read_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_close_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_read_coverage: {
        parameters: {
            query?: {
                by?: string;
            };
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["CampaignCoverageOut"][];
                };
            };
        };
    };
    campaigns_read_difference: {
        parameters: {
            query: {
                before: number;
                after: number;
            };
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["SnapshotDifferenceOut"];
                };
            };
        };
    };
    campaigns_extend_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_freeze_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["SnapshotRow"];
                };
            };
        };
    };
    campaigns_hand_over: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["SnapshotRow"];
                };
            };
        };
    };
    campaigns_add_to_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListQueryIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
        };
    };
    campaigns_lock_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["SnapshotRow"];
                };
            };
        };
    };
    campaigns_list_moves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["CampaignMoveOut"][];
                };
            };
        };
    };
    campaigns_release_rechecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
        };
    };
    campaigns_remind_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["RemindOut"];
                };
            };
        };
    };
    campaigns_list_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["ReminderOut"][];
                };
            };
        };
    };
    campaigns_reopen_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_read_rollup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["RollupOut"];
                };
            };
        };
    };
    campaigns_list_samples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["CampaignSampleOut"][];
                };
            };
        };
    };
    campaigns_draw_sample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSampleOut"];
                };
            };
        };
    };
    campaigns_list_snapshots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["SnapshotRow"][];
                };
            };
        };
    };
    campaigns_read_snapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
                number: number;
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
                    "application/json": components["schemas"]["CampaignSnapshotOut"];
                };
            };
        };
    };
    campaigns_start_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_list_targets: {
        parameters: {
            query?: {
                status?: string;
                town?: number | null;
                village?: number | null;
                post?: number | null;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["TargetPageOut"];
                };
            };
        };
    };
    campaigns_list_uploads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
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
                    "application/json": components["schemas"]["ListUploadOut"][];
                };
            };
        };
    };
    campaigns_upload_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
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
                    "application/json": components["schemas"]["ListUploadOut"];
                };
            };
        };
    };
    campaigns_withdraw_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
                };
            };
        };
    };
    campaigns_suggest_figures: {
        parameters: {
            query: {
                form_version_id: number;
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
                    "application/json": components["schemas"]["FigureDefinitionBody"][];
                };
            };
        };
    };
    campaigns_list_inspections: {
        parameters: {
            query?: {
                kind?: string;
                town?: number | null;
                passed?: boolean | null;
                premises?: number | null;
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
                    "application/json": components["schemas"]["InspectionRows"];
                };
            };
        };
    };
    campaigns_read_inspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inspection_id: number;
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
                    "application/json": components["schemas"]["InspectionOut"];
                };
            };
        };
    };
    campaigns_read_kpis: {
        parameters: {
            query?: {
                campaign?: number | null;
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
                    "application/json": components["schemas"]["KpiOut"][];
                };
            };
        };
    };
    campaigns_read_liaison: {
        parameters: {
            query?: {
                campaign?: number | null;
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
                    "application/json": components["schemas"]["LiaisonLineOut"][];
                };
            };
        };
    };
    campaigns_preview_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListQueryIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
        };
    };
    campaigns_list_problems: {
        parameters: {
            query?: {
                status?: string;
                source?: string;
                town?: number | null;
                campaign?: number | null;
                premises?: number | null;
                late?: boolean;
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
                    "application/json": components["schemas"]["ProblemRows"];
                };
            };
        };
    };
    campaigns_read_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: number;
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
                    "application/json": components["schemas"]["CampaignProblemOut"];
                };
            };
        };
    };
    campaigns_assign_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveProblemIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProblemOut"];
                };
            };
        };
    };
    campaigns_dismiss_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProblemOut"];
                };
            };
        };
    };
    campaigns_recheck_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProblemRecheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProblemOut"];
                };
            };
        };
    };
    campaigns_rectify_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectifyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProblemOut"];
                };
            };
        };
    };
    campaigns_start_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProblemVersionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProblemOut"];
                };
            };
        };
    };
    campaigns_assign_targets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTargetsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetCountOut"];
                };
            };
        };
    };
    campaigns_read_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
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
                    "application/json": components["schemas"]["TargetDetailOut"];
                };
            };
        };
    };
    campaigns_drop_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetDetailOut"];
                };
            };
        };
    };
    campaigns_recheck_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetDetailOut"];
                };
            };
        };
    };
    campaigns_submit_response: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnsweredOut"];
                };
            };
        };
    };
    campaigns_restore_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                target_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetDetailOut"];
                };
            };
        };
    };
    campaigns_download_refused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: number;
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
    campaigns_list_visits: {
        parameters: {
            query?: {
                campaign?: number | null;
                post?: number | null;
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
                    "application/json": components["schemas"]["VisitRows"];
                };
            };
        };
    };
    campaigns_read_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: number;
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
                    "application/json": components["schemas"]["VisitOut"];
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
    forms_store_file: {
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
                     * Client Id
                     * Format: uuid
                     */
                    client_id: string;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Kind
                     * @default photo
                     */
                    kind?: string;
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
                    "application/json": components["schemas"]["SheetFileOut"];
                };
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
    forms_mark_survey: {
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
                content?: never;
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
    forms_read_held: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                subject_id: number;
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
                    "application/json": components["schemas"]["HeldOut"];
                };
            };
        };
    };
    forms_search_subjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookupIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupOut"][];
                };
            };
        };
    };
    forms_list_register_fields: {
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
                    "application/json": components["schemas"]["RegisterFieldOut"][];
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
                    "application/json": components["schemas"]["SheetRow"];
                };
            };
        };
    };
    forms_read_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: number;
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
                    "application/json": components["schemas"]["SheetOut"];
                };
            };
        };
    };
    forms_reveal_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
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
                area?: number | null;
                since?: string | null;
                until?: string | null;
                mine?: boolean;
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
    forms_export_sheets: {
        parameters: {
            query?: {
                area?: number | null;
                since?: string | null;
                until?: string | null;
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
                content?: never;
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
    patrol_read_board: {
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
                    "application/json": components["schemas"]["BoardColumnOut"][];
                };
            };
        };
    };
    patrol_list_classes: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["EventClassOut"][];
                };
            };
        };
    };
    patrol_set_class: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventClassIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventClassOut"];
                };
            };
        };
    };
    patrol_read_coverage: {
        parameters: {
            query?: {
                area?: number | null;
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
                    "application/json": components["schemas"]["PatrolCoverageOut"];
                };
            };
        };
    };
    patrol_list_events: {
        parameters: {
            query?: {
                status?: string;
                class_code?: string;
                level?: string;
                area?: number | null;
                agency?: number | null;
                open?: boolean | null;
                late?: boolean;
                mine?: boolean;
                self_handled?: boolean | null;
                since?: string | null;
                until?: string | null;
                no?: string;
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
                    "application/json": components["schemas"]["EventListOut"];
                };
            };
        };
    };
    patrol_report_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_read_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
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
                    "application/json": components["schemas"]["EventPageOut"];
                };
            };
        };
    };
    patrol_explain_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
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
                    "application/json": components["schemas"]["EventStoryOut"];
                };
            };
        };
    };
    patrol_close_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventTextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_decide_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_dispatch_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchEventIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_establish_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstablishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_feed_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_handle_self: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_join_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_rate_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_request_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_sign_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
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
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_read_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
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
                    "application/json": components["schemas"]["EventTimelineOut"][];
                };
            };
        };
    };
    patrol_urge_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventTextIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_verify_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_void_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBriefOut"];
                };
            };
        };
    };
    patrol_list_notice_kinds: {
        parameters: {
            query?: {
                history?: boolean;
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
                    "application/json": components["schemas"]["NoticeKindOut"][];
                };
            };
        };
    };
    patrol_set_notice_kind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeKindIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeKindOut"];
                };
            };
        };
    };
    patrol_list_notices: {
        parameters: {
            query?: {
                area?: number | null;
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
                    "application/json": components["schemas"]["ServedListOut"];
                };
            };
        };
    };
    patrol_reveal_served_to: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServedNameOut"];
                };
            };
        };
    };
    patrol_list_points: {
        parameters: {
            query?: {
                area?: number | null;
                ended?: boolean;
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
                    "application/json": components["schemas"]["CheckInPointOut"][];
                };
            };
        };
    };
    patrol_add_point: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInPointIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointIdOut"];
                };
            };
        };
    };
    patrol_change_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInPointIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointIdOut"];
                };
            };
        };
    };
    patrol_end_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point_id: number;
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
    patrol_list_rounds: {
        parameters: {
            query?: {
                area?: number | null;
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
                    "application/json": components["schemas"]["RoundListOut"];
                };
            };
        };
    };
    patrol_read_round: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round_id: number;
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
                    "application/json": components["schemas"]["RoundPageOut"];
                };
            };
        };
    };
    patrol_list_visits: {
        parameters: {
            query?: {
                area?: number | null;
                target_kind?: string;
                target_id?: number | null;
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
                    "application/json": components["schemas"]["VisitListOut"];
                };
            };
        };
    };
    patrol_read_words: {
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
                    "application/json": components["schemas"]["PatrolWordsOut"];
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
    premises_list_imports: {
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
                    "application/json": components["schemas"]["PremisesLoadOut"][];
                };
            };
        };
    };
    premises_import_ledger: {
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
                     * Mapping
                     * @default
                     */
                    mapping?: string;
                    /**
                     * Update
                     * @default false
                     */
                    update?: boolean;
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
                    "application/json": components["schemas"]["PremisesLoadOut"];
                };
            };
        };
    };
    premises_preview_file: {
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
                    "application/json": components["schemas"]["PremisesPreviewOut"];
                };
            };
        };
    };
    premises_read_import: {
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
                    "application/json": components["schemas"]["PremisesLoadOut"];
                };
            };
        };
    };
    premises_download_refused: {
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
    premises_list_liaisons: {
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
                    "application/json": components["schemas"]["LiaisonOut"][];
                };
            };
        };
    };
    premises_list_pairs: {
        parameters: {
            query?: {
                post?: number | null;
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
                    "application/json": components["schemas"]["LiaisonPairPage"];
                };
            };
        };
    };
    premises_pair_liaison: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiaisonPairIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonPairOut"][];
                };
            };
        };
    };
    premises_paste_pairs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiaisonTableIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesLoadOut"];
                };
            };
        };
    };
    premises_end_pair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pair_id: number;
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
    premises_list_premises: {
        parameters: {
            query?: {
                kind?: string;
                town?: number | null;
                village?: number | null;
                grid?: number | null;
                industry?: string;
                above_scale?: boolean | null;
                status?: string;
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
                    "application/json": components["schemas"]["PremisesListOut"];
                };
            };
        };
    };
    premises_register_premises: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_read_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_correct_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesCorrectionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_close_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_list_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["PremisesContactOut"][];
                };
            };
        };
    };
    premises_set_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesContactIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesContactOut"][];
                };
            };
        };
    };
    premises_reveal_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactLookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactLookOut"];
                };
            };
        };
    };
    premises_list_pairs_of_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["LiaisonPairOut"][];
                };
            };
        };
    };
    premises_reject_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_reopen_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_list_staff: {
        parameters: {
            query?: {
                former?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
        };
    };
    premises_put_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffListIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReportOut"];
                };
            };
        };
    };
    premises_import_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
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
                     * Mapping
                     * @default
                     */
                    mapping?: string;
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
                    "application/json": components["schemas"]["PremisesLoadOut"];
                };
            };
        };
    };
    premises_end_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
                staff_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffEndIn"];
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
    premises_reveal_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
                staff_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffLookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffLookOut"];
                };
            };
        };
    };
    premises_list_steps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["PremisesStepOut"][];
                };
            };
        };
    };
    premises_verify_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
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
                    "application/json": components["schemas"]["PremisesRecordOut"];
                };
            };
        };
    };
    premises_read_words: {
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
                    "application/json": components["schemas"]["PremisesWordsOut"];
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
    residents_list_choices: {
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
                    "application/json": components["schemas"]["ResidentChoicesOut"];
                };
            };
        };
    };
    residents_list_erasures: {
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
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
        };
    };
    residents_list_households: {
        parameters: {
            query?: {
                area_id?: number | null;
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
                    "application/json": components["schemas"]["HouseholdPage"];
                };
            };
        };
    };
    residents_register_household: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdOut"];
                };
            };
        };
    };
    residents_read_household: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: number;
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
                    "application/json": components["schemas"]["HouseholdPageOut"];
                };
            };
        };
    };
    residents_move_household: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentMoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdOut"];
                };
            };
        };
    };
    residents_list_imports: {
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
                    "application/json": components["schemas"]["PeopleImportOut"][];
                };
            };
        };
    };
    residents_import_people: {
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
                    /**
                     * Purpose
                     * @default grid_service
                     */
                    purpose?: string;
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
                    "application/json": components["schemas"]["PeopleImportOut"];
                };
            };
        };
    };
    residents_read_import: {
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
                    "application/json": components["schemas"]["PeopleImportOut"];
                };
            };
        };
    };
    residents_download_refused: {
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
    residents_undo_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merge_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentMergeOut"];
                };
            };
        };
    };
    residents_register_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"];
                };
            };
        };
    };
    residents_find_number: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentNumberIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"][];
                };
            };
        };
    };
    residents_find_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentLikeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDuplicatesOut"];
                };
            };
        };
    };
    residents_search_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentSearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
        };
    };
    residents_read_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
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
                    "application/json": components["schemas"]["PersonPageOut"];
                };
            };
        };
    };
    residents_list_calls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
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
                    "application/json": components["schemas"]["ResidentCallOut"][];
                };
            };
        };
    };
    residents_correct_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"];
                };
            };
        };
    };
    residents_list_looks: {
        parameters: {
            query?: {
                area_id?: number | null;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                person_id: number;
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
                    "application/json": components["schemas"]["ResidentLooksPage"];
                };
            };
        };
    };
    residents_merge_people: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentMergeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentMergeOut"];
                };
            };
        };
    };
    residents_move_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentMoveIn"];
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
    residents_list_provenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
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
                    "application/json": components["schemas"]["ResidentProvenanceOut"][];
                };
            };
        };
    };
    residents_reveal_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentRevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentRevealedOut"];
                };
            };
        };
    };
    residents_list_registrations: {
        parameters: {
            query?: {
                kind?: string;
                area_id?: number | null;
                from_code?: string;
                arrived_from?: string | null;
                arrived_to?: string | null;
                symptoms?: boolean;
                person_id?: number | null;
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
                    "application/json": components["schemas"]["RegistrationPage"];
                };
            };
        };
    };
    residents_register_arrival: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrivalIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationOut"];
                };
            };
        };
    };
    residents_read_registration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registration_id: number;
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
                    "application/json": components["schemas"]["RegistrationOut"];
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
