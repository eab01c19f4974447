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
    "/api/field/premises/premises/{premises_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call Contact
         * @description A contact's number for one call, with a purpose; logged, never kept on the phone.
         */
        post: operations["premises_call_contact"];
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
    premises_call_contact: {
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
