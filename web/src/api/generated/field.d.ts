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
    "/api/field/residents/choices": {
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
        get: operations["residents_field_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/residents/people/{person_id}/dial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dial
         * @description A number to dial now; written down with the purpose.
         */
        post: operations["residents_field_dial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/residents/people/{person_id}/phones/{phone_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dial Number
         * @description This number of a person, to dial now; written down with the purpose.
         */
        post: operations["residents_field_dial_number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/residents/people/{person_id}/reveal": {
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
         * @description One field of one person in the clear; written down with the purpose.
         */
        post: operations["residents_field_reveal"];
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
        /** PhoneOut */
        PhoneOut: {
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
         * ResidentDialIn
         * @description For what one calls; the best number when none is named.
         */
        ResidentDialIn: {
            /** Phone Id */
            phone_id?: number | null;
            /** Purpose */
            purpose: string;
        };
        /**
         * ResidentDialOut
         * @description A number to dial now, and whose it is.
         */
        ResidentDialOut: {
            /** Holder */
            holder: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** Phone Id */
            phone_id: number;
        };
        /**
         * ResidentPurposeIn
         * @description For what one looks.
         */
        ResidentPurposeIn: {
            /** Purpose */
            purpose: string;
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
                    "application/json": components["schemas"]["PhoneOut"];
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
                    "application/json": components["schemas"]["PhoneOut"];
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
    residents_field_choices: {
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
    residents_field_dial: {
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
                "application/json": components["schemas"]["ResidentDialIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDialOut"];
                };
            };
        };
    };
    residents_field_dial_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
                phone_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentPurposeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDialOut"];
                };
            };
        };
    };
    residents_field_reveal: {
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
