// Generated from contracts/openapi by npm run types. Do not edit.
export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
}
