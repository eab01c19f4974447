// Generated from contracts/openapi by npm run types. Do not edit.
export interface paths {
    "/api/screen/bigscreen/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Wall
         * @description Everything on the wall, at most two seconds old; no data of a person.
         */
        get: operations["bigscreen_read_wall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screen/territory/towns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Town Map
         * @description GeoJSON (WGS-84) of the towns, for the wall.
         */
        get: operations["territory_read_town_map"];
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
        /**
         * LineOut
         * @description One ticket: number, matter in coded words, where, when, whose.
         */
        LineOut: {
            /** Agency */
            agency: string;
            /** Detail */
            detail: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Minutes Left */
            minutes_left: number | null;
            /** No */
            no: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Reply Due */
            reply_due: string | null;
            /** Status Label */
            status_label: string;
            /** Time Words */
            time_words: string;
            /** Title */
            title: string;
            /** Topic Label */
            topic_label: string;
            /** Town */
            town: string;
            /** Urgency */
            urgency: string;
            /** Urgency Label */
            urgency_label: string;
        };
        /**
         * PointOut
         * @description One point of a trend.
         */
        PointOut: {
            /** Key */
            key: string;
            /** Value */
            value: number;
        };
        /**
         * StripOut
         * @description A figure of the strip in its place.
         */
        StripOut: {
            figure: components["schemas"]["WallFigureOut"];
            tile: components["schemas"]["TileOut"];
        };
        /**
         * TileOut
         * @description A place in the strip: span, short name, what a bare count includes.
         */
        TileOut: {
            /** Code */
            code: string;
            /** Says */
            says: string;
            /** Says En */
            says_en: string;
            /** Short */
            short: string;
            /** Short En */
            short_en: string;
            /** Span */
            span: string;
            /** Span En */
            span_en: string;
        };
        /**
         * TownOut
         * @description One town with its open and late tickets; WGS-84.
         */
        TownOut: {
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Late */
            late: number;
            /** Lon */
            lon: number | null;
            /** Name */
            name: string;
            /** Open */
            open: number;
        };
        /**
         * WallAgencyOut
         * @description One unit with its open and late tickets.
         */
        WallAgencyOut: {
            /** Id */
            id: number;
            /** Late */
            late: number;
            /** Name */
            name: string;
            /** Open */
            open: number;
        };
        /**
         * WallFigureOut
         * @description A figure with its variant, definition and printed words.
         */
        WallFigureOut: {
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
            /** Good Is */
            good_is: string;
            /** Groups */
            groups: components["schemas"]["WallGroupOut"][];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Numerator */
            numerator: number;
            period: components["schemas"]["WallPeriodOut"] | null;
            /** Text */
            text: string;
            /** Text En */
            text_en: string;
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
         * WallGroupOut
         * @description One part of a split figure.
         */
        WallGroupOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Value */
            value: number;
        };
        /**
         * WallOut
         * @description Everything on the wall.
         */
        WallOut: {
            /** Agencies */
            agencies: components["schemas"]["WallAgencyOut"][];
            ages: components["schemas"]["WallFigureOut"];
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Came In */
            came_in: components["schemas"]["LineOut"][];
            categories: components["schemas"]["WallFigureOut"];
            /** Days */
            days: components["schemas"]["PointOut"][];
            /** District */
            district: string;
            /** Hours Today */
            hours_today: components["schemas"]["PointOut"][];
            /** Hours Yesterday */
            hours_yesterday: components["schemas"]["PointOut"][];
            kinds: components["schemas"]["WallFigureOut"];
            /** Late */
            late: components["schemas"]["LineOut"][];
            /** Mode */
            mode: string;
            /** Mode Label */
            mode_label: string;
            /** Mode Since */
            mode_since: string | null;
            /** Soon */
            soon: components["schemas"]["LineOut"][];
            stages: components["schemas"]["WallFigureOut"];
            /** Strip */
            strip: components["schemas"]["StripOut"][];
            topics: components["schemas"]["WallFigureOut"];
            /** Towns */
            towns: components["schemas"]["TownOut"][];
            /** Unplaced */
            unplaced: number;
        };
        /**
         * WallPeriodOut
         * @description China dates, both included.
         */
        WallPeriodOut: {
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    bigscreen_read_wall: {
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
                    "application/json": components["schemas"]["WallOut"];
                };
            };
        };
    };
    territory_read_town_map: {
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
}
