// Generated from contracts/openapi by npm run types. Do not edit.
export interface paths {
    "/api/field/files/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show
         * @description A picture or recording to look at on the phone, through its owner's gate.
         */
        get: operations["files_show_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/files/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put File
         * @description Keep the bytes of a photo, signature or recording under the phone's own id; again is harmless.
         */
        put: operations["files_put_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/forms/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Published
         * @description What a phone keeps.
         */
        get: operations["forms_list_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/forms/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Sheet
         * @description A sheet from a phone.
         */
        post: operations["forms_send_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/org/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Device
         * @description What the phone that signs is bound to today.
         */
        get: operations["org_read_device"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/org/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol Device
         * @description Bind this phone's key to the post of a one-time code.
         */
        post: operations["org_enrol_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/sync/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Changes
         * @description What changed since the cursor, or, without a valid one, everything this post's phone keeps.
         */
        get: operations["sync_read_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/sync/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Commands
         * @description Commands of this phone, oldest first, at most 100 and 1 MB; each is answered on its own.
         */
        post: operations["sync_send_commands"];
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
        /** DeviceAreaOut */
        DeviceAreaOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** DevicePostOut */
        DevicePostOut: {
            area: components["schemas"]["DeviceAreaOut"] | null;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Role */
            role: string;
            /** Title */
            title: string;
        };
        /** EnrolledOut */
        EnrolledOut: {
            /** Device Id */
            device_id: number;
            /** Live Url */
            live_url: string;
            post: components["schemas"]["DevicePostOut"];
            /** Seal Key */
            seal_key: string;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
        };
        /**
         * EnrolmentIn
         * @description ``public_key`` is an SPKI, ``proof`` the signature over ``wangge.enrol.v1``; both base64url.
         */
        EnrolmentIn: {
            /**
             * App
             * @default
             */
            app?: string;
            /** Code */
            code: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Proof */
            proof: string;
            /** Public Key */
            public_key: string;
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
        /** StoredFileOut */
        StoredFileOut: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Id */
            id: number;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    files_show_attachment: {
        parameters: {
            query?: never;
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
    files_put_file: {
        parameters: {
            query?: never;
            header?: {
                x_kind?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFileOut"];
                };
            };
        };
    };
    forms_list_published: {
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
                    "application/json": components["schemas"]["VersionOut"][];
                };
            };
        };
    };
    forms_send_sheet: {
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
    org_read_device: {
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
                    "application/json": components["schemas"]["EnrolledOut"];
                };
            };
        };
    };
    org_enrol_device: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledOut"];
                };
            };
        };
    };
    sync_read_changes: {
        parameters: {
            query?: {
                cursor?: string;
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
                content?: never;
            };
        };
    };
    sync_send_commands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commands: Record<string, never>[];
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
}
