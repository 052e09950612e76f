/* Generated from docs/openapi.json by `npm run generate`. */
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can do its work */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe/{account}/{mode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One account's events, and those of accounts connected to it; acknowledged once they are stored */
        post: operations["receiveAccountWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The events of STRIPE_SECRET_KEY's account; acknowledged once they are stored */
        post: operations["receiveStripeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in, newest first
         * @description For any member who signed in here.
         *
         *     Also for a Stripe Dashboard user who is tied to such a member.
         */
        get: operations["listSessions"];
        put?: never;
        /** Sign in as an admin */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spend a refresh token for new tokens */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End one of the own sessions
         * @description For any member who signed in here.
         *
         *     Also for a Stripe Dashboard user who is tied to such a member.
         */
        post: operations["revokeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/revoke_others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all of the own sessions but this one
         * @description For any member who signed in here.
         *
         *     Also for a Stripe Dashboard user who is tied to such a member.
         */
        post: operations["revokeOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password; all other sessions end
         * @description For any member who signed in here.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password_resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask those who may make the link for a new password */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/password_reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link by which a member sets a new password: good once, for an hour
         * @description Requires the permission `team:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["createPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/step_up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who you are, for what needs a fresh proof
         * @description For any member who signed in here.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/second_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether you sign in with a second factor, and whether you must
         * @description For any member who signed in here.
         *
         *     Also for a Stripe Dashboard user who is tied to such a member.
         */
        get: operations["getSecondFactor"];
        put?: never;
        /**
         * Set up an authenticator app: a seed, which counts once a code confirms it
         * @description For any member who signed in here.
         *
         *     Also for a Stripe Dashboard user who is tied to such a member.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/second_factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on; all other sessions end
         * @description For any member who signed in here.
         *
         *     Also for a Stripe Dashboard user who is tied to such a member.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/second_factor/recovery_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New recovery codes in place of all earlier ones
         * @description For any member who signed in here.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/second_factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in without a second factor again; all other sessions end
         * @description For any member who signed in here.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the workspace asks of its members
         * @description Requires the permission `settings:read`.
         */
        get: operations["getSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Require a second factor of all members who sign in here, or no longer
         * @description Requires the permission `security:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        patch: operations["changeSecurity"];
        trace?: never;
    };
    "/v1/auth/stripe-app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in from the views: the body is the exact text that Stripe signed */
        post: operations["createViewToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is asking, about which account, with which permissions
         * @description Requires the permission `settings:read`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of the workspace, newest first
         * @description Requires the permission `team:read`.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A member
         * @description Requires the permission `team:read`.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give a member another role or name; it counts from the next request on
         * @description A role that gives rights waits for a second person (202) where the workspace wants one.
         *
         *     Requires the permission `team:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/v1/members/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a member's access and sessions at once
         * @description Requires the permission `team:write`.
         */
        post: operations["deactivateMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a deactivated member access again
         * @description Requires the permission `team:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["reactivateMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide who a Stripe user is: give them a role, or tie them to a member who signs in by password
         * @description Requires the permission `team:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["mapMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/unmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the roles in the Stripe Dashboard decide again, from their next visit on
         * @description Requires the permission `team:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["unmapMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was invited, newest first; ended ones are kept for 30 days
         * @description Requires the permission `team:read`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite an address; the link in the answer is good once, for 7 days
         * @description Send the link yourself; it is shown once. Inviting the same address again replaces the former link. A link stops working when whoever made it could no longer do so.
         *
         *     Requires the permission `team:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invitation back: its link stops working
         * @description Requires the permission `team:write`.
         */
        post: operations["revokeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be allowed
         * @description Requires the permission `settings:read`.
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles, the permissions they are made of and their limits
         * @description Requires the permission `team:read`.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role that holds no more than your own
         * @description Requires the permission `roles:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A role
         * @description Requires the permission `team:read`.
         */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /**
         * Delete a custom role that nobody holds
         * @description Requires the permission `roles:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /**
         * Change a custom role for all who hold it, from their next request on
         * @description Requires the permission `roles:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked for and needs a second person, newest first
         * @description Requires the permission `approvals:read`.
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked for, and what became of it
         * @description Requires the permission `approvals:read`.
         */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what somebody else asked for; it is done at once
         * @description You need the right to do it by yourself. The answer says what became of it: `executed`, `failed` with the reason, or `approved` where it broke on the way and is tried again each hour.
         *
         *     Requires the permission `approvals:decide`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject what somebody else asked for, and say why
         * @description Requires the permission `approvals:decide`.
         */
        post: operations["reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what you asked for
         * @description Requires the permission `approvals:read`.
         */
        post: operations["cancelApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace, and what needs a second person in it
         * @description Requires the permission `settings:read`.
         */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename the workspace; owners say what needs a second person
         * @description Requires the permission `settings:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's definitions: time zone, reporting currency, what counts as MRR
         * @description Requires the permission `settings:read`.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change definitions; figures are computed again from the stored facts in the background
         * @description Requires the permission `settings:write`.
         */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Stripe accounts of the workspace, the first connected one first
         * @description Requires the permission `accounts:read`.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Connect an account by its key, or make a new one through Connect
         * @description By key: Stripe is asked whose the key is and what it may do; webhooks are registered where it may. Through Connect: the account of the request is the platform; send the owner on by an onboarding link.
         *
         *     Requires the permission `accounts:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["connectAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account: how it is reached, what its key lacks, how far it is read, what Stripe still asks of it
         * @description Requires the permission `accounts:read`.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/onboarding_links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A fresh link to Stripe's onboarding of an account that was made through Connect
         * @description Requires the permission `accounts:write`.
         */
        post: operations["createOnboardingLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/installations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the app's install link must carry so that the installation finds this workspace
         * @description Requires the permission `accounts:write`.
         */
        post: operations["createInstallationState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the connection: keys are forgotten, webhooks taken back, the data kept or erased
         * @description Requires the permission `accounts:disconnect`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["disconnectAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys by which the account is reached at Stripe, newest first; never the keys themselves
         * @description Requires the permission `credentials:read`.
         */
        get: operations["listCredentials"];
        put?: never;
        /**
         * Add a key of the account; Stripe is asked whose it is and what it may do
         * @description Requires the permission `credentials:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["createCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One credential, with what its key may do
         * @description Requires the permission `credentials:read`.
         */
        get: operations["getCredential"];
        put?: never;
        post?: never;
        /**
         * Delete a credential that is not in force
         * @description Requires the permission `credentials:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        delete: operations["deleteCredential"];
        options?: never;
        head?: never;
        /**
         * Put a credential in or out of force, rename it, or add a webhook signing secret
         * @description Requires the permission `credentials:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        patch: operations["changeCredential"];
        trace?: never;
    };
    "/v1/credentials/{id}/probe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Stripe again what the key may do
         * @description Requires the permission `credentials:write`.
         */
        post: operations["probeCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys of programs, newest first; never the keys themselves
         * @description Requires the permission `keys:read`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make a key that may do no more than you; it is shown once
         * @description Requires the permission `keys:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api_keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One key: what it may do now, from where, until when, and when it was last used
         * @description Requires the permission `keys:read`.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * End a key at once
         * @description Requires the permission `keys:write`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        /**
         * Rename a key, or change from where and how often it may be used
         * @description Requires the permission `keys:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        patch: operations["changeApiKey"];
        trace?: never;
    };
    "/v1/api_keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a key; the present one stays good for some hours
         * @description Requires the permission `keys:write`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was changed, by whom, newest first
         * @description Requires the permission `audit:read`.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries that match as a file, the oldest first; that it was asked for is in the trail
         * @description Requires the permission `audit:export`.
         */
        get: operations["exportAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_entries/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the trail is what was sealed, and the first entry that is not; a stretch at a time
         * @description Requires the permission `audit:read`.
         */
        get: operations["verifyAuditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Long work of this account, newest first
         * @description Requires the permission `operations:read`.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an operation is
         * @description Requires the permission `operations:read`.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask an operation to stop at its next step
         * @description Requires the permission `operations:cancel`.
         */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the copy of the account has come, by resource
         * @description Requires the permission `sync:read`.
         */
        get: operations["getSync"];
        put?: never;
        /**
         * Read the account from Stripe; an interrupted run goes on where it stood
         * @description Requires the permission `sync:run`.
         */
        post: operations["startSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of a period beside those of the period before; the last 30 days unless asked otherwise
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of each account of the workspace in one mode, in one currency
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listAccountFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/mrr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR at the end of each day, week or month
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getMrr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/mrr_movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The MRR waterfall: why MRR changed, by day, week or month
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getMrrMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Churn and retention of a period, split by why customers left
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getChurn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers and MRR of each interval: who came, who left, how much it grew
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getGrowth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retention and churn rates of each interval, and what they are made of
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/arpa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR per active customer, and per new customer, of each interval
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getArpa"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/quick_ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gained over lost MRR of each interval
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getQuickRatio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/ltv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lifetime value of a customer, by the churn of the last six complete months
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getLtv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retention of customers and revenue by month of the first day with MRR; the last twelve months unless asked otherwise
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getCohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR and its movements by slice of one dimension, the largest first
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getBreakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows that a figure is made of: they add up to it
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Our MRR beside that of another product's definitions, split by rule and subscription
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every figure: what it means and by which rules
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures frozen at each day's close, newest first
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The forecast of a monthly figure with its interval, and how the method did on the months known
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers by the money at risk, with the reasons, and how well the score did on known months
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listCustomerRisks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Days that depart from their expected range, with what drove them; the last 30 days unless asked otherwise
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listAnomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx_rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stored exchange rates by day, newest first
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listFxRates"];
        put?: never;
        /**
         * Set the rate of a currency for a day, in place of the published one, or take that back
         * @description Requires the permission `fx_rates:write`.
         */
        post: operations["setFxRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx_rates/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest rate of each currency that customers are billed in, and how old it is
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listLatestFxRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx_rates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take published rates from a file of the European Central Bank; what was entered stays
         * @description Requires the permission `fx_rates:write`.
         */
        post: operations["importFxRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Volume, refunds, disputes, fees and what they leave, of each interval
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getRevenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stripe's fees of each interval by what they were taken for, and estimates of those to come
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getFees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers owe at the end of a period, by how long it is past due
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getReceivables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What there is, what is on its way, what will be paid out, what came and went, and what is owed
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getCash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disputes of a period, those that wait, and how near the card networks' limits are
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trials that began, run and ended, and what became of them
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getTrials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/needs_attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs somebody now: disputes, failed payments, approvals, expiring cards
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listNeedsAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/movers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who moved MRR most in a range: new, expansion and churn
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getMovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many products, customers, payments and subscriptions there are, and the latest of them
         * @description Requires the permission `analytics:read`.
         */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the business costs beside fees, as entered, newest first
         * @description Requires the permission `analytics:read`.
         */
        get: operations["listCosts"];
        put?: never;
        /**
         * Enter a cost from a day on: a share of revenue, per customer, per transaction or fixed
         * @description Requires the permission `costs:write`.
         */
        post: operations["createCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/costs/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say from which day on a cost is none, or correct that day
         * @description Requires the permission `costs:write`.
         */
        post: operations["endCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers by their ids, descending
         * @description Requires the permission `customers:read`.
         */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer with MRR, lifetime revenue and subscriptions
         * @description Requires the permission `customers:read`.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/mrr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a customer's MRR changed
         * @description Requires the permission `customers:read`.
         */
        get: operations["getCustomerMrr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is kept about a customer; that it was asked for is in the trail
         * @description Requires the permission `customers:export`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        get: operations["exportCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away all that tells who a customer is; the figures stay. There is no way back
         * @description Requires the permission `customers:erase`.
         *
         *     Needs a sign-in, or a `POST /v1/auth/step_up`, of the last ten minutes.
         *
         *     A view sends Stripe's signature over `{nonce, mode, action, parameters, user_id, account_id}`: `nonce` as in the
         *     header `Desk-Nonce`, `mode` as it signed in, `action` as in `POST /v1/refunds`, `parameters` the exact text of the body.
         */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subscription with how its MRR changed, what tells it, and its discounts
         * @description Requires the permission `customers:read`.
         */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promotions with their redemptions, newest first; of all accounts together with account=all
         * @description Requires the permission `promotions:read`.
         */
        get: operations["listPromotions"];
        put?: never;
        /**
         * Create a promotion: a coupon and a promotion code at Stripe
         * @description Requires the permission `promotions:write`.
         */
        post: operations["createPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A promotion
         * @description Requires the permission `promotions:read`.
         */
        get: operations["getPromotion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a promotion: its code stops working, discounts already given go on
         * @description Requires the permission `promotions:write`.
         */
        post: operations["endPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scheduled work: when it is due and how its last run went
         * @description Requires the permission `jobs:read`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{name}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest runs of a job, newest first
         * @description Requires the permission `jobs:read`.
         */
        get: operations["listJobRuns"];
        put?: never;
        /**
         * Run a job now; follow the operation it answers with
         * @description Requires the permission `jobs:run`.
         */
        post: operations["runJob"];
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
         * @description application/problem+json (RFC 9457)
         * @example {
         *       "type": "/docs/problems#not_found",
         *       "title": "Not found",
         *       "status": 404,
         *       "code": "not_found",
         *       "detail": "No promotion has the id promo_0mwp",
         *       "remedy": "Check the id and the account it belongs to.",
         *       "request_id": "req_0mwpfwzdrd0c600fbfa6b82aa4b"
         *     }
         */
        Problem: {
            /** @description Where the problem is explained */
            type: string;
            title: string;
            status: number;
            /** @description Stable; branch on this */
            code: string;
            /** @description What was wrong this time */
            detail: string;
            /** @description What to do about it */
            remedy: string;
            request_id: string;
            errors?: {
                /** @description The field */
                pointer: string;
                /** @description What was expected */
                message: string;
            }[];
        };
        /**
         * @example {
         *       "value": 1826272,
         *       "previous": 1704346,
         *       "unit": "minor",
         *       "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *       "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *     }
         */
        Figure: {
            value: number | null;
            previous: number | null;
            /**
             * @description Minor units of the currency, a count, or basis points
             * @enum {string}
             */
            unit: "minor" | "count" | "bp";
            /** @description What it means, in a sentence */
            definition: string;
            evidence: string | null;
        };
        /**
         * @example {
         *       "title": "MRR",
         *       "unit": "minor",
         *       "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *       "evidence": "/v1/analytics/evidence?figure=mrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *     }
         */
        SeriesFigure: {
            title: string;
            /** @enum {string} */
            unit: "minor" | "count" | "bp";
            /** @description What it means, in a sentence */
            definition: string;
            /** @description Where the rows of one interval are, for its `date` and `end_date` (RFC 6570) */
            evidence: string;
        };
        /**
         * @example {
         *       "date": "2026-03-01",
         *       "end_date": "2026-03-31",
         *       "start": 1283215,
         *       "new": 384109,
         *       "expansion": 66575,
         *       "contraction": 0,
         *       "churn": 34667,
         *       "reactivation": 0,
         *       "fx": 5114,
         *       "end": 1704346,
         *       "customers_start": 50,
         *       "customers_new": 11,
         *       "customers_reactivated": 0,
         *       "customers_churned": 4,
         *       "customers_end": 57,
         *       "complete": true,
         *       "reconstructed": true
         *     }
         */
        MrrMovementRow: {
            /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
            date: string;
            /** @description Last day, YYYY-MM-DD in the account's time zone */
            end_date: string;
            /** @description MRR before the interval, minor units */
            start: number;
            /** @description First MRR ever of a customer, minor units */
            new: number;
            /** @description More MRR from a customer, minor units */
            expansion: number;
            /** @description Less MRR from a customer who stays, positive, minor units */
            contraction: number;
            /** @description MRR of customers who left, positive, minor units */
            churn: number;
            /** @description MRR of customers who came back, minor units */
            reactivation: number;
            /** @description What exchange rates alone changed, minor units */
            fx: number;
            /** @description MRR after it: start + new + expansion + reactivation - contraction - churn + transfer_in - transfer_out + fx, minor units */
            end: number;
            /** @description In a slice: MRR that came from another part, minor units */
            transfer_in?: number;
            /** @description In a slice: MRR that went to another part, positive, minor units */
            transfer_out?: number;
            customers_start: number;
            customers_new: number;
            customers_reactivated: number;
            customers_churned: number;
            /** @description In a slice: customers who paid before, elsewhere */
            customers_transferred_in?: number;
            /** @description In a slice: customers who pay on, elsewhere */
            customers_transferred_out?: number;
            customers_end: number;
            /** @description False for the running interval */
            complete: boolean;
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "customers": 27,
         *       "mrr": 797368,
         *       "customers_share_bp": 8182,
         *       "mrr_share_bp": 9297,
         *       "rate_bp": 236
         *     }
         */
        ChurnPart: {
            customers: number;
            /** @description Churned MRR, minor units */
            mrr: number;
            customers_share_bp: number | null;
            mrr_share_bp: number | null;
            rate_bp: number | null;
        };
        /**
         * @example {
         *       "id": "acct_164waUaQbP08XQFF:cus_EKDy7mDZs8aIaf:2026-04-29",
         *       "object": "evidence_row",
         *       "kind": "movement",
         *       "value": 6171,
         *       "account": "acct_164waUaQbP08XQFF",
         *       "customer": "cus_EKDy7mDZs8aIaf",
         *       "customer_name": "Hartley Analytics",
         *       "day": "2026-04-29",
         *       "type": "new",
         *       "amounts": [
         *         {
         *           "currency": "eur",
         *           "amount": 5760
         *         }
         *       ],
         *       "subscriptions": [
         *         "sub_1s0epCqHTP3RIEJ51ShNcaK7"
         *       ],
         *       "objects": [
         *         "evt_1UleHGAgGhrsKXfN0cZvGyzZ"
         *       ]
         *     }
         */
        EvidenceRow: {
            id: string;
            /** @enum {string} */
            object: "evidence_row";
            /** @enum {string} */
            kind: "customer" | "movement" | "balance_transaction" | "charge" | "invoice" | "balance" | "payout" | "expected_payout" | "dispute" | "early_fraud_warning" | "subscription";
            /** @description What it adds to the figure, in its unit */
            value: number;
            account: string;
            customer: string | null;
            customer_name: string | null;
            day: string | null;
            type: string | null;
            /** @description Before conversion and sharing out of roundings */
            amounts: {
                /** @description ISO 4217, lower case */
                currency: string;
                /** @description Before conversion, minor units */
                amount: number;
            }[];
            /** @description Subscriptions that changed */
            subscriptions: string[];
            /** @description Events and objects of Stripe that say so */
            objects: string[];
        };
        /**
         * @example {
         *       "object": "analytics.overview",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-02",
         *         "to": "2026-03-31"
         *       },
         *       "figures": {
         *         "mrr": {
         *           "value": 1826272,
         *           "previous": 1704346,
         *           "unit": "minor",
         *           "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "arr": {
         *           "value": 21915264,
         *           "previous": 20452152,
         *           "unit": "minor",
         *           "definition": "Twelve times MRR: a run rate, not a promise.",
         *           "evidence": "/v1/analytics/evidence?figure=arr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "net_revenue": {
         *           "value": 1660817,
         *           "previous": 2300914,
         *           "unit": "minor",
         *           "definition": "Gross volume less refunds and disputes, before fees.",
         *           "evidence": "/v1/analytics/evidence?figure=net_revenue&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "gross_volume": {
         *           "value": 1660817,
         *           "previous": 2303739,
         *           "unit": "minor",
         *           "definition": "Payments that reached the balance, with tax and one-off sales.",
         *           "evidence": "/v1/analytics/evidence?figure=gross_volume&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "refunds": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What was refunded in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=refunds&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "disputes": {
         *           "value": 0,
         *           "previous": 2825,
         *           "unit": "minor",
         *           "definition": "What disputes took in the period, less what came back.",
         *           "evidence": "/v1/analytics/evidence?figure=disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "fees": {
         *           "value": 54239,
         *           "previous": 80987,
         *           "unit": "minor",
         *           "definition": "Stripe's fees.",
         *           "evidence": "/v1/analytics/evidence?figure=fees&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "active_customers": {
         *           "value": 64,
         *           "previous": 57,
         *           "unit": "count",
         *           "definition": "Customers with MRR above 0 at the end of the period; each counts once, whatever the number of subscriptions.",
         *           "evidence": "/v1/analytics/evidence?figure=active_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "new_customers": {
         *           "value": 7,
         *           "previous": 11,
         *           "unit": "count",
         *           "definition": "Customers whose first MRR ever falls in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=new_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "churned_customers": {
         *           "value": 0,
         *           "previous": 4,
         *           "unit": "count",
         *           "definition": "Customers who left in the period; who left twice counts twice.",
         *           "evidence": "/v1/analytics/evidence?figure=churned_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "arpa": {
         *           "value": 28536,
         *           "previous": 29901,
         *           "unit": "minor",
         *           "definition": "MRR per active customer.",
         *           "evidence": "/v1/analytics/evidence?figure=arpa&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "trial_mrr": {
         *           "value": 16000,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What running trials would bill per month if all converted, now; no part of MRR.",
         *           "evidence": "/v1/analytics/evidence?figure=trial_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "at_risk_mrr": {
         *           "value": 0,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "The part of MRR whose subscriptions are past due, now.",
         *           "evidence": "/v1/analytics/evidence?figure=at_risk_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "committed_mrr": {
         *           "value": 1846209,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "MRR of subscriptions that are not set to end, now.",
         *           "evidence": "/v1/analytics/evidence?figure=committed_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "customer_churn": {
         *           "value": 0,
         *           "previous": 800,
         *           "unit": "bp",
         *           "definition": "Of the customers at the start, the share that is gone at the end. Who joined and left in between is in neither.",
         *           "evidence": "/v1/analytics/evidence?figure=customer_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "gross_mrr_churn": {
         *           "value": 47,
         *           "previous": 270,
         *           "unit": "bp",
         *           "definition": "Contraction and churn of the period over MRR at the start.",
         *           "evidence": "/v1/analytics/evidence?figure=gross_mrr_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "net_mrr_churn": {
         *           "value": -467,
         *           "previous": -249,
         *           "unit": "bp",
         *           "definition": "The same less expansion and reactivation; negative where more came than went.",
         *           "evidence": "/v1/analytics/evidence?figure=net_mrr_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "nrr": {
         *           "value": 10467,
         *           "previous": 10248,
         *           "unit": "bp",
         *           "definition": "What the customers of the start have at the end over what they had; above 100 % where those who grew outweigh those who left.",
         *           "evidence": "/v1/analytics/evidence?figure=nrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "grr": {
         *           "value": 10000,
         *           "previous": 9730,
         *           "unit": "bp",
         *           "definition": "The same without growth: at most 100 %.",
         *           "evidence": "/v1/analytics/evidence?figure=grr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "quick_ratio": {
         *           "value": 168071,
         *           "previous": 130004,
         *           "unit": "bp",
         *           "definition": "Gained over lost MRR, 10000 is 1.0; without losses there is none.",
         *           "evidence": "/v1/analytics/evidence?figure=quick_ratio&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "new_mrr": {
         *           "value": 46921,
         *           "previous": 384109,
         *           "unit": "minor",
         *           "definition": "MRR of customers who had none ever before.",
         *           "evidence": "/v1/analytics/evidence?figure=new_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "expansion_mrr": {
         *           "value": 87536,
         *           "previous": 66575,
         *           "unit": "minor",
         *           "definition": "More MRR from customers who were there before.",
         *           "evidence": "/v1/analytics/evidence?figure=expansion_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "contraction_mrr": {
         *           "value": 8000,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "MRR lost from customers who stayed.",
         *           "evidence": "/v1/analytics/evidence?figure=contraction_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "churned_mrr": {
         *           "value": 0,
         *           "previous": 34667,
         *           "unit": "minor",
         *           "definition": "MRR of customers who left, at their last amount.",
         *           "evidence": "/v1/analytics/evidence?figure=churned_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "reactivation_mrr": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "MRR of customers who came back.",
         *           "evidence": "/v1/analytics/evidence?figure=reactivation_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "net_new_mrr": {
         *           "value": 126457,
         *           "previous": 416017,
         *           "unit": "minor",
         *           "definition": "All movements of the period together, exchange rates left aside.",
         *           "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       }
         *     }
         */
        Overview: {
            /** @enum {string} */
            object: "analytics.overview";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            figures: {
                mrr: components["schemas"]["Figure"];
                arr: components["schemas"]["Figure"];
                net_revenue: components["schemas"]["Figure"];
                gross_volume: components["schemas"]["Figure"];
                refunds: components["schemas"]["Figure"];
                disputes: components["schemas"]["Figure"];
                fees: components["schemas"]["Figure"];
                active_customers: components["schemas"]["Figure"];
                new_customers: components["schemas"]["Figure"];
                churned_customers: components["schemas"]["Figure"];
                arpa: components["schemas"]["Figure"];
                trial_mrr: components["schemas"]["Figure"];
                at_risk_mrr: components["schemas"]["Figure"];
                committed_mrr: components["schemas"]["Figure"];
                customer_churn: components["schemas"]["Figure"];
                gross_mrr_churn: components["schemas"]["Figure"];
                net_mrr_churn: components["schemas"]["Figure"];
                nrr: components["schemas"]["Figure"];
                grr: components["schemas"]["Figure"];
                quick_ratio: components["schemas"]["Figure"];
                new_mrr: components["schemas"]["Figure"];
                expansion_mrr: components["schemas"]["Figure"];
                contraction_mrr: components["schemas"]["Figure"];
                churned_mrr: components["schemas"]["Figure"];
                reactivation_mrr: components["schemas"]["Figure"];
                net_new_mrr: components["schemas"]["Figure"];
            };
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/growth",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "complete": true,
         *           "reconstructed": true,
         *           "start_customers": 50,
         *           "new_customers": 11,
         *           "reactivated_customers": 0,
         *           "churned_customers": 4,
         *           "active_customers": 57,
         *           "customer_growth": 1400,
         *           "start_mrr": 1283215,
         *           "net_new_mrr": 416017,
         *           "mrr": 1704346,
         *           "mrr_growth": 3282
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "complete": true,
         *           "reconstructed": true,
         *           "start_customers": 57,
         *           "new_customers": 7,
         *           "reactivated_customers": 0,
         *           "churned_customers": 0,
         *           "active_customers": 64,
         *           "customer_growth": 1228,
         *           "start_mrr": 1704346,
         *           "net_new_mrr": 126457,
         *           "mrr": 1826272,
         *           "mrr_growth": 715
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "complete": true,
         *         "reconstructed": true,
         *         "start_customers": 50,
         *         "new_customers": 18,
         *         "reactivated_customers": 0,
         *         "churned_customers": 4,
         *         "active_customers": 64,
         *         "customer_growth": 2800,
         *         "start_mrr": 1283215,
         *         "net_new_mrr": 542474,
         *         "mrr": 1826272,
         *         "mrr_growth": 4232
         *       },
         *       "figures": {
         *         "start_customers": {
         *           "title": "Customers at the start",
         *           "unit": "count",
         *           "definition": "Customers with MRR above 0 at the end of the day before the period.",
         *           "evidence": "/v1/analytics/evidence?figure=start_customers&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "new_customers": {
         *           "title": "New customers",
         *           "unit": "count",
         *           "definition": "Customers whose first MRR ever falls in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=new_customers&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        Growth: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                start_customers: number | null;
                new_customers: number | null;
                reactivated_customers: number | null;
                churned_customers: number | null;
                active_customers: number | null;
                customer_growth: number | null;
                start_mrr: number | null;
                net_new_mrr: number | null;
                mrr: number | null;
                mrr_growth: number | null;
            }[];
            total: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                start_customers: number | null;
                new_customers: number | null;
                reactivated_customers: number | null;
                churned_customers: number | null;
                active_customers: number | null;
                customer_growth: number | null;
                start_mrr: number | null;
                net_new_mrr: number | null;
                mrr: number | null;
                mrr_growth: number | null;
            };
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/retention",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "complete": true,
         *           "reconstructed": true,
         *           "nrr": 10248,
         *           "grr": 9730,
         *           "gross_revenue_churn": 270,
         *           "net_revenue_churn": -248,
         *           "logo_retention": 9200,
         *           "customer_churn": 800,
         *           "gross_mrr_churn": 270,
         *           "net_mrr_churn": -249,
         *           "start_customers": 50,
         *           "lost_customers": 4,
         *           "kept_customers": 46,
         *           "start_mrr": 1283215,
         *           "kept_mrr": 1315036,
         *           "kept_mrr_gross": 1248555,
         *           "voluntary_churned_mrr": 21867,
         *           "voluntary_churned_customers": 3,
         *           "involuntary_churned_mrr": 12800,
         *           "involuntary_churned_customers": 1,
         *           "paused_churned_mrr": 0,
         *           "paused_churned_customers": 0
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "complete": true,
         *           "reconstructed": true,
         *           "nrr": 10467,
         *           "grr": 10000,
         *           "gross_revenue_churn": 0,
         *           "net_revenue_churn": -467,
         *           "logo_retention": 10000,
         *           "customer_churn": 0,
         *           "gross_mrr_churn": 47,
         *           "net_mrr_churn": -467,
         *           "start_customers": 57,
         *           "lost_customers": 0,
         *           "kept_customers": 57,
         *           "start_mrr": 1704346,
         *           "kept_mrr": 1783913,
         *           "kept_mrr_gross": 1704346,
         *           "voluntary_churned_mrr": 0,
         *           "voluntary_churned_customers": 0,
         *           "involuntary_churned_mrr": 0,
         *           "involuntary_churned_customers": 0,
         *           "paused_churned_mrr": 0,
         *           "paused_churned_customers": 0
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "complete": true,
         *         "reconstructed": true,
         *         "nrr": 10868,
         *         "grr": 9730,
         *         "gross_revenue_churn": 270,
         *         "net_revenue_churn": -868,
         *         "logo_retention": 9200,
         *         "customer_churn": 800,
         *         "gross_mrr_churn": 333,
         *         "net_mrr_churn": -868,
         *         "start_customers": 50,
         *         "lost_customers": 4,
         *         "kept_customers": 46,
         *         "start_mrr": 1283215,
         *         "kept_mrr": 1394589,
         *         "kept_mrr_gross": 1248555,
         *         "voluntary_churned_mrr": 21867,
         *         "voluntary_churned_customers": 3,
         *         "involuntary_churned_mrr": 12800,
         *         "involuntary_churned_customers": 1,
         *         "paused_churned_mrr": 0,
         *         "paused_churned_customers": 0
         *       },
         *       "figures": {
         *         "nrr": {
         *           "title": "Net revenue retention",
         *           "unit": "bp",
         *           "definition": "What the customers of the start have at the end over what they had; above 100 % where those who grew outweigh those who left.",
         *           "evidence": "/v1/analytics/evidence?figure=nrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "grr": {
         *           "title": "Gross revenue retention",
         *           "unit": "bp",
         *           "definition": "The same without growth: at most 100 %.",
         *           "evidence": "/v1/analytics/evidence?figure=grr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        RetentionSeries: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                nrr: number | null;
                grr: number | null;
                gross_revenue_churn: number | null;
                net_revenue_churn: number | null;
                logo_retention: number | null;
                customer_churn: number | null;
                gross_mrr_churn: number | null;
                net_mrr_churn: number | null;
                start_customers: number | null;
                lost_customers: number | null;
                kept_customers: number | null;
                start_mrr: number | null;
                kept_mrr: number | null;
                kept_mrr_gross: number | null;
                voluntary_churned_mrr: number | null;
                voluntary_churned_customers: number | null;
                involuntary_churned_mrr: number | null;
                involuntary_churned_customers: number | null;
                paused_churned_mrr: number | null;
                paused_churned_customers: number | null;
            }[];
            total: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                nrr: number | null;
                grr: number | null;
                gross_revenue_churn: number | null;
                net_revenue_churn: number | null;
                logo_retention: number | null;
                customer_churn: number | null;
                gross_mrr_churn: number | null;
                net_mrr_churn: number | null;
                start_customers: number | null;
                lost_customers: number | null;
                kept_customers: number | null;
                start_mrr: number | null;
                kept_mrr: number | null;
                kept_mrr_gross: number | null;
                voluntary_churned_mrr: number | null;
                voluntary_churned_customers: number | null;
                involuntary_churned_mrr: number | null;
                involuntary_churned_customers: number | null;
                paused_churned_mrr: number | null;
                paused_churned_customers: number | null;
            };
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/arpa",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "complete": true,
         *           "reconstructed": true,
         *           "arpa": 29901,
         *           "mrr": 1704346,
         *           "arr": 20452152,
         *           "active_customers": 57,
         *           "new_sale_value": 34919,
         *           "new_mrr": 384109,
         *           "new_customers": 11
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "complete": true,
         *           "reconstructed": true,
         *           "arpa": 28536,
         *           "mrr": 1826272,
         *           "arr": 21915264,
         *           "active_customers": 64,
         *           "new_sale_value": 6703,
         *           "new_mrr": 46921,
         *           "new_customers": 7
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "complete": true,
         *         "reconstructed": true,
         *         "arpa": 28536,
         *         "mrr": 1826272,
         *         "arr": 21915264,
         *         "active_customers": 64,
         *         "new_sale_value": 23946,
         *         "new_mrr": 431030,
         *         "new_customers": 18
         *       },
         *       "figures": {
         *         "arpa": {
         *           "title": "ARPA",
         *           "unit": "minor",
         *           "definition": "MRR per active customer.",
         *           "evidence": "/v1/analytics/evidence?figure=arpa&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "mrr": {
         *           "title": "MRR",
         *           "unit": "minor",
         *           "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        Arpa: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                arpa: number | null;
                mrr: number | null;
                arr: number | null;
                active_customers: number | null;
                new_sale_value: number | null;
                new_mrr: number | null;
                new_customers: number | null;
            }[];
            total: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                arpa: number | null;
                mrr: number | null;
                arr: number | null;
                active_customers: number | null;
                new_sale_value: number | null;
                new_mrr: number | null;
                new_customers: number | null;
            };
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/quick_ratio",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "complete": true,
         *           "reconstructed": true,
         *           "quick_ratio": 130004,
         *           "gained_mrr": 450684,
         *           "lost_mrr": 34667,
         *           "new_mrr": 384109,
         *           "expansion_mrr": 66575,
         *           "reactivation_mrr": 0,
         *           "contraction_mrr": 0,
         *           "churned_mrr": 34667
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "complete": true,
         *           "reconstructed": true,
         *           "quick_ratio": 168071,
         *           "gained_mrr": 134457,
         *           "lost_mrr": 8000,
         *           "new_mrr": 46921,
         *           "expansion_mrr": 87536,
         *           "reactivation_mrr": 0,
         *           "contraction_mrr": 8000,
         *           "churned_mrr": 0
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "complete": true,
         *         "reconstructed": true,
         *         "quick_ratio": 137141,
         *         "gained_mrr": 585141,
         *         "lost_mrr": 42667,
         *         "new_mrr": 431030,
         *         "expansion_mrr": 154111,
         *         "reactivation_mrr": 0,
         *         "contraction_mrr": 8000,
         *         "churned_mrr": 34667
         *       },
         *       "figures": {
         *         "quick_ratio": {
         *           "title": "Quick ratio",
         *           "unit": "bp",
         *           "definition": "Gained over lost MRR, 10000 is 1.0; without losses there is none.",
         *           "evidence": "/v1/analytics/evidence?figure=quick_ratio&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "gained_mrr": {
         *           "title": "Gained MRR",
         *           "unit": "minor",
         *           "definition": "New MRR, expansion and reactivation together.",
         *           "evidence": "/v1/analytics/evidence?figure=gained_mrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        QuickRatio: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                quick_ratio: number | null;
                gained_mrr: number | null;
                lost_mrr: number | null;
                new_mrr: number | null;
                expansion_mrr: number | null;
                reactivation_mrr: number | null;
                contraction_mrr: number | null;
                churned_mrr: number | null;
            }[];
            total: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                quick_ratio: number | null;
                gained_mrr: number | null;
                lost_mrr: number | null;
                new_mrr: number | null;
                expansion_mrr: number | null;
                reactivation_mrr: number | null;
                contraction_mrr: number | null;
                churned_mrr: number | null;
            };
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "analytics.ltv",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true,
         *       "period": {
         *         "from": "2026-04-15",
         *         "to": "2026-05-14"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-16",
         *         "to": "2026-04-14"
         *       },
         *       "basis": "revenue",
         *       "figures": {
         *         "ltv": {
         *           "value": 669894,
         *           "previous": 561159,
         *           "unit": "minor",
         *           "definition": "What a customer brings until leaving: ARPA over the customer churn of the last six complete months, pooled. None without churn.",
         *           "evidence": "/v1/analytics/evidence?figure=ltv&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "ltv_60m": {
         *           "value": 669894,
         *           "previous": 561159,
         *           "unit": "minor",
         *           "definition": "The same with a lifetime of at most 60 months.",
         *           "evidence": "/v1/analytics/evidence?figure=ltv_60m&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "pooled_churn": {
         *           "value": 426,
         *           "previous": 526,
         *           "unit": "bp",
         *           "definition": "Customers lost over customers at the start, summed over the last six complete months.",
         *           "evidence": "/v1/analytics/evidence?figure=pooled_churn&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "arpa": {
         *           "value": 28561,
         *           "previous": 29535,
         *           "unit": "minor",
         *           "definition": "MRR per active customer.",
         *           "evidence": "/v1/analytics/evidence?figure=arpa&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "active_customers": {
         *           "value": 66,
         *           "previous": 61,
         *           "unit": "count",
         *           "definition": "Customers with MRR above 0 at the end of the period; each counts once, whatever the number of subscriptions.",
         *           "evidence": "/v1/analytics/evidence?figure=active_customers&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       }
         *     }
         */
        Ltv: {
            /** @enum {string} */
            object: "analytics.ltv";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            /**
             * @description Whether ARPA counts whole, or what costs leave of it
             * @enum {string}
             */
            basis: "revenue" | "contribution";
            figures: {
                ltv: components["schemas"]["Figure"];
                ltv_60m: components["schemas"]["Figure"];
                pooled_churn: components["schemas"]["Figure"];
                arpa: components["schemas"]["Figure"];
                active_customers: components["schemas"]["Figure"];
            };
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/cohorts",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "month": "2026-02",
         *           "size": 6,
         *           "initial_mrr": 340852,
         *           "small": true,
         *           "months": [
         *             {
         *               "month": "2026-02",
         *               "customers": 6,
         *               "mrr": 340852,
         *               "customer_bp": 10000,
         *               "revenue_bp": 10000,
         *               "complete": true
         *             },
         *             {
         *               "month": "2026-03",
         *               "customers": 6,
         *               "mrr": 401033,
         *               "customer_bp": 10000,
         *               "revenue_bp": 11766,
         *               "complete": true
         *             }
         *           ],
         *           "evidence": "/v1/analytics/evidence?figure=new_customers&from=2026-02-01&to=2026-02-28&currency=usd&slice=cohort%3A2026-02&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         {
         *           "month": "2026-03",
         *           "size": 11,
         *           "initial_mrr": 384199,
         *           "small": false,
         *           "months": [
         *             {
         *               "month": "2026-03",
         *               "customers": 11,
         *               "mrr": 384199,
         *               "customer_bp": 10000,
         *               "revenue_bp": 10000,
         *               "complete": true
         *             },
         *             {
         *               "month": "2026-04",
         *               "customers": 11,
         *               "mrr": 384199,
         *               "customer_bp": 10000,
         *               "revenue_bp": 10000,
         *               "complete": true
         *             }
         *           ],
         *           "evidence": "/v1/analytics/evidence?figure=new_customers&from=2026-03-01&to=2026-03-31&currency=usd&slice=cohort%3A2026-03&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       ],
         *       "averages": [
         *         {
         *           "cohorts": 3,
         *           "size": 24,
         *           "customer_bp": 10000,
         *           "revenue_bp": 10000
         *         },
         *         {
         *           "cohorts": 2,
         *           "size": 17,
         *           "customer_bp": 10000,
         *           "revenue_bp": 10623
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        Cohorts: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description Month of the first day with MRR, YYYY-MM (R1) */
                month: string;
                /** @description Customers who began in it (R2) */
                size: number;
                /** @description Their MRR at the end of their first day (R2), minor units */
                initial_mrr: number;
                /** @description Fewer than ten customers: rates say little (R4) */
                small: boolean;
                /** @description From the own month on (R3) */
                months: {
                    /** @description YYYY-MM */
                    month: string;
                    /** @description Those of the cohort with MRR at its end */
                    customers: number;
                    /** @description Their MRR, at the rates of the cohort’s own month, minor units */
                    mrr: number;
                    customer_bp: number | null;
                    revenue_bp: number | null;
                    /** @description False while the month runs */
                    complete: boolean;
                }[];
                /** @description Where its customers are */
                evidence: string;
            }[];
            /** @description By months since the first, weighted by size, complete months alone (R4) */
            averages: {
                cohorts: number;
                size: number;
                customer_bp: number | null;
                revenue_bp: number | null;
            }[];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/breakdown",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "value": "prod_GB9fwelEVahbbG",
         *           "name": "Business",
         *           "share_bp": 7619,
         *           "mrr": 1391514,
         *           "start_mrr": 1324804,
         *           "active_customers": 10,
         *           "arpa": 139151,
         *           "new_mrr": 0,
         *           "expansion_mrr": 70000,
         *           "contraction_mrr": 0,
         *           "churned_mrr": 0,
         *           "reactivation_mrr": 0,
         *           "transfer_in_mrr": 0,
         *           "transfer_out_mrr": 0,
         *           "mrr_growth": 504,
         *           "gross_mrr_churn": 0,
         *           "quick_ratio": null,
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&slice=product%3Aprod_GB9fwelEVahbbG&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         {
         *           "value": "prod_8DB76zzRXYMISG",
         *           "name": "Team",
         *           "share_bp": 1608,
         *           "mrr": 293752,
         *           "start_mrr": 246027,
         *           "active_customers": 26,
         *           "arpa": 11298,
         *           "new_mrr": 38704,
         *           "expansion_mrr": 17536,
         *           "contraction_mrr": 8000,
         *           "churned_mrr": 0,
         *           "reactivation_mrr": 0,
         *           "transfer_in_mrr": 0,
         *           "transfer_out_mrr": 0,
         *           "mrr_growth": 1940,
         *           "gross_mrr_churn": 325,
         *           "quick_ratio": 70300,
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&slice=product%3Aprod_8DB76zzRXYMISG&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       ],
         *       "figures": {
         *         "mrr": {
         *           "title": "MRR",
         *           "unit": "minor",
         *           "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "start_mrr": {
         *           "title": "MRR at the start",
         *           "unit": "minor",
         *           "definition": "MRR at the end of the day before the period.",
         *           "evidence": "/v1/analytics/evidence?figure=start_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "overlapping": false,
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        Breakdown: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether slices beyond the largest were left out */
            has_more: boolean;
            data: {
                /** @description As `slice` takes it after the colon */
                value: string;
                name: string | null;
                share_bp: number | null;
                mrr: number | null;
                start_mrr: number | null;
                active_customers: number | null;
                arpa: number | null;
                new_mrr: number | null;
                expansion_mrr: number | null;
                contraction_mrr: number | null;
                churned_mrr: number | null;
                reactivation_mrr: number | null;
                transfer_in_mrr: number | null;
                transfer_out_mrr: number | null;
                mrr_growth: number | null;
                gross_mrr_churn: number | null;
                quick_ratio: number | null;
                /** @description Where its customers are */
                evidence: string;
            }[];
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description Whether an MRR may be in several slices, as with coupons */
            overlapping: boolean;
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "analytics.evidence",
         *       "figure": "new_mrr",
         *       "title": "New MRR",
         *       "unit": "minor",
         *       "definition": "MRR of customers who had none ever before.",
         *       "rules": [
         *         "W3"
         *       ],
         *       "value": 46921,
         *       "made": "rows",
         *       "parts": [],
         *       "rows": 7,
         *       "url": "/v1/analytics/evidence",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "acct_164waUaQbP08XQFF:cus_EKDy7mDZs8aIaf:2026-04-29",
         *           "object": "evidence_row",
         *           "kind": "movement",
         *           "value": 6171,
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_EKDy7mDZs8aIaf",
         *           "customer_name": "Hartley Analytics",
         *           "day": "2026-04-29",
         *           "type": "new",
         *           "amounts": [
         *             {
         *               "currency": "eur",
         *               "amount": 5760
         *             }
         *           ],
         *           "subscriptions": [
         *             "sub_1s0epCqHTP3RIEJ51ShNcaK7"
         *           ],
         *           "objects": [
         *             "evt_1UleHGAgGhrsKXfN0cZvGyzZ"
         *           ]
         *         },
         *         {
         *           "id": "acct_164waUaQbP08XQFF:cus_KAkYNVyaXFD6gD:2026-04-27",
         *           "object": "evidence_row",
         *           "kind": "movement",
         *           "value": 2900,
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_KAkYNVyaXFD6gD",
         *           "customer_name": "Hartley Analytics",
         *           "day": "2026-04-27",
         *           "type": "new",
         *           "amounts": [
         *             {
         *               "currency": "usd",
         *               "amount": 2900
         *             }
         *           ],
         *           "subscriptions": [
         *             "sub_1GeqovjIpZRep0DYoNIej8fo"
         *           ],
         *           "objects": [
         *             "evt_1w5WC7DysguYzDpkDFwzBqkw"
         *           ]
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       }
         *     }
         */
        Evidence: {
            /** @enum {string} */
            object: "analytics.evidence";
            figure: string;
            title: string;
            /** @enum {string} */
            unit: "minor" | "count" | "bp";
            definition: string;
            /** @description Of the metric reference */
            rules: string[];
            value: number | null;
            /**
             * @description rows add up to it; sum and ratio are made of other figures, named in parts
             * @enum {string}
             */
            made: "rows" | "sum" | "ratio" | "lifetime";
            parts: {
                figure: string;
                title: string;
                /** @enum {string} */
                unit: "minor" | "count" | "bp";
                /** @enum {string} */
                sign: "plus" | "minus" | "over";
                value: number | null;
                evidence: string;
            }[];
            /** @description How many there are in all */
            rows: number;
            url: string;
            has_more: boolean;
            data: components["schemas"]["EvidenceRow"][];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
        };
        /**
         * @example {
         *       "id": "acct_164waUaQbP08XQFF:sub_1e1SPrrjQ7fmfmbKrJa7Exos",
         *       "object": "reconciliation_row",
         *       "account": "acct_164waUaQbP08XQFF",
         *       "customer": "cus_ZsEzNSQ7nGYxLM",
         *       "customer_name": "Jonas Wong",
         *       "subscription": "sub_1e1SPrrjQ7fmfmbKrJa7Exos",
         *       "currency": "eur",
         *       "ours": 189900,
         *       "theirs": 189900,
         *       "difference": 2488,
         *       "by_rule": {
         *         "coupons": 0,
         *         "scheduled_cancellations": 0,
         *         "past_due": 0,
         *         "paused": 0,
         *         "metered": 0,
         *         "weeks_days": 0,
         *         "fx": 2488
         *       }
         *     }
         */
        ReconciliationRow: {
            id: string;
            /** @enum {string} */
            object: "reconciliation_row";
            account: string;
            /** @description Stripe's id */
            customer: string;
            customer_name: string | null;
            /** @description Stripe's id */
            subscription: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description MRR by our definitions, minor units of its own currency */
            ours: number;
            /** @description MRR by theirs, minor units of its own currency */
            theirs: number;
            /** @description What it adds to the difference, its roundings shared out, minor units */
            difference: number;
            /** @description What each rule adds to it */
            by_rule: {
                /** @description Which coupons count (M8), minor units */
                coupons: number;
                /** @description When a scheduled cancellation counts (M15), minor units */
                scheduled_cancellations: number;
                /** @description How long what is past due counts (M13), minor units */
                past_due: number;
                /** @description Whether paused collection counts (M14), minor units */
                paused: number;
                /** @description Whether metered use counts (M6, M7), minor units */
                metered: number;
                /** @description How weeks and days become months (M3), minor units */
                weeks_days: number;
                /** @description Whose rates convert (C5), minor units */
                fx: number;
            };
        };
        /**
         * @example {
         *       "object": "analytics.reconciliation",
         *       "preset": "match_profitwell",
         *       "at": 1778751000,
         *       "ours": 1885051,
         *       "theirs": 1894198,
         *       "difference": 9147,
         *       "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-05-14&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *       "rules": [
         *         {
         *           "rule": "coupons",
         *           "difference": 0,
         *           "subscriptions": 0,
         *           "ours": "Coupons for some months or for good lower MRR",
         *           "theirs": "All coupons lower MRR, also those for one invoice"
         *         },
         *         {
         *           "rule": "scheduled_cancellations",
         *           "difference": 0,
         *           "subscriptions": 0,
         *           "ours": "Counts until the subscription has ended",
         *           "theirs": "Counts until the subscription has ended"
         *         },
         *         {
         *           "rule": "past_due",
         *           "difference": 0,
         *           "subscriptions": 0,
         *           "ours": "Counts until the status changes",
         *           "theirs": "Counts for 15 days"
         *         },
         *         {
         *           "rule": "paused",
         *           "difference": 0,
         *           "subscriptions": 0,
         *           "ours": "Counts where invoices are kept as drafts, not where they are given up",
         *           "theirs": "Does not count, whatever becomes of the invoices"
         *         },
         *         {
         *           "rule": "metered",
         *           "difference": 5054,
         *           "subscriptions": 4,
         *           "ours": "Metered use does not count",
         *           "theirs": "Metered use counts: the average of the last three complete months"
         *         },
         *         {
         *           "rule": "weeks_days",
         *           "difference": 0,
         *           "subscriptions": 0,
         *           "ours": "A year has 52 weeks or 365 days",
         *           "theirs": null
         *         },
         *         {
         *           "rule": "fx",
         *           "difference": 4093,
         *           "subscriptions": 23,
         *           "ours": "The day's rate",
         *           "theirs": "The rate of the day of the purchase"
         *         }
         *       ],
         *       "rows": 26,
         *       "url": "/v1/analytics/reconciliation",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "acct_164waUaQbP08XQFF:sub_1e1SPrrjQ7fmfmbKrJa7Exos",
         *           "object": "reconciliation_row",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_ZsEzNSQ7nGYxLM",
         *           "customer_name": "Jonas Wong",
         *           "subscription": "sub_1e1SPrrjQ7fmfmbKrJa7Exos",
         *           "currency": "eur",
         *           "ours": 189900,
         *           "theirs": 189900,
         *           "difference": 2488,
         *           "by_rule": {
         *             "coupons": 0,
         *             "scheduled_cancellations": 0,
         *             "past_due": 0,
         *             "paused": 0,
         *             "metered": 0,
         *             "weeks_days": 0,
         *             "fx": 2488
         *           }
         *         },
         *         {
         *           "id": "acct_164waUaQbP08XQFF:sub_1rFILjLcu17iS7pKyaWRWHeq",
         *           "object": "reconciliation_row",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_e52sGnrPcPWqvN",
         *           "customer_name": "Orchard Games",
         *           "subscription": "sub_1rFILjLcu17iS7pKyaWRWHeq",
         *           "currency": "eur",
         *           "ours": 4320,
         *           "theirs": 6192,
         *           "difference": 2081,
         *           "by_rule": {
         *             "coupons": 0,
         *             "scheduled_cancellations": 0,
         *             "past_due": 0,
         *             "paused": 0,
         *             "metered": 2001,
         *             "weeks_days": 0,
         *             "fx": 80
         *           }
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false
         *     }
         */
        Reconciliation: {
            /** @enum {string} */
            object: "analytics.reconciliation";
            /** @enum {string} */
            preset: "default" | "match_stripe_classic" | "match_chartmogul" | "match_profitwell";
            /** @description As of when, seconds since 1970 (UTC) */
            at: number;
            /** @description MRR by the definitions of the account, minor units */
            ours: number;
            /** @description MRR by the definitions of the preset, as far as they are published, minor units */
            theirs: number;
            /** @description theirs - ours, minor units */
            difference: number;
            /** @description Where the customers of our figure are */
            evidence: string;
            /** @description In the order in which they take the place of ours; they add up to the difference */
            rules: {
                /** @enum {string} */
                rule: "coupons" | "scheduled_cancellations" | "past_due" | "paused" | "metered" | "weeks_days" | "fx";
                /** @description What this rule alone changes once those before it are theirs, minor units */
                difference: number;
                /** @description How many it touches */
                subscriptions: number;
                /** @description What ours says */
                ours: string;
                theirs: string | null;
            }[];
            /** @description How many subscriptions differ in all */
            rows: number;
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            /** @description Subscriptions that differ, the largest difference first; they add up to the rules */
            data: components["schemas"]["ReconciliationRow"][];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/figures",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "mrr",
         *           "object": "analytics.figure",
         *           "title": "MRR",
         *           "unit": "minor",
         *           "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *           "rules": [
         *             "M1",
         *             "M15"
         *           ]
         *         },
         *         {
         *           "id": "start_mrr",
         *           "object": "analytics.figure",
         *           "title": "MRR at the start",
         *           "unit": "minor",
         *           "definition": "MRR at the end of the day before the period.",
         *           "rules": [
         *             "W7"
         *           ]
         *         }
         *       ]
         *     }
         */
        FigureDefinitions: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                id: string;
                /** @enum {string} */
                object: "analytics.figure";
                title: string;
                /** @enum {string} */
                unit: "minor" | "count" | "bp";
                definition: string;
                rules: string[];
            }[];
        };
        /**
         * @example {
         *       "object": "analytics.account_figures",
         *       "account": "acct_164waUaQbP08XQFF",
         *       "name": "Tests",
         *       "mode": "test",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-02",
         *         "to": "2026-03-31"
         *       },
         *       "figures": {
         *         "mrr": {
         *           "value": 1826272,
         *           "previous": 1704346,
         *           "unit": "minor",
         *           "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "arr": {
         *           "value": 21915264,
         *           "previous": 20452152,
         *           "unit": "minor",
         *           "definition": "Twelve times MRR: a run rate, not a promise.",
         *           "evidence": "/v1/analytics/evidence?figure=arr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "net_revenue": {
         *           "value": 1660817,
         *           "previous": 2300914,
         *           "unit": "minor",
         *           "definition": "Gross volume less refunds and disputes, before fees.",
         *           "evidence": "/v1/analytics/evidence?figure=net_revenue&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "gross_volume": {
         *           "value": 1660817,
         *           "previous": 2303739,
         *           "unit": "minor",
         *           "definition": "Payments that reached the balance, with tax and one-off sales.",
         *           "evidence": "/v1/analytics/evidence?figure=gross_volume&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "refunds": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What was refunded in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=refunds&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "disputes": {
         *           "value": 0,
         *           "previous": 2825,
         *           "unit": "minor",
         *           "definition": "What disputes took in the period, less what came back.",
         *           "evidence": "/v1/analytics/evidence?figure=disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "fees": {
         *           "value": 54239,
         *           "previous": 80987,
         *           "unit": "minor",
         *           "definition": "Stripe's fees.",
         *           "evidence": "/v1/analytics/evidence?figure=fees&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "active_customers": {
         *           "value": 64,
         *           "previous": 57,
         *           "unit": "count",
         *           "definition": "Customers with MRR above 0 at the end of the period; each counts once, whatever the number of subscriptions.",
         *           "evidence": "/v1/analytics/evidence?figure=active_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "new_customers": {
         *           "value": 7,
         *           "previous": 11,
         *           "unit": "count",
         *           "definition": "Customers whose first MRR ever falls in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=new_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "churned_customers": {
         *           "value": 0,
         *           "previous": 4,
         *           "unit": "count",
         *           "definition": "Customers who left in the period; who left twice counts twice.",
         *           "evidence": "/v1/analytics/evidence?figure=churned_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "arpa": {
         *           "value": 28536,
         *           "previous": 29901,
         *           "unit": "minor",
         *           "definition": "MRR per active customer.",
         *           "evidence": "/v1/analytics/evidence?figure=arpa&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "trial_mrr": {
         *           "value": 16000,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What running trials would bill per month if all converted, now; no part of MRR.",
         *           "evidence": "/v1/analytics/evidence?figure=trial_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "at_risk_mrr": {
         *           "value": 0,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "The part of MRR whose subscriptions are past due, now.",
         *           "evidence": "/v1/analytics/evidence?figure=at_risk_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "committed_mrr": {
         *           "value": 1846209,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "MRR of subscriptions that are not set to end, now.",
         *           "evidence": "/v1/analytics/evidence?figure=committed_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "customer_churn": {
         *           "value": 0,
         *           "previous": 800,
         *           "unit": "bp",
         *           "definition": "Of the customers at the start, the share that is gone at the end. Who joined and left in between is in neither.",
         *           "evidence": "/v1/analytics/evidence?figure=customer_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "gross_mrr_churn": {
         *           "value": 47,
         *           "previous": 270,
         *           "unit": "bp",
         *           "definition": "Contraction and churn of the period over MRR at the start.",
         *           "evidence": "/v1/analytics/evidence?figure=gross_mrr_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "net_mrr_churn": {
         *           "value": -467,
         *           "previous": -249,
         *           "unit": "bp",
         *           "definition": "The same less expansion and reactivation; negative where more came than went.",
         *           "evidence": "/v1/analytics/evidence?figure=net_mrr_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "nrr": {
         *           "value": 10467,
         *           "previous": 10248,
         *           "unit": "bp",
         *           "definition": "What the customers of the start have at the end over what they had; above 100 % where those who grew outweigh those who left.",
         *           "evidence": "/v1/analytics/evidence?figure=nrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "grr": {
         *           "value": 10000,
         *           "previous": 9730,
         *           "unit": "bp",
         *           "definition": "The same without growth: at most 100 %.",
         *           "evidence": "/v1/analytics/evidence?figure=grr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "quick_ratio": {
         *           "value": 168071,
         *           "previous": 130004,
         *           "unit": "bp",
         *           "definition": "Gained over lost MRR, 10000 is 1.0; without losses there is none.",
         *           "evidence": "/v1/analytics/evidence?figure=quick_ratio&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "new_mrr": {
         *           "value": 46921,
         *           "previous": 384109,
         *           "unit": "minor",
         *           "definition": "MRR of customers who had none ever before.",
         *           "evidence": "/v1/analytics/evidence?figure=new_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "expansion_mrr": {
         *           "value": 87536,
         *           "previous": 66575,
         *           "unit": "minor",
         *           "definition": "More MRR from customers who were there before.",
         *           "evidence": "/v1/analytics/evidence?figure=expansion_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "contraction_mrr": {
         *           "value": 8000,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "MRR lost from customers who stayed.",
         *           "evidence": "/v1/analytics/evidence?figure=contraction_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "churned_mrr": {
         *           "value": 0,
         *           "previous": 34667,
         *           "unit": "minor",
         *           "definition": "MRR of customers who left, at their last amount.",
         *           "evidence": "/v1/analytics/evidence?figure=churned_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "reactivation_mrr": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "MRR of customers who came back.",
         *           "evidence": "/v1/analytics/evidence?figure=reactivation_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "net_new_mrr": {
         *           "value": 126457,
         *           "previous": 416017,
         *           "unit": "minor",
         *           "definition": "All movements of the period together, exchange rates left aside.",
         *           "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       }
         *     }
         */
        AccountFigures: {
            /** @enum {string} */
            object: "analytics.account_figures";
            account: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            figures: {
                mrr: components["schemas"]["Figure"];
                arr: components["schemas"]["Figure"];
                net_revenue: components["schemas"]["Figure"];
                gross_volume: components["schemas"]["Figure"];
                refunds: components["schemas"]["Figure"];
                disputes: components["schemas"]["Figure"];
                fees: components["schemas"]["Figure"];
                active_customers: components["schemas"]["Figure"];
                new_customers: components["schemas"]["Figure"];
                churned_customers: components["schemas"]["Figure"];
                arpa: components["schemas"]["Figure"];
                trial_mrr: components["schemas"]["Figure"];
                at_risk_mrr: components["schemas"]["Figure"];
                committed_mrr: components["schemas"]["Figure"];
                customer_churn: components["schemas"]["Figure"];
                gross_mrr_churn: components["schemas"]["Figure"];
                net_mrr_churn: components["schemas"]["Figure"];
                nrr: components["schemas"]["Figure"];
                grr: components["schemas"]["Figure"];
                quick_ratio: components["schemas"]["Figure"];
                new_mrr: components["schemas"]["Figure"];
                expansion_mrr: components["schemas"]["Figure"];
                contraction_mrr: components["schemas"]["Figure"];
                churned_mrr: components["schemas"]["Figure"];
                reactivation_mrr: components["schemas"]["Figure"];
                net_new_mrr: components["schemas"]["Figure"];
            };
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/accounts",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "object": "analytics.account_figures",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "name": "Tests",
         *           "mode": "test",
         *           "currency": "usd",
         *           "as_of": 1778751000,
         *           "complete": true,
         *           "fx_missing": [],
         *           "estimated": false,
         *           "reconstructed": true,
         *           "period": {
         *             "from": "2026-04-01",
         *             "to": "2026-04-30"
         *           },
         *           "previous_period": {
         *             "from": "2026-03-02",
         *             "to": "2026-03-31"
         *           },
         *           "figures": {
         *             "mrr": {
         *               "value": 1826272,
         *               "previous": 1704346,
         *               "unit": "minor",
         *               "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *               "evidence": "/v1/analytics/evidence?figure=mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "arr": {
         *               "value": 21915264,
         *               "previous": 20452152,
         *               "unit": "minor",
         *               "definition": "Twelve times MRR: a run rate, not a promise.",
         *               "evidence": "/v1/analytics/evidence?figure=arr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "net_revenue": {
         *               "value": 1660817,
         *               "previous": 2300914,
         *               "unit": "minor",
         *               "definition": "Gross volume less refunds and disputes, before fees.",
         *               "evidence": "/v1/analytics/evidence?figure=net_revenue&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "gross_volume": {
         *               "value": 1660817,
         *               "previous": 2303739,
         *               "unit": "minor",
         *               "definition": "Payments that reached the balance, with tax and one-off sales.",
         *               "evidence": "/v1/analytics/evidence?figure=gross_volume&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "refunds": {
         *               "value": 0,
         *               "previous": 0,
         *               "unit": "minor",
         *               "definition": "What was refunded in the period.",
         *               "evidence": "/v1/analytics/evidence?figure=refunds&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "disputes": {
         *               "value": 0,
         *               "previous": 2825,
         *               "unit": "minor",
         *               "definition": "What disputes took in the period, less what came back.",
         *               "evidence": "/v1/analytics/evidence?figure=disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "fees": {
         *               "value": 54239,
         *               "previous": 80987,
         *               "unit": "minor",
         *               "definition": "Stripe's fees.",
         *               "evidence": "/v1/analytics/evidence?figure=fees&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "active_customers": {
         *               "value": 64,
         *               "previous": 57,
         *               "unit": "count",
         *               "definition": "Customers with MRR above 0 at the end of the period; each counts once, whatever the number of subscriptions.",
         *               "evidence": "/v1/analytics/evidence?figure=active_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "new_customers": {
         *               "value": 7,
         *               "previous": 11,
         *               "unit": "count",
         *               "definition": "Customers whose first MRR ever falls in the period.",
         *               "evidence": "/v1/analytics/evidence?figure=new_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "churned_customers": {
         *               "value": 0,
         *               "previous": 4,
         *               "unit": "count",
         *               "definition": "Customers who left in the period; who left twice counts twice.",
         *               "evidence": "/v1/analytics/evidence?figure=churned_customers&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "arpa": {
         *               "value": 28536,
         *               "previous": 29901,
         *               "unit": "minor",
         *               "definition": "MRR per active customer.",
         *               "evidence": "/v1/analytics/evidence?figure=arpa&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "trial_mrr": {
         *               "value": 16000,
         *               "previous": null,
         *               "unit": "minor",
         *               "definition": "What running trials would bill per month if all converted, now; no part of MRR.",
         *               "evidence": "/v1/analytics/evidence?figure=trial_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "at_risk_mrr": {
         *               "value": 0,
         *               "previous": null,
         *               "unit": "minor",
         *               "definition": "The part of MRR whose subscriptions are past due, now.",
         *               "evidence": "/v1/analytics/evidence?figure=at_risk_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "committed_mrr": {
         *               "value": 1846209,
         *               "previous": null,
         *               "unit": "minor",
         *               "definition": "MRR of subscriptions that are not set to end, now.",
         *               "evidence": "/v1/analytics/evidence?figure=committed_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "customer_churn": {
         *               "value": 0,
         *               "previous": 800,
         *               "unit": "bp",
         *               "definition": "Of the customers at the start, the share that is gone at the end. Who joined and left in between is in neither.",
         *               "evidence": "/v1/analytics/evidence?figure=customer_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "gross_mrr_churn": {
         *               "value": 47,
         *               "previous": 270,
         *               "unit": "bp",
         *               "definition": "Contraction and churn of the period over MRR at the start.",
         *               "evidence": "/v1/analytics/evidence?figure=gross_mrr_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "net_mrr_churn": {
         *               "value": -467,
         *               "previous": -249,
         *               "unit": "bp",
         *               "definition": "The same less expansion and reactivation; negative where more came than went.",
         *               "evidence": "/v1/analytics/evidence?figure=net_mrr_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "nrr": {
         *               "value": 10467,
         *               "previous": 10248,
         *               "unit": "bp",
         *               "definition": "What the customers of the start have at the end over what they had; above 100 % where those who grew outweigh those who left.",
         *               "evidence": "/v1/analytics/evidence?figure=nrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "grr": {
         *               "value": 10000,
         *               "previous": 9730,
         *               "unit": "bp",
         *               "definition": "The same without growth: at most 100 %.",
         *               "evidence": "/v1/analytics/evidence?figure=grr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "quick_ratio": {
         *               "value": 168071,
         *               "previous": 130004,
         *               "unit": "bp",
         *               "definition": "Gained over lost MRR, 10000 is 1.0; without losses there is none.",
         *               "evidence": "/v1/analytics/evidence?figure=quick_ratio&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "new_mrr": {
         *               "value": 46921,
         *               "previous": 384109,
         *               "unit": "minor",
         *               "definition": "MRR of customers who had none ever before.",
         *               "evidence": "/v1/analytics/evidence?figure=new_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "expansion_mrr": {
         *               "value": 87536,
         *               "previous": 66575,
         *               "unit": "minor",
         *               "definition": "More MRR from customers who were there before.",
         *               "evidence": "/v1/analytics/evidence?figure=expansion_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "contraction_mrr": {
         *               "value": 8000,
         *               "previous": 0,
         *               "unit": "minor",
         *               "definition": "MRR lost from customers who stayed.",
         *               "evidence": "/v1/analytics/evidence?figure=contraction_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "churned_mrr": {
         *               "value": 0,
         *               "previous": 34667,
         *               "unit": "minor",
         *               "definition": "MRR of customers who left, at their last amount.",
         *               "evidence": "/v1/analytics/evidence?figure=churned_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "reactivation_mrr": {
         *               "value": 0,
         *               "previous": 0,
         *               "unit": "minor",
         *               "definition": "MRR of customers who came back.",
         *               "evidence": "/v1/analytics/evidence?figure=reactivation_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             "net_new_mrr": {
         *               "value": 126457,
         *               "previous": 416017,
         *               "unit": "minor",
         *               "definition": "All movements of the period together, exchange rates left aside.",
         *               "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        AccountFiguresList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["AccountFigures"][];
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/mrr",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-31",
         *           "value": 1704346,
         *           "customers": 57,
         *           "complete": true
         *         },
         *         {
         *           "date": "2026-04-30",
         *           "value": 1826272,
         *           "customers": 64,
         *           "complete": true
         *         }
         *       ],
         *       "figures": {
         *         "value": {
         *           "title": "MRR",
         *           "unit": "minor",
         *           "definition": "What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.",
         *           "evidence": "/v1/analytics/evidence?figure=mrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "customers": {
         *           "title": "Active customers",
         *           "unit": "count",
         *           "definition": "Customers with MRR above 0 at the end of the period; each counts once, whatever the number of subscriptions.",
         *           "evidence": "/v1/analytics/evidence?figure=active_customers&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        MrrSeries: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description Last day of the interval, or of the range, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description MRR at its end, minor units */
                value: number;
                /** @description Customers with MRR */
                customers: number;
                /** @description False for the running interval */
                complete: boolean;
            }[];
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/mrr_movements",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "start": 1283215,
         *           "new": 384109,
         *           "expansion": 66575,
         *           "contraction": 0,
         *           "churn": 34667,
         *           "reactivation": 0,
         *           "fx": 5114,
         *           "end": 1704346,
         *           "customers_start": 50,
         *           "customers_new": 11,
         *           "customers_reactivated": 0,
         *           "customers_churned": 4,
         *           "customers_end": 57,
         *           "complete": true,
         *           "reconstructed": true
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "start": 1704346,
         *           "new": 46921,
         *           "expansion": 87536,
         *           "contraction": 8000,
         *           "churn": 0,
         *           "reactivation": 0,
         *           "fx": -4531,
         *           "end": 1826272,
         *           "customers_start": 57,
         *           "customers_new": 7,
         *           "customers_reactivated": 0,
         *           "customers_churned": 0,
         *           "customers_end": 64,
         *           "complete": true,
         *           "reconstructed": true
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "start": 1283215,
         *         "new": 431030,
         *         "expansion": 154111,
         *         "contraction": 8000,
         *         "churn": 34667,
         *         "reactivation": 0,
         *         "fx": 583,
         *         "end": 1826272,
         *         "customers_start": 50,
         *         "customers_new": 18,
         *         "customers_reactivated": 0,
         *         "customers_churned": 4,
         *         "customers_end": 64,
         *         "complete": true,
         *         "reconstructed": true
         *       },
         *       "figures": {
         *         "start": {
         *           "title": "MRR at the start",
         *           "unit": "minor",
         *           "definition": "MRR at the end of the day before the period.",
         *           "evidence": "/v1/analytics/evidence?figure=start_mrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "new": {
         *           "title": "New MRR",
         *           "unit": "minor",
         *           "definition": "MRR of customers who had none ever before.",
         *           "evidence": "/v1/analytics/evidence?figure=new_mrr&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true
         *     }
         */
        MrrMovements: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: components["schemas"]["MrrMovementRow"][];
            total: components["schemas"]["MrrMovementRow"];
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "analytics.churn",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": true,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "customer_churn_bp": 0,
         *       "nrr_bp": 10467,
         *       "grr_bp": 10000,
         *       "gross_mrr_churn_bp": 47,
         *       "net_mrr_churn_bp": -467,
         *       "churned_customers": 0,
         *       "voluntary": {
         *         "customers": 0,
         *         "mrr": 0,
         *         "customers_share_bp": null,
         *         "mrr_share_bp": null,
         *         "rate_bp": 0
         *       },
         *       "involuntary": {
         *         "customers": 0,
         *         "mrr": 0,
         *         "customers_share_bp": null,
         *         "mrr_share_bp": null,
         *         "rate_bp": 0
         *       },
         *       "paused": {
         *         "customers": 0,
         *         "mrr": 0,
         *         "customers_share_bp": null,
         *         "mrr_share_bp": null,
         *         "rate_bp": 0
         *       },
         *       "figures": {
         *         "customer_churn_bp": {
         *           "title": "Customer churn",
         *           "unit": "bp",
         *           "definition": "Of the customers at the start, the share that is gone at the end. Who joined and left in between is in neither.",
         *           "evidence": "/v1/analytics/evidence?figure=customer_churn&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "nrr_bp": {
         *           "title": "Net revenue retention",
         *           "unit": "bp",
         *           "definition": "What the customers of the start have at the end over what they had; above 100 % where those who grew outweigh those who left.",
         *           "evidence": "/v1/analytics/evidence?figure=nrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       }
         *     }
         */
        Churn: {
            /** @enum {string} */
            object: "analytics.churn";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            customer_churn_bp: number | null;
            nrr_bp: number | null;
            grr_bp: number | null;
            gross_mrr_churn_bp: number | null;
            net_mrr_churn_bp: number | null;
            churned_customers: number;
            voluntary: components["schemas"]["ChurnPart"];
            involuntary: components["schemas"]["ChurnPart"];
            paused: components["schemas"]["ChurnPart"];
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/revenue",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "complete": true,
         *           "reconstructed": false,
         *           "gross_volume": 2303739,
         *           "refunds": 0,
         *           "disputes": 2825,
         *           "fees": 80987,
         *           "net_revenue": 2300914,
         *           "net_volume": 2219927,
         *           "payments": 50,
         *           "refund_rate": 0,
         *           "effective_fee_rate": 352
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "complete": true,
         *           "reconstructed": false,
         *           "gross_volume": 1660817,
         *           "refunds": 0,
         *           "disputes": 0,
         *           "fees": 54239,
         *           "net_revenue": 1660817,
         *           "net_volume": 1606578,
         *           "payments": 54,
         *           "refund_rate": 0,
         *           "effective_fee_rate": 327
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "complete": true,
         *         "reconstructed": false,
         *         "gross_volume": 3964556,
         *         "refunds": 0,
         *         "disputes": 2825,
         *         "fees": 135226,
         *         "net_revenue": 3961731,
         *         "net_volume": 3826505,
         *         "payments": 104,
         *         "refund_rate": 0,
         *         "effective_fee_rate": 341
         *       },
         *       "figures": {
         *         "gross_volume": {
         *           "title": "Gross volume",
         *           "unit": "minor",
         *           "definition": "Payments that reached the balance, with tax and one-off sales.",
         *           "evidence": "/v1/analytics/evidence?figure=gross_volume&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "refunds": {
         *           "title": "Refunds",
         *           "unit": "minor",
         *           "definition": "What was refunded in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=refunds&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false
         *     }
         */
        Revenue: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                gross_volume: number | null;
                refunds: number | null;
                disputes: number | null;
                fees: number | null;
                net_revenue: number | null;
                net_volume: number | null;
                payments: number | null;
                refund_rate: number | null;
                effective_fee_rate: number | null;
            }[];
            total: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                gross_volume: number | null;
                refunds: number | null;
                disputes: number | null;
                fees: number | null;
                net_revenue: number | null;
                net_volume: number | null;
                payments: number | null;
                refund_rate: number | null;
                effective_fee_rate: number | null;
            };
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/fees",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-03-01",
         *           "end_date": "2026-03-31",
         *           "complete": true,
         *           "reconstructed": false,
         *           "fees": 80987,
         *           "processing_fees": 79487,
         *           "refund_fees": 0,
         *           "dispute_fees": 1500,
         *           "service_fees": 0,
         *           "estimated_fees": 0,
         *           "gross_volume": 2303739,
         *           "effective_fee_rate": 352
         *         },
         *         {
         *           "date": "2026-04-01",
         *           "end_date": "2026-04-30",
         *           "complete": true,
         *           "reconstructed": false,
         *           "fees": 54239,
         *           "processing_fees": 54239,
         *           "refund_fees": 0,
         *           "dispute_fees": 0,
         *           "service_fees": 0,
         *           "estimated_fees": 0,
         *           "gross_volume": 1660817,
         *           "effective_fee_rate": 327
         *         }
         *       ],
         *       "total": {
         *         "date": "2026-03-01",
         *         "end_date": "2026-04-30",
         *         "complete": true,
         *         "reconstructed": false,
         *         "fees": 135226,
         *         "processing_fees": 133726,
         *         "refund_fees": 0,
         *         "dispute_fees": 1500,
         *         "service_fees": 0,
         *         "estimated_fees": 0,
         *         "gross_volume": 3964556,
         *         "effective_fee_rate": 341
         *       },
         *       "figures": {
         *         "fees": {
         *           "title": "Fees",
         *           "unit": "minor",
         *           "definition": "Stripe's fees.",
         *           "evidence": "/v1/analytics/evidence?figure=fees&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "processing_fees": {
         *           "title": "Processing fees",
         *           "unit": "minor",
         *           "definition": "What Stripe took of payments.",
         *           "evidence": "/v1/analytics/evidence?figure=processing_fees&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false
         *     }
         */
        Fees: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                fees: number | null;
                processing_fees: number | null;
                refund_fees: number | null;
                dispute_fees: number | null;
                service_fees: number | null;
                estimated_fees: number | null;
                gross_volume: number | null;
                effective_fee_rate: number | null;
            }[];
            total: {
                /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                end_date: string;
                /** @description False for the running interval */
                complete: boolean;
                reconstructed: boolean;
                fees: number | null;
                processing_fees: number | null;
                refund_fees: number | null;
                dispute_fees: number | null;
                service_fees: number | null;
                estimated_fees: number | null;
                gross_volume: number | null;
                effective_fee_rate: number | null;
            };
            /** @description What the fields are, by name */
            figures: {
                [key: string]: components["schemas"]["SeriesFigure"];
            };
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "analytics.receivables",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-02",
         *         "to": "2026-03-31"
         *       },
         *       "figures": {
         *         "receivables": {
         *           "value": 15180,
         *           "previous": 15181,
         *           "unit": "minor",
         *           "definition": "What invoices still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_not_due": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are not past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_not_due&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_1_30": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are 1 to 30 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_1_30&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_31_60": {
         *           "value": 0,
         *           "previous": 12800,
         *           "unit": "minor",
         *           "definition": "What invoices that are 31 to 60 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_31_60&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_61_90": {
         *           "value": 12800,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are 61 to 90 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_61_90&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_over_90": {
         *           "value": 2380,
         *           "previous": 2381,
         *           "unit": "minor",
         *           "definition": "What invoices that are more than 90 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_over_90&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_invoices": {
         *           "value": 2,
         *           "previous": 2,
         *           "unit": "count",
         *           "definition": "Invoices, finalized and not closed at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=open_invoices&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_invoices_not_due": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Invoices that are not past due, finalized and not closed at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=open_invoices_not_due&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_invoices_1_30": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Invoices that are 1 to 30 days past due, finalized and not closed at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=open_invoices_1_30&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_invoices_31_60": {
         *           "value": 0,
         *           "previous": 1,
         *           "unit": "count",
         *           "definition": "Invoices that are 31 to 60 days past due, finalized and not closed at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=open_invoices_31_60&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_invoices_61_90": {
         *           "value": 1,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Invoices that are 61 to 90 days past due, finalized and not closed at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=open_invoices_61_90&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_invoices_over_90": {
         *           "value": 1,
         *           "previous": 1,
         *           "unit": "count",
         *           "definition": "Invoices that are more than 90 days past due, finalized and not closed at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=open_invoices_over_90&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       }
         *     }
         */
        Receivables: {
            /** @enum {string} */
            object: "analytics.receivables";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            figures: {
                receivables: components["schemas"]["Figure"];
                receivables_not_due: components["schemas"]["Figure"];
                receivables_1_30: components["schemas"]["Figure"];
                receivables_31_60: components["schemas"]["Figure"];
                receivables_61_90: components["schemas"]["Figure"];
                receivables_over_90: components["schemas"]["Figure"];
                open_invoices: components["schemas"]["Figure"];
                open_invoices_not_due: components["schemas"]["Figure"];
                open_invoices_1_30: components["schemas"]["Figure"];
                open_invoices_31_60: components["schemas"]["Figure"];
                open_invoices_61_90: components["schemas"]["Figure"];
                open_invoices_over_90: components["schemas"]["Figure"];
            };
        };
        /**
         * @example {
         *       "id": "in_1JtsgCDBq55tFR020H9iEe1b",
         *       "account": "acct_164waUaQbP08XQFF",
         *       "customer": "cus_nPEDjglO5Rzwta",
         *       "customer_name": "Zephyr Legal",
         *       "amount": 12800,
         *       "currency": "usd",
         *       "due": null
         *     }
         */
        AttentionCase: {
            /** @description Where one acts at Stripe: an invoice, a payment or a customer */
            id: string;
            account: string;
            customer: string | null;
            customer_name: string | null;
            /** @description What it is about, minor units */
            amount: number;
            /** @description ISO 4217, lower case */
            currency: string;
            due: number | null;
        };
        /**
         * @example {
         *       "object": "attention",
         *       "kind": "failed_payments",
         *       "count": 2,
         *       "amount": 15205,
         *       "due": null,
         *       "cases": [
         *         {
         *           "id": "in_1JtsgCDBq55tFR020H9iEe1b",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_nPEDjglO5Rzwta",
         *           "customer_name": "Zephyr Legal",
         *           "amount": 12800,
         *           "currency": "usd",
         *           "due": null
         *         }
         *       ]
         *     }
         */
        Attention: {
            /** @enum {string} */
            object: "attention";
            /**
             * @description disputes that wait for an answer; failed_payments: invoices charged automatically, tried and still open; approvals that wait for a second person; expiring_cards: customers whose card expires before the next charge, as of the daily run of the churn risk
             * @enum {string}
             */
            kind: "disputes" | "failed_payments" | "approvals" | "expiring_cards";
            count: number;
            amount: number | null;
            due: number | null;
            /** @description Those with the earliest deadline, or with the largest amount */
            cases: components["schemas"]["AttentionCase"][];
        };
        /**
         * @example {
         *       "account": "acct_164waUaQbP08XQFF",
         *       "customer": "cus_S7kpNSdDwHG8GM",
         *       "customer_name": "Olga Mori",
         *       "value": 19200,
         *       "day": "2026-04-16"
         *     }
         */
        Mover: {
            account: string;
            customer: string | null;
            customer_name: string | null;
            /** @description Of all such movements of the customer in the range, positive, minor units */
            value: number;
            /** @description Of the latest, YYYY-MM-DD in the account's time zone */
            day: string;
        };
        /**
         * @example {
         *       "id": "pi_3gLFN877ziXvWN1uQbFEeQgt",
         *       "account": "acct_164waUaQbP08XQFF",
         *       "customer": "cus_PdnKbGOyEOGx2P",
         *       "customer_name": "Nadia Park",
         *       "amount": 2900,
         *       "currency": "usd",
         *       "status": "succeeded",
         *       "created": 1778669610
         *     }
         */
        ActivityPayment: {
            /** @description The payment intent, or the charge of a payment that has none */
            id: string;
            account: string;
            customer: string | null;
            customer_name: string | null;
            /** @description What was to be paid, minor units */
            amount: number;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @enum {string} */
            status: "succeeded" | "pending" | "failed" | "refunded" | "partially_refunded" | "disputed";
            /** @description When, seconds since 1970 (UTC) */
            created: number;
        };
        /**
         * @example {
         *       "id": "sub_1n4ntSfK4Gm7jrSbuCmjQYTD",
         *       "account": "acct_164waUaQbP08XQFF",
         *       "customer": "cus_HiuUqUzKkd4twC",
         *       "customer_name": "Tidal Legal",
         *       "products": [
         *         "Starter"
         *       ],
         *       "status": "active",
         *       "created": 1778120568
         *     }
         */
        ActivitySubscription: {
            id: string;
            account: string;
            customer: string | null;
            customer_name: string | null;
            /** @description Names, or ids where they are not known */
            products: string[];
            /** @description Stripe's status */
            status: string;
            /** @description When, seconds since 1970 (UTC) */
            created: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/needs_attention",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "object": "attention",
         *           "kind": "failed_payments",
         *           "count": 2,
         *           "amount": 15205,
         *           "due": null,
         *           "cases": [
         *             {
         *               "id": "in_1JtsgCDBq55tFR020H9iEe1b",
         *               "account": "acct_164waUaQbP08XQFF",
         *               "customer": "cus_nPEDjglO5Rzwta",
         *               "customer_name": "Zephyr Legal",
         *               "amount": 12800,
         *               "currency": "usd",
         *               "due": null
         *             }
         *           ]
         *         },
         *         {
         *           "object": "attention",
         *           "kind": "expiring_cards",
         *           "count": 1,
         *           "amount": 2325,
         *           "due": null,
         *           "cases": [
         *             {
         *               "id": "cus_DLPcItrGaf1KTp",
         *               "account": "acct_164waUaQbP08XQFF",
         *               "customer": "cus_DLPcItrGaf1KTp",
         *               "customer_name": "Lantern Robotics",
         *               "amount": 2325,
         *               "currency": "usd",
         *               "due": null
         *             }
         *           ]
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false
         *     }
         */
        NeedsAttention: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            /** @description Kinds of which there are any, the most urgent first */
            data: components["schemas"]["Attention"][];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
        };
        /**
         * @example {
         *       "object": "analytics.movers",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false,
         *       "period": {
         *         "from": "2026-04-15",
         *         "to": "2026-05-14"
         *       },
         *       "new": {
         *         "evidence": "/v1/analytics/evidence?figure=new_mrr&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *         "data": [
         *           {
         *             "account": "acct_164waUaQbP08XQFF",
         *             "customer": "cus_S7kpNSdDwHG8GM",
         *             "customer_name": "Olga Mori",
         *             "value": 19200,
         *             "day": "2026-04-16"
         *           }
         *         ]
         *       },
         *       "expansion": {
         *         "evidence": "/v1/analytics/evidence?figure=expansion_mrr&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *         "data": [
         *           {
         *             "account": "acct_164waUaQbP08XQFF",
         *             "customer": "cus_wvqj41qDBY6brd",
         *             "customer_name": "Lantern Motors",
         *             "value": 70000,
         *             "day": "2026-05-06"
         *           }
         *         ]
         *       },
         *       "churn": {
         *         "evidence": "/v1/analytics/evidence?figure=churned_mrr&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *         "data": []
         *       }
         *     }
         */
        Movers: {
            /** @enum {string} */
            object: "analytics.movers";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            /** @description First MRR ever (W3) */
            new: {
                /** @description Where the movements of all customers are */
                evidence: string;
                /** @description Largest first */
                data: components["schemas"]["Mover"][];
            };
            /** @description More MRR (W3) */
            expansion: {
                /** @description Where the movements of all customers are */
                evidence: string;
                /** @description Largest first */
                data: components["schemas"]["Mover"][];
            };
            /** @description No MRR any more (W3) */
            churn: {
                /** @description Where the movements of all customers are */
                evidence: string;
                /** @description Largest first */
                data: components["schemas"]["Mover"][];
            };
        };
        /**
         * @example {
         *       "object": "analytics.activity",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": false,
         *       "reconstructed": false,
         *       "period": {
         *         "from": "2026-04-15",
         *         "to": "2026-05-14"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-16",
         *         "to": "2026-04-14"
         *       },
         *       "counts": {
         *         "products": 5,
         *         "customers": 100,
         *         "subscriptions": 69
         *       },
         *       "figures": {
         *         "payments": {
         *           "value": 54,
         *           "previous": 50,
         *           "unit": "count",
         *           "definition": "How many payments reached the balance.",
         *           "evidence": "/v1/analytics/evidence?figure=payments&from=2026-04-15&to=2026-05-14&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "payments": [
         *         {
         *           "id": "pi_3gLFN877ziXvWN1uQbFEeQgt",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_PdnKbGOyEOGx2P",
         *           "customer_name": "Nadia Park",
         *           "amount": 2900,
         *           "currency": "usd",
         *           "status": "succeeded",
         *           "created": 1778669610
         *         }
         *       ],
         *       "subscriptions": [
         *         {
         *           "id": "sub_1n4ntSfK4Gm7jrSbuCmjQYTD",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "customer": "cus_HiuUqUzKkd4twC",
         *           "customer_name": "Tidal Legal",
         *           "products": [
         *             "Starter"
         *           ],
         *           "status": "active",
         *           "created": 1778120568
         *         }
         *       ]
         *     }
         */
        Activity: {
            /** @enum {string} */
            object: "analytics.activity";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            counts: {
                /** @description Active ones */
                products: number;
                /** @description All that are not deleted */
                customers: number;
                /** @description All that have not ended */
                subscriptions: number;
            };
            figures: {
                payments: components["schemas"]["Figure"];
            };
            /** @description The latest tries to pay, whatever the range */
            payments: components["schemas"]["ActivityPayment"][];
            /** @description The latest, whatever the range */
            subscriptions: components["schemas"]["ActivitySubscription"][];
        };
        /**
         * @example {
         *       "object": "analytics.cash",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [
         *         "eur",
         *         "jpy"
         *       ],
         *       "estimated": true,
         *       "reconstructed": false,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-02",
         *         "to": "2026-03-31"
         *       },
         *       "figures": {
         *         "available_funds": {
         *           "value": 0,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What can be paid out now.",
         *           "evidence": "/v1/analytics/evidence?figure=available_funds&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "pending_funds": {
         *           "value": 2786,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What is on the balance and has not settled yet, now.",
         *           "evidence": "/v1/analytics/evidence?figure=pending_funds&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "funds_in_transit": {
         *           "value": 5733,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "Payouts that have not reached the bank, now.",
         *           "evidence": "/v1/analytics/evidence?figure=funds_in_transit&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "total_funds": {
         *           "value": 8519,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "Available, pending and in transit together.",
         *           "evidence": "/v1/analytics/evidence?figure=total_funds&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "expected_payouts": {
         *           "value": 2786,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What will be paid out in the next 35 days, by the schedule and what settles until then; bank holidays are not considered, nor payments to come.",
         *           "evidence": "/v1/analytics/evidence?figure=expected_payouts&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "opening_balance": {
         *           "value": 439986,
         *           "previous": 322521,
         *           "unit": "minor",
         *           "definition": "Available and pending at the end of the day before the period, by all that had moved.",
         *           "evidence": "/v1/analytics/evidence?figure=opening_balance&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "money_in": {
         *           "value": 1606578,
         *           "previous": 2224252,
         *           "unit": "minor",
         *           "definition": "Net of the kinds of transaction that brought money on a day.",
         *           "evidence": "/v1/analytics/evidence?figure=money_in&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "money_out": {
         *           "value": 0,
         *           "previous": 4325,
         *           "unit": "minor",
         *           "definition": "Net of those that took some, payouts aside.",
         *           "evidence": "/v1/analytics/evidence?figure=money_out&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "paid_out": {
         *           "value": 1626707,
         *           "previous": 2102462,
         *           "unit": "minor",
         *           "definition": "Payouts made in the period, less those that came back.",
         *           "evidence": "/v1/analytics/evidence?figure=paid_out&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "balance_fx": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What exchange rates alone changed of the balance: the end less the start and all that moved.",
         *           "evidence": "/v1/analytics/evidence?figure=balance_fx&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "closing_balance": {
         *           "value": 419857,
         *           "previous": 439986,
         *           "unit": "minor",
         *           "definition": "Available and pending at the end of the period, by all that had moved.",
         *           "evidence": "/v1/analytics/evidence?figure=closing_balance&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables": {
         *           "value": 12800,
         *           "previous": 12800,
         *           "unit": "minor",
         *           "definition": "What invoices still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_not_due": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are not past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_not_due&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_1_30": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are 1 to 30 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_1_30&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_31_60": {
         *           "value": 0,
         *           "previous": 12800,
         *           "unit": "minor",
         *           "definition": "What invoices that are 31 to 60 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_31_60&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_61_90": {
         *           "value": 12800,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are 61 to 90 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_61_90&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "receivables_over_90": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What invoices that are more than 90 days past due still ask for at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=receivables_over_90&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "balances": [
         *         {
         *           "currency": "usd",
         *           "available": 0,
         *           "pending": 2786,
         *           "in_transit": 5733,
         *           "total_funds": 8519
         *         }
         *       ],
         *       "payout_schedules": [
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "interval": "daily"
         *         }
         *       ],
         *       "expected_payouts": [
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "date": "2026-05-15",
         *           "currency": "usd",
         *           "amount": 2786,
         *           "value": 2786
         *         }
         *       ],
         *       "flow": {
         *         "data": [
         *           {
         *             "date": "2026-04-01",
         *             "end_date": "2026-04-30",
         *             "complete": true,
         *             "reconstructed": false,
         *             "opening_balance": 439986,
         *             "money_in": 1606578,
         *             "money_out": 0,
         *             "paid_out": 1626707,
         *             "balance_fx": 0,
         *             "closing_balance": 419857
         *           }
         *         ],
         *         "figures": {
         *           "opening_balance": {
         *             "title": "Opening balance",
         *             "unit": "minor",
         *             "definition": "Available and pending at the end of the day before the period, by all that had moved.",
         *             "evidence": "/v1/analytics/evidence?figure=opening_balance&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "money_in": {
         *             "title": "Money in",
         *             "unit": "minor",
         *             "definition": "Net of the kinds of transaction that brought money on a day.",
         *             "evidence": "/v1/analytics/evidence?figure=money_in&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "money_out": {
         *             "title": "Money out",
         *             "unit": "minor",
         *             "definition": "Net of those that took some, payouts aside.",
         *             "evidence": "/v1/analytics/evidence?figure=money_out&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "paid_out": {
         *             "title": "Paid out",
         *             "unit": "minor",
         *             "definition": "Payouts made in the period, less those that came back.",
         *             "evidence": "/v1/analytics/evidence?figure=paid_out&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "balance_fx": {
         *             "title": "Exchange rates",
         *             "unit": "minor",
         *             "definition": "What exchange rates alone changed of the balance: the end less the start and all that moved.",
         *             "evidence": "/v1/analytics/evidence?figure=balance_fx&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "closing_balance": {
         *             "title": "Closing balance",
         *             "unit": "minor",
         *             "definition": "Available and pending at the end of the period, by all that had moved.",
         *             "evidence": "/v1/analytics/evidence?figure=closing_balance&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           }
         *         }
         *       }
         *     }
         */
        Cash: {
            /** @enum {string} */
            object: "analytics.cash";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            figures: {
                available_funds: components["schemas"]["Figure"];
                pending_funds: components["schemas"]["Figure"];
                funds_in_transit: components["schemas"]["Figure"];
                total_funds: components["schemas"]["Figure"];
                expected_payouts: components["schemas"]["Figure"];
                opening_balance: components["schemas"]["Figure"];
                money_in: components["schemas"]["Figure"];
                money_out: components["schemas"]["Figure"];
                paid_out: components["schemas"]["Figure"];
                balance_fx: components["schemas"]["Figure"];
                closing_balance: components["schemas"]["Figure"];
                receivables: components["schemas"]["Figure"];
                receivables_not_due: components["schemas"]["Figure"];
                receivables_1_30: components["schemas"]["Figure"];
                receivables_31_60: components["schemas"]["Figure"];
                receivables_61_90: components["schemas"]["Figure"];
                receivables_over_90: components["schemas"]["Figure"];
            };
            /** @description What there is now in each currency; empty where it is not known (F1, F2) */
            balances: {
                /** @description ISO 4217, lower case */
                currency: string;
                /** @description What can be paid out, minor units */
                available: number;
                /** @description What settles later, minor units */
                pending: number;
                /** @description Payouts on their way, minor units */
                in_transit: number;
                /** @description All three, minor units */
                total_funds: number;
            }[];
            /** @description When each account is paid out; a manual schedule lets nothing be expected (F3) */
            payout_schedules: {
                /** @description Stripe's id of the account */
                account: string;
                interval: string | null;
            }[];
            /** @description By the schedule, the first day first in each account and currency (F3) */
            expected_payouts: {
                /** @description Stripe's id of the account */
                account: string;
                /** @description When it is made, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description ISO 4217, lower case */
                currency: string;
                /** @description In its own currency, minor units */
                amount: number;
                value: number | null;
            }[];
            /** @description The balance of each interval (F5) */
            flow: {
                data: {
                    /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                    date: string;
                    /** @description Last day, YYYY-MM-DD in the account's time zone */
                    end_date: string;
                    /** @description False for the running interval */
                    complete: boolean;
                    reconstructed: boolean;
                    opening_balance: number | null;
                    money_in: number | null;
                    money_out: number | null;
                    paid_out: number | null;
                    balance_fx: number | null;
                    closing_balance: number | null;
                }[];
                /** @description What the fields are, by name */
                figures: {
                    [key: string]: components["schemas"]["SeriesFigure"];
                };
            };
        };
        /**
         * @example {
         *       "object": "analytics.disputes",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [
         *         "eur",
         *         "jpy"
         *       ],
         *       "estimated": true,
         *       "reconstructed": false,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-02",
         *         "to": "2026-03-31"
         *       },
         *       "figures": {
         *         "opened_disputes": {
         *           "value": 0,
         *           "previous": 1,
         *           "unit": "count",
         *           "definition": "Disputes opened in the period; inquiries are none.",
         *           "evidence": "/v1/analytics/evidence?figure=opened_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "disputed_amount": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "minor",
         *           "definition": "What disputes opened in the period are about.",
         *           "evidence": "/v1/analytics/evidence?figure=disputed_amount&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "card_payments": {
         *           "value": 54,
         *           "previous": 50,
         *           "unit": "count",
         *           "definition": "Successful card payments of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=card_payments&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "dispute_activity": {
         *           "value": 0,
         *           "previous": 200,
         *           "unit": "bp",
         *           "definition": "Disputes opened in the period over its card payments, by count.",
         *           "evidence": "/v1/analytics/evidence?figure=dispute_activity&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "disputed_payments": {
         *           "value": 1,
         *           "previous": 1,
         *           "unit": "count",
         *           "definition": "Payments of the period that were disputed since.",
         *           "evidence": "/v1/analytics/evidence?figure=disputed_payments&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "dispute_rate": {
         *           "value": 185,
         *           "previous": 200,
         *           "unit": "bp",
         *           "definition": "Of the card payments of the period, the share that was disputed since; it rises for about 120 days.",
         *           "evidence": "/v1/analytics/evidence?figure=dispute_rate&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "won_disputes": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Disputes opened in the period that were won.",
         *           "evidence": "/v1/analytics/evidence?figure=won_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "lost_disputes": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Disputes opened in the period that were lost.",
         *           "evidence": "/v1/analytics/evidence?figure=lost_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "decided_disputes": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Disputes opened in the period that were won or lost.",
         *           "evidence": "/v1/analytics/evidence?figure=decided_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "win_rate": {
         *           "value": null,
         *           "previous": null,
         *           "unit": "bp",
         *           "definition": "Of the disputes opened in the period that are decided, the share that was won.",
         *           "evidence": null
         *         },
         *         "open_disputes": {
         *           "value": 2,
         *           "previous": null,
         *           "unit": "count",
         *           "definition": "Disputes that are not decided, now.",
         *           "evidence": "/v1/analytics/evidence?figure=open_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "open_disputes_amount": {
         *           "value": 2400,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What disputes that are not decided are about, now.",
         *           "evidence": "/v1/analytics/evidence?figure=open_disputes_amount&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "inquiries": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Questions of banks in the period that are no disputes so far.",
         *           "evidence": "/v1/analytics/evidence?figure=inquiries&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "fraud_warnings": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Early warnings of fraud by banks in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=fraud_warnings&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "networks": [
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "programme": "vamp",
         *           "month": "2026-04",
         *           "count": 0,
         *           "payments": 29,
         *           "ratio_bp": 0,
         *           "tier": null,
         *           "held_tier": null,
         *           "limits": [
         *             {
         *               "tier": "excessive",
         *               "rule": "X3",
         *               "count": 1500,
         *               "ratio_bp": 150,
         *               "amount_usd": null,
         *               "reached": false,
         *               "light": "green",
         *               "further": 1500
         *             }
         *           ],
         *           "evidence": {
         *             "count": "/v1/analytics/evidence?figure=vamp_items&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *             "payments": "/v1/analytics/evidence?figure=visa_payments&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           }
         *         },
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "programme": "mastercard_disputes",
         *           "month": "2026-04",
         *           "count": 0,
         *           "payments": 13,
         *           "ratio_bp": 0,
         *           "tier": null,
         *           "held_tier": null,
         *           "limits": [
         *             {
         *               "tier": "ecm",
         *               "rule": "X4",
         *               "count": 100,
         *               "ratio_bp": 150,
         *               "amount_usd": null,
         *               "reached": false,
         *               "light": "green",
         *               "further": 100
         *             },
         *             {
         *               "tier": "hecm",
         *               "rule": "X4",
         *               "count": 300,
         *               "ratio_bp": 300,
         *               "amount_usd": null,
         *               "reached": false,
         *               "light": "green",
         *               "further": 300
         *             }
         *           ],
         *           "evidence": {
         *             "count": "/v1/analytics/evidence?figure=mastercard_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *             "payments": "/v1/analytics/evidence?figure=mastercard_payments&from=2026-03-01&to=2026-03-31&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           }
         *         },
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "programme": "mastercard_fraud",
         *           "month": "2026-04",
         *           "count": 0,
         *           "payments": 13,
         *           "ratio_bp": 0,
         *           "tier": null,
         *           "held_tier": null,
         *           "limits": [
         *             {
         *               "tier": "efm",
         *               "rule": "X5",
         *               "count": 1,
         *               "ratio_bp": 50,
         *               "amount_usd": 5000000,
         *               "reached": false,
         *               "light": "green",
         *               "further": 1
         *             }
         *           ],
         *           "evidence": {
         *             "count": "/v1/analytics/evidence?figure=mastercard_fraud_disputes&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *             "payments": "/v1/analytics/evidence?figure=mastercard_payments&from=2026-03-01&to=2026-03-31&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           }
         *         }
         *       ],
         *       "open": [
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "id": "du_1acfn42Nyvcq3R5osKYCKFbO",
         *           "charge": "ch_3UBgYJLFKhnM4tEfGL7GnpkP",
         *           "customer": "cus_1A0c1LOkDbtUgf",
         *           "amount": 2610,
         *           "currency": "eur",
         *           "reason": "product_not_received",
         *           "status": "under_review",
         *           "created": 1774357237,
         *           "due_by": null
         *         },
         *         {
         *           "account": "acct_164waUaQbP08XQFF",
         *           "id": "du_14PW0HHJ9mx06qCWPp2eGUhe",
         *           "charge": "ch_34PyCXZZ72h16iPKKxAr6vZ4",
         *           "customer": "cus_5WUE2XrlDUADb1",
         *           "amount": 2400,
         *           "currency": "usd",
         *           "reason": "general",
         *           "status": "under_review",
         *           "created": 1778437784,
         *           "due_by": null
         *         }
         *       ]
         *     }
         */
        Disputes: {
            /** @enum {string} */
            object: "analytics.disputes";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            figures: {
                opened_disputes: components["schemas"]["Figure"];
                disputed_amount: components["schemas"]["Figure"];
                card_payments: components["schemas"]["Figure"];
                dispute_activity: components["schemas"]["Figure"];
                disputed_payments: components["schemas"]["Figure"];
                dispute_rate: components["schemas"]["Figure"];
                won_disputes: components["schemas"]["Figure"];
                lost_disputes: components["schemas"]["Figure"];
                decided_disputes: components["schemas"]["Figure"];
                win_rate: components["schemas"]["Figure"];
                open_disputes: components["schemas"]["Figure"];
                open_disputes_amount: components["schemas"]["Figure"];
                inquiries: components["schemas"]["Figure"];
                fraud_warnings: components["schemas"]["Figure"];
            };
            /** @description Each account in the month of the last day. Networks count for themselves: estimates (X3 to X6) */
            networks: {
                /** @description Stripe's id of the account */
                account: string;
                /** @enum {string} */
                programme: "vamp" | "mastercard_disputes" | "mastercard_fraud";
                /** @description YYYY-MM */
                month: string;
                /** @description What the programme counts in the month */
                count: number;
                /** @description What it is compared with: Mastercard looks at the month before */
                payments: number;
                ratio_bp: number | null;
                tier: string | null;
                held_tier: string | null;
                limits: {
                    /** @enum {string} */
                    tier: "excessive" | "ecm" | "hecm" | "efm";
                    /**
                     * @description Of the metric reference
                     * @enum {string}
                     */
                    rule: "X3" | "X4" | "X5";
                    /** @description Items from which on it is reached */
                    count: number;
                    /** @description Ratio from which on it is reached, basis points */
                    ratio_bp: number;
                    amount_usd: number | null;
                    reached: boolean;
                    /**
                     * @description Amber from half of the limit on, red from 80 % on (X6)
                     * @enum {string}
                     */
                    light: "green" | "amber" | "red";
                    /** @description Further items until count and ratio are reached */
                    further: number;
                }[];
                evidence: {
                    count: string;
                    payments: string;
                };
            }[];
            /** @description The first hundred that are not decided, by deadline; the evidence of open_disputes has all */
            open: {
                /** @description Stripe's id of the account */
                account: string;
                id: string;
                charge: string;
                customer: string | null;
                /** @description What it is about, minor units */
                amount: number;
                /** @description ISO 4217, lower case */
                currency: string;
                reason: string;
                status: string;
                /** @description When it was opened, seconds since 1970 (UTC) */
                created: number;
                due_by: number | null;
            }[];
        };
        /**
         * @example {
         *       "object": "analytics.trials",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [
         *         "eur",
         *         "jpy"
         *       ],
         *       "estimated": false,
         *       "reconstructed": false,
         *       "period": {
         *         "from": "2026-04-01",
         *         "to": "2026-04-30"
         *       },
         *       "previous_period": {
         *         "from": "2026-03-02",
         *         "to": "2026-03-31"
         *       },
         *       "figures": {
         *         "started_trials": {
         *           "value": 3,
         *           "previous": 6,
         *           "unit": "count",
         *           "definition": "Trials that began in the period.",
         *           "evidence": "/v1/analytics/evidence?figure=started_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "running_trials": {
         *           "value": 1,
         *           "previous": 3,
         *           "unit": "count",
         *           "definition": "Trials that run at the end of the period.",
         *           "evidence": "/v1/analytics/evidence?figure=running_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "ended_trials": {
         *           "value": 5,
         *           "previous": 4,
         *           "unit": "count",
         *           "definition": "Trials that ended in the period, also because the subscription did.",
         *           "evidence": "/v1/analytics/evidence?figure=ended_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "converted_trials": {
         *           "value": 1,
         *           "previous": 4,
         *           "unit": "count",
         *           "definition": "Trials that ended in the period and were paid for within 14 days.",
         *           "evidence": "/v1/analytics/evidence?figure=converted_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "not_converted_trials": {
         *           "value": 4,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Trials that ended in the period and were not paid for within 14 days.",
         *           "evidence": "/v1/analytics/evidence?figure=not_converted_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "pending_trials": {
         *           "value": 0,
         *           "previous": 0,
         *           "unit": "count",
         *           "definition": "Trials that ended in the period, are not paid for, and are still within 14 days.",
         *           "evidence": "/v1/analytics/evidence?figure=pending_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "decided_trials": {
         *           "value": 5,
         *           "previous": 4,
         *           "unit": "count",
         *           "definition": "Trials that ended in the period and have converted or not.",
         *           "evidence": "/v1/analytics/evidence?figure=decided_trials&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "trial_conversion": {
         *           "value": 2000,
         *           "previous": 10000,
         *           "unit": "bp",
         *           "definition": "Of the trials that ended in the period and are decided, the share that was paid for: at most 100 %.",
         *           "evidence": "/v1/analytics/evidence?figure=trial_conversion&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         "trial_mrr": {
         *           "value": 16000,
         *           "previous": null,
         *           "unit": "minor",
         *           "definition": "What running trials would bill per month if all converted, now; no part of MRR.",
         *           "evidence": "/v1/analytics/evidence?figure=trial_mrr&from=2026-04-01&to=2026-04-30&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       },
         *       "cohorts": {
         *         "data": [
         *           {
         *             "date": "2026-04-01",
         *             "end_date": "2026-04-30",
         *             "complete": true,
         *             "reconstructed": false,
         *             "started_trials": 3,
         *             "running_trials": 1,
         *             "ended_trials": 5,
         *             "converted_trials": 1,
         *             "not_converted_trials": 4,
         *             "pending_trials": 0,
         *             "decided_trials": 5,
         *             "trial_conversion": 2000
         *           }
         *         ],
         *         "figures": {
         *           "started_trials": {
         *             "title": "Trials started",
         *             "unit": "count",
         *             "definition": "Trials that began in the period.",
         *             "evidence": "/v1/analytics/evidence?figure=started_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "running_trials": {
         *             "title": "Running trials",
         *             "unit": "count",
         *             "definition": "Trials that run at the end of the period.",
         *             "evidence": "/v1/analytics/evidence?figure=running_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "ended_trials": {
         *             "title": "Trials ended",
         *             "unit": "count",
         *             "definition": "Trials that ended in the period, also because the subscription did.",
         *             "evidence": "/v1/analytics/evidence?figure=ended_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "converted_trials": {
         *             "title": "Converted",
         *             "unit": "count",
         *             "definition": "Trials that ended in the period and were paid for within 14 days.",
         *             "evidence": "/v1/analytics/evidence?figure=converted_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "not_converted_trials": {
         *             "title": "Not converted",
         *             "unit": "count",
         *             "definition": "Trials that ended in the period and were not paid for within 14 days.",
         *             "evidence": "/v1/analytics/evidence?figure=not_converted_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "pending_trials": {
         *             "title": "Pending",
         *             "unit": "count",
         *             "definition": "Trials that ended in the period, are not paid for, and are still within 14 days.",
         *             "evidence": "/v1/analytics/evidence?figure=pending_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "decided_trials": {
         *             "title": "Trials decided",
         *             "unit": "count",
         *             "definition": "Trials that ended in the period and have converted or not.",
         *             "evidence": "/v1/analytics/evidence?figure=decided_trials&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           },
         *           "trial_conversion": {
         *             "title": "Trial conversion",
         *             "unit": "bp",
         *             "definition": "Of the trials that ended in the period and are decided, the share that was paid for: at most 100 %.",
         *             "evidence": "/v1/analytics/evidence?figure=trial_conversion&from={date}&to={end_date}&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *           }
         *         }
         *       }
         *     }
         */
        Trials: {
            /** @enum {string} */
            object: "analytics.trials";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            previous_period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            figures: {
                started_trials: components["schemas"]["Figure"];
                running_trials: components["schemas"]["Figure"];
                ended_trials: components["schemas"]["Figure"];
                converted_trials: components["schemas"]["Figure"];
                not_converted_trials: components["schemas"]["Figure"];
                pending_trials: components["schemas"]["Figure"];
                decided_trials: components["schemas"]["Figure"];
                trial_conversion: components["schemas"]["Figure"];
                trial_mrr: components["schemas"]["Figure"];
            };
            /** @description The trials that ended in each interval, and those that began (T1) */
            cohorts: {
                data: {
                    /** @description First day of the interval, YYYY-MM-DD in the account's time zone */
                    date: string;
                    /** @description Last day, YYYY-MM-DD in the account's time zone */
                    end_date: string;
                    /** @description False for the running interval */
                    complete: boolean;
                    reconstructed: boolean;
                    started_trials: number | null;
                    running_trials: number | null;
                    ended_trials: number | null;
                    converted_trials: number | null;
                    not_converted_trials: number | null;
                    pending_trials: number | null;
                    decided_trials: number | null;
                    trial_conversion: number | null;
                }[];
                /** @description What the fields are, by name */
                figures: {
                    [key: string]: components["schemas"]["SeriesFigure"];
                };
            };
        };
        /**
         * @example {
         *       "id": "acct_1IdAKoTFCWHGCpPd:test:2026-11-19:churn",
         *       "object": "snapshot",
         *       "kind": "churn",
         *       "day": "2026-11-19",
         *       "taken": 1795207443,
         *       "figures": {
         *         "object": "analytics.churn",
         *         "currency": "usd",
         *         "as_of": 1795207421,
         *         "complete": true,
         *         "fx_missing": [],
         *         "estimated": false,
         *         "reconstructed": false,
         *         "period": {
         *           "from": "2026-10-21",
         *           "to": "2026-11-19"
         *         },
         *         "customer_churn_bp": 244,
         *         "nrr_bp": 10109,
         *         "grr_bp": 9689,
         *         "gross_mrr_churn_bp": 388,
         *         "net_mrr_churn_bp": -54,
         *         "churned_customers": 35,
         *         "voluntary": {
         *           "customers": 28,
         *           "mrr": 794476,
         *           "customers_share_bp": 8000,
         *           "mrr_share_bp": 9265,
         *           "rate_bp": 240
         *         },
         *         "involuntary": {
         *           "customers": 7,
         *           "mrr": 63063,
         *           "customers_share_bp": 2000,
         *           "mrr_share_bp": 735,
         *           "rate_bp": 19
         *         },
         *         "paused": {
         *           "customers": 0,
         *           "mrr": 0,
         *           "customers_share_bp": 0,
         *           "mrr_share_bp": 0,
         *           "rate_bp": 0
         *         }
         *       }
         *     }
         */
        Snapshot: {
            id: string;
            /** @enum {string} */
            object: "snapshot";
            /** @enum {string} */
            kind: "revenue" | "churn";
            /** @description The day that closed, YYYY-MM-DD in the account's time zone */
            day: string;
            /** @description When it was frozen, seconds since 1970 (UTC) */
            taken: number;
            /** @description The answer of that day, as it was known */
            figures: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/snapshots",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "acct_1IdAKoTFCWHGCpPd:test:2026-11-19:churn",
         *           "object": "snapshot",
         *           "kind": "churn",
         *           "day": "2026-11-19",
         *           "taken": 1795207443,
         *           "figures": {
         *             "object": "analytics.churn",
         *             "currency": "usd",
         *             "as_of": 1795207421,
         *             "complete": true,
         *             "fx_missing": [],
         *             "estimated": false,
         *             "reconstructed": false,
         *             "period": {
         *               "from": "2026-10-21",
         *               "to": "2026-11-19"
         *             },
         *             "customer_churn_bp": 244,
         *             "nrr_bp": 10109,
         *             "grr_bp": 9689,
         *             "gross_mrr_churn_bp": 388,
         *             "net_mrr_churn_bp": -54,
         *             "churned_customers": 35,
         *             "voluntary": {
         *               "customers": 28,
         *               "mrr": 794476,
         *               "customers_share_bp": 8000,
         *               "mrr_share_bp": 9265,
         *               "rate_bp": 240
         *             },
         *             "involuntary": {
         *               "customers": 7,
         *               "mrr": 63063,
         *               "customers_share_bp": 2000,
         *               "mrr_share_bp": 735,
         *               "rate_bp": 19
         *             },
         *             "paused": {
         *               "customers": 0,
         *               "mrr": 0,
         *               "customers_share_bp": 0,
         *               "mrr_share_bp": 0,
         *               "rate_bp": 0
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        SnapshotList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Snapshot"][];
        };
        /**
         * @example {
         *       "object": "analytics.forecast",
         *       "series": "mrr",
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": true,
         *       "reconstructed": true,
         *       "computed": 1778751000,
         *       "hidden": null,
         *       "method": "holt",
         *       "data": [
         *         {
         *           "month": "2026-05",
         *           "value": 36926548,
         *           "lower": 36164928,
         *           "upper": 37688168,
         *           "known": -67170
         *         }
         *       ],
         *       "history": [
         *         {
         *           "month": "2026-03",
         *           "value": 32395037
         *         },
         *         {
         *           "month": "2026-04",
         *           "value": 34691188
         *         }
         *       ],
         *       "known_changes": [
         *         {
         *           "month": "2026-05",
         *           "changes": {
         *             "scheduled_cancellation": -290344,
         *             "coupon_end": 36252,
         *             "phase_change": 0,
         *             "trial": 186922
         *           }
         *         }
         *       ],
         *       "tests": [
         *         {
         *           "method": "naive",
         *           "mae_vs_naive_bp": 10000,
         *           "steps": [
         *             {
         *               "step": 1,
         *               "origins": 21,
         *               "mae": 1424926,
         *               "mape_bp": 896,
         *               "mae_vs_naive_bp": 10000,
         *               "coverage_bp": 6190
         *             }
         *           ]
         *         },
         *         {
         *           "method": "holt",
         *           "mae_vs_naive_bp": 2144,
         *           "steps": [
         *             {
         *               "step": 1,
         *               "origins": 18,
         *               "mae": 466778,
         *               "mape_bp": 248,
         *               "mae_vs_naive_bp": 3045,
         *               "coverage_bp": 7222
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Forecast: {
            /** @enum {string} */
            object: "analytics.forecast";
            /** @enum {string} */
            series: "mrr" | "revenue" | "cash";
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            computed: number | null;
            hidden: ("pending" | "too_short" | "no_better_than_naive") | null;
            method: ("naive" | "drift" | "linear" | "holt" | "holt_damped" | "holt_winters") | null;
            /** @description The coming months, the running one first; at most half as many as are known (FC6) */
            data: {
                /** @description YYYY-MM in the account's time zone */
                month: string;
                /** @description What is expected; of MRR, at the end of the month, minor units */
                value: number;
                /** @description The interval holds the actual value in 80 of 100 cases: its lower end, minor units */
                lower: number;
                /** @description Its upper end, minor units */
                upper: number;
                /** @description The part of the value that known changes add or take by then, minor units */
                known: number;
            }[];
            /** @description The complete months that it was made from, oldest first */
            history: {
                /** @description YYYY-MM in the account's time zone */
                month: string;
                /** @description What it was, at the latest exchange rates, minor units */
                value: number;
            }[];
            /** @description Of MRR: what is known to change in the coming months, shown also where there is no forecast */
            known_changes: {
                /** @description YYYY-MM in the account's time zone */
                month: string;
                changes: {
                    /** @description MRR of subscriptions that are set to end, minor units */
                    scheduled_cancellation: number;
                    /** @description MRR that comes back when coupons end, minor units */
                    coupon_end: number;
                    /** @description What subscriptions change by themselves, as by a later start, minor units */
                    phase_change: number;
                    /** @description MRR of trials that end, times the share of trials that converted lately, minor units */
                    trial: number;
                };
            }[];
            /** @description Back-tests of every method that was tried (FC5); `naive` is "the same as last month" */
            tests: {
                /** @enum {string} */
                method: "naive" | "drift" | "linear" | "holt" | "holt_damped" | "holt_winters";
                mae_vs_naive_bp: number | null;
                steps: {
                    /** @description Months ahead */
                    step: number;
                    /** @description Months from which it was tried */
                    origins: number;
                    /** @description Mean absolute error, minor units */
                    mae: number;
                    mape_bp: number | null;
                    mae_vs_naive_bp: number | null;
                    coverage_bp: number | null;
                }[];
            }[];
        };
        /**
         * @example {
         *       "id": "acct_1IdAKoTFCWHGCpPd:test:2026-05-14T00:50:00.000Z:000000000106217:cus_sJ9I2djVr5yZwG",
         *       "object": "customer_risk",
         *       "customer": "cus_sJ9I2djVr5yZwG",
         *       "mrr": 170629,
         *       "money_at_risk": 106217,
         *       "probability_bp": 6225,
         *       "score": 62,
         *       "band": "high",
         *       "reasons": [
         *         {
         *           "factor": "past_due",
         *           "sentence": "A payment is past due."
         *         },
         *         {
         *           "factor": "failed_90d",
         *           "sentence": "A payment failed in the last 90 days."
         *         }
         *       ],
         *       "ends": null,
         *       "computed": 1778751000
         *     }
         */
        CustomerRisk: {
            /** @description Cursor of the list */
            id: string;
            /** @enum {string} */
            object: "customer_risk";
            /** @description Stripe's id */
            customer: string;
            /** @description MRR in the reporting currency, minor units */
            mrr: number;
            /** @description MRR times probability; all of it where the end is certain, minor units */
            money_at_risk: number;
            probability_bp: number | null;
            score: number | null;
            band: ("low" | "medium" | "high") | null;
            /** @description Up to three that raise the probability most, strongest first (Q2) */
            reasons: {
                /** @enum {string} */
                factor: "past_due" | "card_expiring" | "downgrade_90d" | "failed_90d" | "annual_renewal_30d" | "tenure_lt_3m" | "refund_or_dispute_180d" | "discount_ending" | "multi_subscription" | "tenure_ge_24m" | "annual_renewal_far";
                /** @description In words */
                sentence: string;
            }[];
            ends: string | null;
            /** @description When, seconds since 1970 (UTC) */
            computed: number;
        };
        /**
         * @description Where `quality` is null there is not enough data to tell it (Q4)
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/risk",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "acct_1IdAKoTFCWHGCpPd:test:2026-05-14T00:50:00.000Z:000000000106217:cus_sJ9I2djVr5yZwG",
         *           "object": "customer_risk",
         *           "customer": "cus_sJ9I2djVr5yZwG",
         *           "mrr": 170629,
         *           "money_at_risk": 106217,
         *           "probability_bp": 6225,
         *           "score": 62,
         *           "band": "high",
         *           "reasons": [
         *             {
         *               "factor": "past_due",
         *               "sentence": "A payment is past due."
         *             },
         *             {
         *               "factor": "failed_90d",
         *               "sentence": "A payment failed in the last 90 days."
         *             }
         *           ],
         *           "ends": null,
         *           "computed": 1778751000,
         *           "customer_name": "Jonas Wong"
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": true,
         *       "reconstructed": false,
         *       "computed": 1778751000,
         *       "totals": {
         *         "high": {
         *           "customers": 17,
         *           "mrr": 530120,
         *           "money_at_risk": 269220
         *         },
         *         "medium": {
         *           "customers": 60,
         *           "mrr": 1765411,
         *           "money_at_risk": 227704
         *         },
         *         "low": {
         *           "customers": 1170,
         *           "mrr": 31958147,
         *           "money_at_risk": 1590028
         *         },
         *         "certain": {
         *           "customers": 29,
         *           "mrr": 898639,
         *           "money_at_risk": 898639
         *         }
         *       },
         *       "model": "scorecard",
         *       "quality": {
         *         "customers": 4376,
         *         "churned": 109,
         *         "from": 1768435199,
         *         "to": 1776211199,
         *         "auc_bp": 7227,
         *         "top_tenth_lift_bp": 32774,
         *         "calibration": [
         *           {
         *             "customers": 661,
         *             "expected_bp": 67,
         *             "actual_bp": 76
         *           },
         *           {
         *             "customers": 444,
         *             "expected_bp": 1631,
         *             "actual_bp": 811
         *           }
         *         ],
         *         "scorecard_auc_bp": 7227,
         *         "fitted_auc_bp": 7127
         *       }
         *     }
         */
        CustomerRiskList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            /** @description Most money at risk first */
            data: {
                /** @description Cursor of the list */
                id: string;
                /** @enum {string} */
                object: "customer_risk";
                /** @description Stripe's id */
                customer: string;
                /** @description MRR in the reporting currency, minor units */
                mrr: number;
                /** @description MRR times probability; all of it where the end is certain, minor units */
                money_at_risk: number;
                probability_bp: number | null;
                score: number | null;
                band: ("low" | "medium" | "high") | null;
                /** @description Up to three that raise the probability most, strongest first (Q2) */
                reasons: {
                    /** @enum {string} */
                    factor: "past_due" | "card_expiring" | "downgrade_90d" | "failed_90d" | "annual_renewal_30d" | "tenure_lt_3m" | "refund_or_dispute_180d" | "discount_ending" | "multi_subscription" | "tenure_ge_24m" | "annual_renewal_far";
                    /** @description In words */
                    sentence: string;
                }[];
                ends: string | null;
                /** @description When, seconds since 1970 (UTC) */
                computed: number;
                customer_name: string | null;
            }[];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            computed: number | null;
            totals: {
                high: {
                    /** @description From 30 % on */
                    customers: number;
                    /** @description Their MRR, minor units */
                    mrr: number;
                    /** @description What of it is expected to be lost within 30 days, minor units */
                    money_at_risk: number;
                };
                medium: {
                    /** @description From 10 % on */
                    customers: number;
                    /** @description Their MRR, minor units */
                    mrr: number;
                    /** @description What of it is expected to be lost within 30 days, minor units */
                    money_at_risk: number;
                };
                low: {
                    /** @description Below 10 % */
                    customers: number;
                    /** @description Their MRR, minor units */
                    mrr: number;
                    /** @description What of it is expected to be lost within 30 days, minor units */
                    money_at_risk: number;
                };
                certain: {
                    /** @description All subscriptions are set to end */
                    customers: number;
                    /** @description Their MRR, minor units */
                    mrr: number;
                    /** @description What of it is expected to be lost within 30 days, minor units */
                    money_at_risk: number;
                };
            };
            model: ("scorecard" | "fitted") | null;
            quality: {
                /** @description Observations held out: the latest, from which nothing was learnt */
                customers: number;
                /** @description Those with MRR 0 within 30 days */
                churned: number;
                /** @description The first of them, seconds since 1970 (UTC) */
                from: number;
                /** @description The last, seconds since 1970 (UTC) */
                to: number;
                auc_bp: number | null;
                scorecard_auc_bp: number | null;
                fitted_auc_bp: number | null;
                top_tenth_lift_bp: number | null;
                /** @description By probability, lowest first */
                calibration: {
                    /** @description About a tenth */
                    customers: number;
                    /** @description Mean probability, basis points */
                    expected_bp: number;
                    /** @description Share that left, basis points */
                    actual_bp: number;
                }[];
            } | null;
        };
        /**
         * @example {
         *       "id": "acct_164waUaQbP08XQFF:net_new_mrr:2026-03-24",
         *       "object": "analytics.anomaly",
         *       "account": "acct_164waUaQbP08XQFF",
         *       "day": "2026-03-24",
         *       "series": "net_new_mrr",
         *       "title": "Net new MRR",
         *       "unit": "minor",
         *       "currency": "usd",
         *       "actual": 505775,
         *       "expected": 61100,
         *       "lower": -132690,
         *       "upper": 254890,
         *       "departure": "high",
         *       "distance_milli": 8031,
         *       "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-03-24&to=2026-03-24&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *       "drivers": [
         *         {
         *           "by": "customer",
         *           "key": "cus_DPq88THokzQ9LU",
         *           "name": "Granite Analytics",
         *           "change": 193200,
         *           "share_bp": 3798,
         *           "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-03-24&to=2026-03-24&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *         },
         *         {
         *           "by": "product",
         *           "key": "prod_GB9fwelEVahbbG",
         *           "name": "Business",
         *           "change": 447875,
         *           "share_bp": 8805,
         *           "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-03-24&to=2026-03-24&currency=usd&slice=product%3Aprod_GB9fwelEVahbbG&account=acct_164waUaQbP08XQFF&mode=test"
         *         }
         *       ]
         *     }
         */
        Anomaly: {
            /** @description Cursor of the list */
            id: string;
            /** @enum {string} */
            object: "analytics.anomaly";
            account: string;
            /** @description The day, in the account's time zone, YYYY-MM-DD in the account's time zone */
            day: string;
            /**
             * @description MRR movements together; MRR of customers who left; customers with their first MRR; payments that reached the balance; or payments that failed
             * @enum {string}
             */
            series: "net_new_mrr" | "churned_mrr" | "new_customers" | "gross_volume" | "failed_payments";
            title: string;
            /** @enum {string} */
            unit: "minor" | "count";
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description What the day brought; minor units, or a count */
            actual: number;
            /** @description What the same weekdays of the twelve weeks before, and their trend, let expect; minor units, or a count */
            expected: number;
            /** @description Least that was no surprise; minor units, or a count */
            lower: number;
            /** @description Most that was no surprise; minor units, or a count */
            upper: number;
            /** @enum {string} */
            departure: "high" | "low";
            distance_milli: number | null;
            evidence: string | null;
            /** @description Up to five of each kind that moved the day the way it departs, largest first; none where less happened than usual */
            drivers: {
                /** @enum {string} */
                by: "customer" | "product" | "price" | "country" | "reason" | "transaction";
                /** @description Stripe's id; of a country its code, of a reason what Stripe or the bank calls it */
                key: string;
                name: string | null;
                /** @description What it added, or took; minor units, or a count */
                change: number;
                /** @description Of all of its kind that moved the day the same way, basis points */
                share_bp: number;
                evidence: string | null;
            }[];
        };
        /**
         * @description Days that depart from what the weeks before them let expect (A12); closed days alone
         * @example {
         *       "object": "list",
         *       "url": "/v1/analytics/anomalies",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "acct_164waUaQbP08XQFF:net_new_mrr:2026-03-24",
         *           "object": "analytics.anomaly",
         *           "account": "acct_164waUaQbP08XQFF",
         *           "day": "2026-03-24",
         *           "series": "net_new_mrr",
         *           "title": "Net new MRR",
         *           "unit": "minor",
         *           "currency": "usd",
         *           "actual": 505775,
         *           "expected": 61100,
         *           "lower": -132690,
         *           "upper": 254890,
         *           "departure": "high",
         *           "distance_milli": 8031,
         *           "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-03-24&to=2026-03-24&currency=usd&account=acct_164waUaQbP08XQFF&mode=test",
         *           "drivers": [
         *             {
         *               "by": "customer",
         *               "key": "cus_DPq88THokzQ9LU",
         *               "name": "Granite Analytics",
         *               "change": 193200,
         *               "share_bp": 3798,
         *               "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-03-24&to=2026-03-24&currency=usd&account=acct_164waUaQbP08XQFF&mode=test"
         *             },
         *             {
         *               "by": "product",
         *               "key": "prod_GB9fwelEVahbbG",
         *               "name": "Business",
         *               "change": 447875,
         *               "share_bp": 8805,
         *               "evidence": "/v1/analytics/evidence?figure=net_new_mrr&from=2026-03-24&to=2026-03-24&currency=usd&slice=product%3Aprod_GB9fwelEVahbbG&account=acct_164waUaQbP08XQFF&mode=test"
         *             }
         *           ]
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1778751000,
         *       "complete": true,
         *       "fx_missing": [],
         *       "estimated": true,
         *       "reconstructed": true,
         *       "period": {
         *         "from": "2026-02-01",
         *         "to": "2026-05-14"
         *       },
         *       "computed": 1778751000,
         *       "hidden": null
         *     }
         */
        AnomalyList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            /** @description Newest first */
            data: components["schemas"]["Anomaly"][];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            /** @description False while history is still being read: figures are partial */
            complete: boolean;
            /** @description Currencies left out for want of a rate */
            fx_missing: string[];
            /** @description Whether a part is an estimate */
            estimated: boolean;
            /** @description Whether the range reaches back before the events, into history rebuilt from invoices */
            reconstructed: boolean;
            period: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to: string;
            };
            computed: number | null;
            hidden: ("pending" | "too_short") | null;
        };
        /**
         * @example {
         *       "id": "cost_0mwpg4ybx3f2a9355550b35bf0f",
         *       "object": "cost",
         *       "kind": "fixed_monthly",
         *       "percent_bp": null,
         *       "amount": 250000,
         *       "currency": "usd",
         *       "category": "rent",
         *       "product": null,
         *       "from": "2026-01-01",
         *       "until": null,
         *       "created": 1795207404
         *     }
         */
        Cost: {
            id: string;
            /** @enum {string} */
            object: "cost";
            /** @enum {string} */
            kind: "percent_of_revenue" | "per_customer_month" | "per_transaction" | "fixed_monthly";
            percent_bp: number | null;
            amount: number | null;
            currency: string | null;
            category: string | null;
            product: string | null;
            /** @description First day, YYYY-MM-DD in the account's time zone */
            from: string;
            until: string | null;
            /** @description When it was entered, seconds since 1970 (UTC) */
            created: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/costs",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "cost_0mwpg4ybx3f2a9355550b35bf0f",
         *           "object": "cost",
         *           "kind": "fixed_monthly",
         *           "percent_bp": null,
         *           "amount": 250000,
         *           "currency": "usd",
         *           "category": "rent",
         *           "product": null,
         *           "from": "2026-01-01",
         *           "until": null,
         *           "created": 1795207404
         *         }
         *       ]
         *     }
         */
        CostList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Cost"][];
        };
        /**
         * @example {
         *       "currency": "gbp",
         *       "rate": "1.2715",
         *       "into": "usd"
         *     }
         */
        EnteredRate: {
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description What one unit of the currency is worth, a decimal string */
            rate: string;
            /** @description The currency that it is worth that much of */
            into: string;
        };
        /**
         * @example {
         *       "id": "acct_1IdAKoTFCWHGCpPd:test:2026-11-20",
         *       "object": "fx_rate",
         *       "day": "2026-11-20",
         *       "per_euro": {
         *         "usd": "1.0708",
         *         "jpy": "163.27"
         *       },
         *       "entered": [
         *         {
         *           "currency": "gbp",
         *           "rate": "1.2715",
         *           "into": "usd"
         *         }
         *       ]
         *     }
         */
        FxRateDay: {
            id: string;
            /** @enum {string} */
            object: "fx_rate";
            /** @description Day of the closing rate, YYYY-MM-DD in the account's time zone */
            day: string;
            /** @description As published: units of each currency per euro, decimal strings */
            per_euro: {
                [key: string]: string;
            };
            /** @description In force in place of what was published */
            entered: components["schemas"]["EnteredRate"][];
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/fx_rates",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "acct_1IdAKoTFCWHGCpPd:test:2026-11-20",
         *           "object": "fx_rate",
         *           "day": "2026-11-20",
         *           "per_euro": {
         *             "usd": "1.0708",
         *             "jpy": "163.27"
         *           },
         *           "entered": [
         *             {
         *               "currency": "gbp",
         *               "rate": "1.2715",
         *               "into": "usd"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        FxRateDayList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["FxRateDay"][];
        };
        /**
         * @example {
         *       "object": "fx_latest_rate",
         *       "currency": "gbp",
         *       "into": "usd",
         *       "rate": "1.2715",
         *       "day": "2026-11-20",
         *       "days_old": 1,
         *       "stale": false
         *     }
         */
        FxLatestRate: {
            /** @enum {string} */
            object: "fx_latest_rate";
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description The reporting currency */
            into: string;
            rate: string | null;
            day: string | null;
            days_old: number | null;
            /** @description Whether there should be a newer one, weekends and holidays allowed */
            stale: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/fx_rates/latest",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "object": "fx_latest_rate",
         *           "currency": "gbp",
         *           "into": "usd",
         *           "rate": "1.2715",
         *           "day": "2026-11-20",
         *           "days_old": 1,
         *           "stale": false
         *         }
         *       ]
         *     }
         */
        FxLatestRateList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["FxLatestRate"][];
        };
        /**
         * @example {
         *       "object": "fx_rates_change",
         *       "days": 1,
         *       "operation": "op_0mwpg4zduad78318eb58991b126"
         *     }
         */
        FxRatesChange: {
            /** @enum {string} */
            object: "fx_rates_change";
            /** @description Days whose rates differ from before */
            days: number;
            operation: string | null;
        };
        /**
         * @example {
         *       "id": "acct_1RevenueDesk",
         *       "object": "account",
         *       "mode": "test",
         *       "livemode": false,
         *       "name": "Sudwind Metrics",
         *       "country": "DE",
         *       "default_currency": "eur",
         *       "reporting_currency": "eur",
         *       "time_zone": "Europe/Berlin",
         *       "via": "key",
         *       "platform": null,
         *       "credential": "cred_0mp5af3k0c2a1",
         *       "problem": null,
         *       "missing_permissions": [
         *         "webhook_write"
         *       ],
         *       "sync": {
         *         "status": "complete",
         *         "percent": 100,
         *         "last_synced_at": 1778751000
         *       },
         *       "onboarding": null,
         *       "connected": 1778740000
         *     }
         */
        Account: {
            /** @description Stripe's id of it */
            id: string;
            /** @enum {string} */
            object: "account";
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            livemode: boolean;
            name: string;
            country: string | null;
            /** @description ISO 4217, lower case */
            default_currency: string;
            /** @description ISO 4217, lower case */
            reporting_currency: string;
            /** @description IANA name; days of its figures are local to it */
            time_zone: string;
            /**
             * @description By a key of its own, by installing the app, or made through Connect
             * @enum {string}
             */
            via: "key" | "installation" | "connect";
            platform: string | null;
            credential: string | null;
            problem: {
                /** @enum {string} */
                code: "no_active_credential" | "credential_unreadable";
                title: string;
                remedy: string;
            } | null;
            /** @description What its key lacks, by Stripe's names; only what needs it lies still */
            missing_permissions: string[];
            sync: {
                /** @enum {string} */
                status: "idle" | "running" | "complete" | "failed";
                percent: number;
                last_synced_at: number | null;
            };
            onboarding: {
                details_submitted: boolean;
                charges_enabled: boolean;
                payouts_enabled: boolean;
                currently_due: string[];
                past_due: string[];
                disabled_reason: string | null;
            } | null;
            /** @description When it was connected, seconds since 1970 (UTC) */
            connected: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/accounts",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "acct_1RevenueDesk",
         *           "object": "account",
         *           "mode": "test",
         *           "livemode": false,
         *           "name": "Sudwind Metrics",
         *           "country": "DE",
         *           "default_currency": "eur",
         *           "reporting_currency": "eur",
         *           "time_zone": "Europe/Berlin",
         *           "via": "key",
         *           "platform": null,
         *           "credential": "cred_0mp5af3k0c2a1",
         *           "problem": null,
         *           "missing_permissions": [
         *             "webhook_write"
         *           ],
         *           "sync": {
         *             "status": "complete",
         *             "percent": 100,
         *             "last_synced_at": 1778751000
         *           },
         *           "onboarding": null,
         *           "connected": 1778740000
         *         }
         *       ]
         *     }
         */
        AccountList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Account"][];
        };
        /**
         * @example {
         *       "id": "acct_1RevenueDesk",
         *       "object": "account",
         *       "mode": "test",
         *       "disconnected": true
         *     }
         */
        Disconnected: {
            id: string;
            /** @enum {string} */
            object: "account";
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            /** @enum {boolean} */
            disconnected: true;
        };
        /**
         * @example {
         *       "object": "installation_state",
         *       "state": "AQJrMQ",
         *       "return_url": "https://desk.example.com/connect/installed",
         *       "expires": 1778826400
         *     }
         */
        InstallationState: {
            /** @enum {string} */
            object: "installation_state";
            /** @description Append it as `state` to the app's install link */
            state: string;
            /** @description Where Stripe sends the person back to; list it in the app */
            return_url: string;
            /** @description Until when the installation counts, seconds since 1970 (UTC) */
            expires: number;
        };
        /**
         * @example {
         *       "object": "onboarding_link",
         *       "url": "https://connect.stripe.com/setup/s/abc123",
         *       "expires": 1778740300
         *     }
         */
        OnboardingLink: {
            /** @enum {string} */
            object: "onboarding_link";
            url: string;
            /** @description Until when it opens, seconds since 1970 (UTC) */
            expires: number;
        };
        /**
         * @example {
         *       "id": "apr_0mwpg4ybx3f2a9355550b35bf0f",
         *       "object": "approval",
         *       "kind": "role_grant",
         *       "status": "pending",
         *       "description": "Give mem_0mwpg4ybx3f2a93 the role admin",
         *       "parameters": {
         *         "member": "mem_0mwpg4ybx3f2a93",
         *         "role": "admin"
         *       },
         *       "parameters_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "reason": null,
         *       "amount": null,
         *       "currency": null,
         *       "account": null,
         *       "mode": null,
         *       "requested_by": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *       "decided_by": null,
         *       "rejection": null,
         *       "failure": null,
         *       "created": 1795207404,
         *       "expires": 1795466604,
         *       "decided": null,
         *       "ended": null
         *     }
         */
        Approval: {
            id: string;
            /** @enum {string} */
            object: "approval";
            /** @description What was asked for, for example role_grant */
            kind: string;
            /**
             * @description executed and failed follow upon approved
             * @enum {string}
             */
            status: "pending" | "approved" | "executed" | "failed" | "rejected" | "canceled" | "expired";
            /** @description The same for people */
            description: string;
            /** @description Exactly what will be done */
            parameters: {
                [key: string]: unknown;
            };
            /** @description The trail has it with each step */
            parameters_sha256: string;
            reason: string | null;
            amount: number | null;
            currency: string | null;
            account: string | null;
            mode: ("live" | "test" | "sandbox") | null;
            /** @description Id of the member */
            requested_by: string;
            decided_by: string | null;
            rejection: string | null;
            failure: string | null;
            /** @description When it was asked for, seconds since 1970 (UTC) */
            created: number;
            /** @description Until when it can be decided, seconds since 1970 (UTC) */
            expires: number;
            decided: number | null;
            ended: number | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/approvals",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "apr_0mwpg4ybx3f2a9355550b35bf0f",
         *           "object": "approval",
         *           "kind": "role_grant",
         *           "status": "pending",
         *           "description": "Give mem_0mwpg4ybx3f2a93 the role admin",
         *           "parameters": {
         *             "member": "mem_0mwpg4ybx3f2a93",
         *             "role": "admin"
         *           },
         *           "parameters_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "reason": null,
         *           "amount": null,
         *           "currency": null,
         *           "account": null,
         *           "mode": null,
         *           "requested_by": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *           "decided_by": null,
         *           "rejection": null,
         *           "failure": null,
         *           "created": 1795207404,
         *           "expires": 1795466604,
         *           "decided": null,
         *           "ended": null
         *         }
         *       ]
         *     }
         */
        ApprovalList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Approval"][];
        };
        /**
         * @example {
         *       "id": "aud_0mwpg8ssg5030f06d5e47c23c2a",
         *       "object": "audit_entry",
         *       "created": 1795207583,
         *       "actor": {
         *         "kind": "member",
         *         "id": "mem_0mwpg4ybx3f2a9355550b35bf0f"
         *       },
         *       "action": "promotion.activated",
         *       "target": {
         *         "type": "promotion",
         *         "id": "promo_0mwpg8sr7709aad84d2a496db64"
         *       },
         *       "before": null,
         *       "after": {
         *         "stripe_coupon": "nujBVfuz",
         *         "stripe_promotion_code": "promo_1jfWcw0Do7cX0Ki4qJ53cnO2"
         *       },
         *       "account": "acct_1IdAKoTFCWHGCpPd",
         *       "mode": "test",
         *       "request_id": "req_0mwpg8sr2c5eb34f8b240224f58",
         *       "address": "203.0.113.7",
         *       "user_agent": "Mozilla/5.0",
         *       "seal": {
         *         "seq": 42,
         *         "previous_hash": "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f",
         *         "hash": "3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b"
         *       }
         *     }
         */
        AuditEntry: {
            id: string;
            /** @enum {string} */
            object: "audit_entry";
            /** @description When it happened, seconds since 1970 (UTC) */
            created: number;
            actor: {
                kind: string;
                id: string;
            };
            /** @description For example promotion.created */
            action: string;
            target: {
                type: string;
                id: string;
            };
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            account: string | null;
            mode: string | null;
            request_id: string | null;
            address: string | null;
            user_agent: string | null;
            seal: {
                /** @description Its number in the workspace's chain, from 1 */
                seq: number;
                previous_hash: string | null;
                /** @description SHA-256 over the entry with its number and the previous hash */
                hash: string;
            } | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/audit_entries",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "aud_0mwpg8ssg5030f06d5e47c23c2a",
         *           "object": "audit_entry",
         *           "created": 1795207583,
         *           "actor": {
         *             "kind": "member",
         *             "id": "mem_0mwpg4ybx3f2a9355550b35bf0f"
         *           },
         *           "action": "promotion.activated",
         *           "target": {
         *             "type": "promotion",
         *             "id": "promo_0mwpg8sr7709aad84d2a496db64"
         *           },
         *           "before": null,
         *           "after": {
         *             "stripe_coupon": "nujBVfuz",
         *             "stripe_promotion_code": "promo_1jfWcw0Do7cX0Ki4qJ53cnO2"
         *           },
         *           "account": "acct_1IdAKoTFCWHGCpPd",
         *           "mode": "test",
         *           "request_id": "req_0mwpg8sr2c5eb34f8b240224f58",
         *           "address": "203.0.113.7",
         *           "user_agent": "Mozilla/5.0",
         *           "seal": {
         *             "seq": 42,
         *             "previous_hash": "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f",
         *             "hash": "3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b3b"
         *           }
         *         }
         *       ]
         *     }
         */
        AuditEntryList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["AuditEntry"][];
        };
        /**
         * @example {
         *       "object": "audit_verification",
         *       "from": 1,
         *       "to": 56,
         *       "holds": false,
         *       "fault": {
         *         "seq": 57,
         *         "reason": "altered",
         *         "detail": "The entry is not what was sealed"
         *       },
         *       "vouched": 40,
         *       "unsealed": 2,
         *       "next_from": null
         *     }
         */
        AuditVerification: {
            /** @enum {string} */
            object: "audit_verification";
            from: number;
            /** @description The last entry that holds */
            to: number;
            /** @description Whether all that was verified holds */
            holds: boolean;
            fault: {
                /** @description The first bad entry */
                seq: number;
                /** @enum {string} */
                reason: "missing" | "misplaced" | "altered" | "rewritten" | "head_missing" | "head_forged" | "checkpoint_forged" | "key_unknown";
                detail: string;
            } | null;
            vouched: number | null;
            /** @description Entries that wait for their seal */
            unsealed: number;
            next_from: number | null;
        };
        /**
         * @example {
         *       "id": "key_0mp5af3k0c2a1d6",
         *       "name": "Nightly export",
         *       "mode": "test",
         *       "accounts": null,
         *       "scopes": [
         *         "analytics:read"
         *       ],
         *       "effective_scopes": [
         *         "analytics:read"
         *       ],
         *       "hint": "rd_test_…91fe",
         *       "allowed_addresses": [
         *         "203.0.113.0/24"
         *       ],
         *       "rate_limit": 600,
         *       "created_by": "mem_0mp5af3k0a1",
         *       "created": 1778740000,
         *       "expires": 1786516000,
         *       "expires_soon": false,
         *       "former_until": null,
         *       "last_used": 1778750000,
         *       "last_used_address": "203.0.113.7",
         *       "object": "api_key"
         *     }
         */
        ApiKey: {
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            accounts: string[] | null;
            /** @description What it was made for */
            scopes: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
            /** @description What it may do now: its scopes, as far as whoever made it may still do that */
            effective_scopes: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
            /** @description Its beginning and its last four characters */
            hint: string;
            /** @description Addresses and networks (CIDR) it may be used from; empty for all */
            allowed_addresses: string[];
            /** @description Requests a minute */
            rate_limit: number;
            created_by: string;
            /** @description When it was made, seconds since 1970 (UTC) */
            created: number;
            /** @description From when on it is refused, seconds since 1970 (UTC) */
            expires: number;
            /** @description Within 14 days */
            expires_soon: boolean;
            former_until: number | null;
            last_used: number | null;
            last_used_address: string | null;
            /** @enum {string} */
            object: "api_key";
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/api_keys",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "key_0mp5af3k0c2a1d6",
         *           "name": "Nightly export",
         *           "mode": "test",
         *           "accounts": null,
         *           "scopes": [
         *             "analytics:read"
         *           ],
         *           "effective_scopes": [
         *             "analytics:read"
         *           ],
         *           "hint": "rd_test_…91fe",
         *           "allowed_addresses": [
         *             "203.0.113.0/24"
         *           ],
         *           "rate_limit": 600,
         *           "created_by": "mem_0mp5af3k0a1",
         *           "created": 1778740000,
         *           "expires": 1786516000,
         *           "expires_soon": false,
         *           "former_until": null,
         *           "last_used": 1778750000,
         *           "last_used_address": "203.0.113.7",
         *           "object": "api_key"
         *         }
         *       ]
         *     }
         */
        ApiKeyList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["ApiKey"][];
        };
        /**
         * @example {
         *       "id": "key_0mp5af3k0c2a1d6",
         *       "name": "Nightly export",
         *       "mode": "test",
         *       "accounts": null,
         *       "scopes": [
         *         "analytics:read"
         *       ],
         *       "effective_scopes": [
         *         "analytics:read"
         *       ],
         *       "hint": "rd_test_…91fe",
         *       "allowed_addresses": [
         *         "203.0.113.0/24"
         *       ],
         *       "rate_limit": 600,
         *       "created_by": "mem_0mp5af3k0a1",
         *       "created": 1778740000,
         *       "expires": 1786516000,
         *       "expires_soon": false,
         *       "former_until": null,
         *       "last_used": null,
         *       "last_used_address": null,
         *       "object": "api_key",
         *       "key": "rd_test_0mp5af3k0c2a1d6_0000000000000000000000000000000000000000000000000000000000000000c1d291fe"
         *     }
         */
        NewApiKey: {
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            accounts: string[] | null;
            /** @description What it was made for */
            scopes: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
            /** @description What it may do now: its scopes, as far as whoever made it may still do that */
            effective_scopes: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
            /** @description Its beginning and its last four characters */
            hint: string;
            /** @description Addresses and networks (CIDR) it may be used from; empty for all */
            allowed_addresses: string[];
            /** @description Requests a minute */
            rate_limit: number;
            created_by: string;
            /** @description When it was made, seconds since 1970 (UTC) */
            created: number;
            /** @description From when on it is refused, seconds since 1970 (UTC) */
            expires: number;
            /** @description Within 14 days */
            expires_soon: boolean;
            former_until: number | null;
            last_used: number | null;
            last_used_address: string | null;
            /** @enum {string} */
            object: "api_key";
            /** @description The key itself, shown only now */
            key: string;
        };
        /**
         * @example {
         *       "id": "cred_0mp5af3k0c2a1",
         *       "object": "credential",
         *       "account": "acct_1RevenueDesk",
         *       "mode": "test",
         *       "name": "Rolled in May",
         *       "source": "entered",
         *       "active": true,
         *       "readable": true,
         *       "publishable_key": null,
         *       "secret_key_hint": "rk_test_…4f2a",
         *       "webhook_secrets": 1,
         *       "webhook_url": "https://desk.example.com/webhooks/stripe/acct_1RevenueDesk/test",
         *       "permissions": [
         *         {
         *           "permission": "customer_read",
         *           "needed_for": "customers",
         *           "granted": true
         *         },
         *         {
         *           "permission": "webhook_write",
         *           "needed_for": "registering webhooks",
         *           "granted": false
         *         }
         *       ],
         *       "probed": 1778740000,
         *       "last_used": 1778751000,
         *       "created": 1778740000
         *     }
         */
        Credential: {
            id: string;
            /** @enum {string} */
            object: "credential";
            account: string;
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            name: string;
            /**
             * @description environment: STRIPE_SECRET_KEY
             * @enum {string}
             */
            source: "environment" | "entered";
            /** @description Whether Stripe is called with this key */
            active: boolean;
            /** @description false: the master key that it was sealed with is gone */
            readable: boolean;
            publishable_key: string | null;
            /** @description Its beginning and its last four characters */
            secret_key_hint: string;
            /** @description How many signing secrets its webhook address accepts; none while it is not readable */
            webhook_secrets: number;
            /** @description Where Stripe sends the events of this account */
            webhook_url: string;
            permissions: {
                /** @description Stripe's name of it */
                permission: string;
                /** @description What lies still without it */
                needed_for: string;
                granted: boolean;
            }[];
            /** @description When its permissions were last asked for, seconds since 1970 (UTC) */
            probed: number;
            last_used: number | null;
            /** @description When it was added, seconds since 1970 (UTC) */
            created: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/credentials",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "cred_0mp5af3k0c2a1",
         *           "object": "credential",
         *           "account": "acct_1RevenueDesk",
         *           "mode": "test",
         *           "name": "Rolled in May",
         *           "source": "entered",
         *           "active": true,
         *           "readable": true,
         *           "publishable_key": null,
         *           "secret_key_hint": "rk_test_…4f2a",
         *           "webhook_secrets": 1,
         *           "webhook_url": "https://desk.example.com/webhooks/stripe/acct_1RevenueDesk/test",
         *           "permissions": [
         *             {
         *               "permission": "customer_read",
         *               "needed_for": "customers",
         *               "granted": true
         *             },
         *             {
         *               "permission": "webhook_write",
         *               "needed_for": "registering webhooks",
         *               "granted": false
         *             }
         *           ],
         *           "probed": 1778740000,
         *           "last_used": 1778751000,
         *           "created": 1778740000
         *         }
         *       ]
         *     }
         */
        CredentialList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Credential"][];
        };
        /**
         * @example {
         *       "id": "cus_zwp6lgdMPViBAH",
         *       "object": "customer",
         *       "name": "Marek Kaya",
         *       "email": "marek.kaya.1557@example.org",
         *       "country": "NL",
         *       "currency": "eur",
         *       "created": 1783463108
         *     }
         */
        Customer: {
            /** @description Stripe's id */
            id: string;
            /** @enum {string} */
            object: "customer";
            name: string | null;
            email: string | null;
            country: string | null;
            currency: string | null;
            /** @description When Stripe got to know the customer, seconds since 1970 (UTC) */
            created: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/customers",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "cus_zwp6lgdMPViBAH",
         *           "object": "customer",
         *           "name": "Marek Kaya",
         *           "email": "marek.kaya.1557@example.org",
         *           "country": "NL",
         *           "currency": "eur",
         *           "created": 1783463108
         *         }
         *       ]
         *     }
         */
        CustomerList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Customer"][];
        };
        /**
         * @example {
         *       "id": "sub_1EFPRRnhP68gvPNDCcADEMMm",
         *       "object": "subscription",
         *       "status": "active",
         *       "mrr": 9000,
         *       "currency": "eur",
         *       "items": [
         *         {
         *           "product": "Business",
         *           "price": "price_11ZZG4adjr4YljlB32B9Fd4Z",
         *           "quantity": 4
         *         }
         *       ],
         *       "current_period_end": 1814999108,
         *       "cancel_at_period_end": false
         *     }
         */
        CustomerSubscription: {
            id: string;
            /** @enum {string} */
            object: "subscription";
            status: string;
            /** @description What it adds to MRR, minor units */
            mrr: number;
            /** @description ISO 4217, lower case */
            currency: string;
            items: {
                /** @description Name of the product */
                product: string;
                price: string;
                quantity: number | null;
            }[];
            current_period_end: number | null;
            cancel_at_period_end: boolean;
        };
        /**
         * @example {
         *       "id": "cus_zwp6lgdMPViBAH",
         *       "object": "customer",
         *       "name": "Marek Kaya",
         *       "email": "marek.kaya.1557@example.org",
         *       "country": "NL",
         *       "currency": "eur",
         *       "created": 1783463108,
         *       "mrr": {
         *         "value": 9637,
         *         "currency": "usd"
         *       },
         *       "lifetime_revenue": {
         *         "value": 200850,
         *         "currency": "usd"
         *       },
         *       "subscriptions": [
         *         {
         *           "id": "sub_1EFPRRnhP68gvPNDCcADEMMm",
         *           "object": "subscription",
         *           "status": "active",
         *           "mrr": 9000,
         *           "currency": "eur",
         *           "items": [
         *             {
         *               "product": "Business",
         *               "price": "price_11ZZG4adjr4YljlB32B9Fd4Z",
         *               "quantity": 4
         *             }
         *           ],
         *           "current_period_end": 1814999108,
         *           "cancel_at_period_end": false
         *         }
         *       ],
         *       "risk": {
         *         "id": "acct_1IdAKoTFCWHGCpPd:test:2026-05-14T00:50:00.000Z:000000000106217:cus_sJ9I2djVr5yZwG",
         *         "object": "customer_risk",
         *         "customer": "cus_sJ9I2djVr5yZwG",
         *         "mrr": 170629,
         *         "money_at_risk": 106217,
         *         "probability_bp": 6225,
         *         "score": 62,
         *         "band": "high",
         *         "reasons": [
         *           {
         *             "factor": "past_due",
         *             "sentence": "A payment is past due."
         *           },
         *           {
         *             "factor": "failed_90d",
         *             "sentence": "A payment failed in the last 90 days."
         *           }
         *         ],
         *         "ends": null,
         *         "computed": 1778751000
         *       },
         *       "as_of": 1795207583,
         *       "complete": true,
         *       "fx_missing": []
         *     }
         */
        CustomerProfile: {
            /** @description Stripe's id */
            id: string;
            /** @enum {string} */
            object: "customer";
            name: string | null;
            email: string | null;
            country: string | null;
            currency: string | null;
            /** @description When Stripe got to know the customer, seconds since 1970 (UTC) */
            created: number;
            mrr: {
                /** @description Amount, minor units */
                value: number;
                /** @description ISO 4217, lower case */
                currency: string;
            };
            /** @description Paid less refunded, each charge at the rate of its day */
            lifetime_revenue: {
                /** @description Amount, minor units */
                value: number;
                /** @description ISO 4217, lower case */
                currency: string;
            };
            subscriptions: components["schemas"]["CustomerSubscription"][];
            risk: components["schemas"]["CustomerRisk"] | null;
            as_of: number | null;
            /** @description False while history is still being read */
            complete: boolean;
            fx_missing: string[];
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/customers/cus_zwp6lgdMPViBAH/mrr",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "date": "2026-10-21",
         *           "value": 9595
         *         },
         *         {
         *           "date": "2026-11-20",
         *           "value": 9637
         *         }
         *       ],
         *       "currency": "usd",
         *       "as_of": 1795207583,
         *       "complete": true
         *     }
         */
        CustomerMrr: {
            /** @enum {string} */
            object: "list";
            url: string;
            has_more: boolean;
            data: {
                /** @description A day on which it changed, or today, YYYY-MM-DD in the account's time zone */
                date: string;
                /** @description MRR at its end, minor units */
                value: number;
            }[];
            /** @description ISO 4217, lower case */
            currency: string;
            as_of: number | null;
            complete: boolean;
        };
        /**
         * @example {
         *       "object": "customer_erasure",
         *       "customer": "cus_zwp6lgdMPViBAH",
         *       "reason": "person_asked",
         *       "stripe": "deleted",
         *       "failure": null,
         *       "requested": 1795207583
         *     }
         */
        CustomerErasure: {
            /** @enum {string} */
            object: "customer_erasure";
            /** @description Stripe's id */
            customer: string;
            /** @enum {string} */
            reason: "person_asked" | "consent_withdrawn" | "objected" | "no_longer_needed" | "obligation";
            /**
             * @description The customer at Stripe; what is pending is tried again each hour
             * @enum {string}
             */
            stripe: "kept" | "pending" | "deleted" | "refused";
            failure: string | null;
            /** @description When it was asked for last, seconds since 1970 (UTC) */
            requested: number;
        };
        /**
         * @example {
         *       "object": "customer_export",
         *       "customer": "cus_zwp6lgdMPViBAH",
         *       "account": "acct_1IdAKoTFCWHGCpPd",
         *       "mode": "test",
         *       "exported": 1795207583,
         *       "customers": [
         *         {
         *           "id": "cus_zwp6lgdMPViBAH",
         *           "object": "customer",
         *           "name": "Marek Kaya",
         *           "email": "marek.kaya.1557@example.org"
         *         }
         *       ],
         *       "charges": [],
         *       "invoices": [],
         *       "payment_intents": [],
         *       "promotion_codes": [],
         *       "subscriptions": [],
         *       "refunds": [],
         *       "disputes": [],
         *       "early_fraud_warnings": [],
         *       "balance_transactions": [],
         *       "facts": [],
         *       "movements": [
         *         {
         *           "day": "2026-10-21",
         *           "type": "new",
         *           "amount": 9595,
         *           "changes": [
         *             {
         *               "currency": "eur",
         *               "before": 0,
         *               "after": 9000
         *             }
         *           ],
         *           "reason": null,
         *           "feedback": null,
         *           "known_from": 1795207583,
         *           "known_to": null
         *         }
         *       ],
         *       "standings": [
         *         {
         *           "first_paid": "2025-07-16",
         *           "mrr": {
         *             "usd": 2400
         *           },
         *           "trial": {},
         *           "at_risk": {},
         *           "committed": {
         *             "usd": 2400
         *           }
         *         }
         *       ],
         *       "risks": [],
         *       "anomalies": [],
         *       "inbox": [],
         *       "audit_entries": [
         *         {
         *           "action": "customer.exported",
         *           "created": 1795207583
         *         }
         *       ]
         *     }
         */
        CustomerExport: {
            /** @enum {string} */
            object: "customer_export";
            customer: string;
            account: string;
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            /** @description When, seconds since 1970 (UTC) */
            exported: number;
            /** @description Stripe's object, as it is kept; so are the next nine */
            customers: unknown[];
            /** @description Payments */
            charges: unknown[];
            /** @description Invoices */
            invoices: unknown[];
            /** @description Payments under way */
            payment_intents: unknown[];
            /** @description Promotion codes for this customer alone */
            promotion_codes: unknown[];
            /** @description Subscriptions */
            subscriptions: unknown[];
            /** @description Refunds of the charges */
            refunds: unknown[];
            /** @description Disputes of the charges */
            disputes: unknown[];
            /** @description Warnings that a charge is probably fraud */
            early_fraud_warnings: unknown[];
            /** @description What charges, refunds and disputes moved */
            balance_transactions: unknown[];
            /** @description What the figures were made of */
            facts: unknown[];
            /** @description How MRR changed, superseded findings included */
            movements: unknown[];
            /** @description What the subscriptions come to now */
            standings: unknown[];
            /** @description How likely the customer is to leave */
            risks: unknown[];
            /** @description Days that the customer moved out of their expected range */
            anomalies: unknown[];
            /** @description Stripe's events that wait or were set aside */
            inbox: unknown[];
            /** @description What was done about the customer */
            audit_entries: unknown[];
        };
        /**
         * @example {
         *       "id": "sub_1EFPRRnhP68gvPNDCcADEMMm",
         *       "object": "subscription",
         *       "status": "active",
         *       "mrr": 9000,
         *       "currency": "eur",
         *       "items": [
         *         {
         *           "product": "Business",
         *           "price": "price_11ZZG4adjr4YljlB32B9Fd4Z",
         *           "quantity": 4
         *         }
         *       ],
         *       "current_period_end": 1814999108,
         *       "cancel_at_period_end": false,
         *       "customer": "cus_zwp6lgdMPViBAH",
         *       "discounts": [
         *         {
         *           "coupon": "8sXjvpGx",
         *           "name": "Autumn 2026",
         *           "duration": "repeating",
         *           "ends": 1799101508
         *         }
         *       ],
         *       "changes": [
         *         {
         *           "day": "2026-10-21",
         *           "type": "new",
         *           "before": 0,
         *           "after": 9000,
         *           "reconstructed": false,
         *           "causes": [
         *             "evt_1TjRzU2eZvKYlo2C"
         *           ]
         *         }
         *       ],
         *       "as_of": 1795207583,
         *       "complete": true
         *     }
         */
        SubscriptionProfile: {
            id: string;
            /** @enum {string} */
            object: "subscription";
            status: string;
            /** @description What it adds to MRR, minor units */
            mrr: number;
            /** @description ISO 4217, lower case */
            currency: string;
            items: {
                /** @description Name of the product */
                product: string;
                price: string;
                quantity: number | null;
            }[];
            current_period_end: number | null;
            cancel_at_period_end: boolean;
            /** @description Stripe's id */
            customer: string;
            /** @description In force: its own or its customer’s, and those of its items (M9) */
            discounts: {
                /** @description Stripe's id */
                coupon: string;
                name: string | null;
                /** @description Stripe's: once, repeating or forever */
                duration: string;
                ends: number | null;
            }[];
            /** @description How its MRR changed, oldest first, in its own currency */
            changes: {
                /** @description When, YYYY-MM-DD in the account's time zone */
                day: string;
                /**
                 * @description As if its customer had no other subscription (W3)
                 * @enum {string}
                 */
                type: "new" | "expansion" | "contraction" | "churn" | "reactivation";
                /** @description MRR at the end of the day before, minor units */
                before: number;
                /** @description MRR at the end of the day, minor units */
                after: number;
                /** @description Told by invoices from before the events (C6) */
                reconstructed: boolean;
                /** @description Ids of the Stripe objects that tell it */
                causes: string[];
            }[];
            as_of: number | null;
            /** @description False while history is still being read */
            complete: boolean;
        };
        /**
         * @example {
         *       "id": "churn-daily:acct_1IdAKoTFCWHGCpPd:test:2026-11-20T00:20:00.000Z",
         *       "object": "job_run",
         *       "job": "churn-daily",
         *       "due": 1795134000,
         *       "trigger": "schedule",
         *       "status": "succeeded",
         *       "started": 1795207443,
         *       "ended": 1795207443,
         *       "duration_ms": 30,
         *       "attempts": 1,
         *       "counts": {
         *         "frozen": 1
         *       },
         *       "error": null
         *     }
         */
        JobRun: {
            id: string;
            /** @enum {string} */
            object: "job_run";
            job: string;
            /** @description The slot it is for, seconds since 1970 (UTC) */
            due: number;
            /** @enum {string} */
            trigger: "schedule" | "manual";
            /** @enum {string} */
            status: "running" | "succeeded" | "failed";
            /** @description When the last attempt began, seconds since 1970 (UTC) */
            started: number;
            ended: number | null;
            duration_ms: number | null;
            attempts: number;
            /** @description What the run counted */
            counts: {
                [key: string]: number;
            };
            error: string | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/jobs/churn-daily/runs",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "churn-daily:acct_1IdAKoTFCWHGCpPd:test:2026-11-20T00:20:00.000Z",
         *           "object": "job_run",
         *           "job": "churn-daily",
         *           "due": 1795134000,
         *           "trigger": "schedule",
         *           "status": "succeeded",
         *           "started": 1795207443,
         *           "ended": 1795207443,
         *           "duration_ms": 30,
         *           "attempts": 1,
         *           "counts": {
         *             "frozen": 1
         *           },
         *           "error": null
         *         }
         *       ]
         *     }
         */
        JobRunList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["JobRun"][];
        };
        /**
         * @example {
         *       "id": "churn-daily",
         *       "object": "job",
         *       "title": "Freezes churn and retention of the 30 days to the closed day, split by reason",
         *       "schedule": {
         *         "every": "day",
         *         "at_minute": 20,
         *         "catch_up": "all"
         *       },
         *       "next_due": 1795220400,
         *       "last_run": {
         *         "id": "churn-daily:acct_1IdAKoTFCWHGCpPd:test:2026-11-20T00:20:00.000Z",
         *         "object": "job_run",
         *         "job": "churn-daily",
         *         "due": 1795134000,
         *         "trigger": "schedule",
         *         "status": "succeeded",
         *         "started": 1795207443,
         *         "ended": 1795207443,
         *         "duration_ms": 30,
         *         "attempts": 1,
         *         "counts": {
         *           "frozen": 1
         *         },
         *         "error": null
         *       }
         *     }
         */
        Job: {
            /** @description Its name */
            id: string;
            /** @enum {string} */
            object: "job";
            title: string;
            schedule: {
                /** @enum {string} */
                every: "hour" | "day";
                /** @description Minutes after the hour, or after midnight in the account's time zone */
                at_minute: number;
                /**
                 * @description Which missed slots are made up for
                 * @enum {string}
                 */
                catch_up: "all" | "latest";
            };
            /** @description The next slot, seconds since 1970 (UTC) */
            next_due: number;
            last_run: components["schemas"]["JobRun"] | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/jobs",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "churn-daily",
         *           "object": "job",
         *           "title": "Freezes churn and retention of the 30 days to the closed day, split by reason",
         *           "schedule": {
         *             "every": "day",
         *             "at_minute": 20,
         *             "catch_up": "all"
         *           },
         *           "next_due": 1795220400,
         *           "last_run": {
         *             "id": "churn-daily:acct_1IdAKoTFCWHGCpPd:test:2026-11-20T00:20:00.000Z",
         *             "object": "job_run",
         *             "job": "churn-daily",
         *             "due": 1795134000,
         *             "trigger": "schedule",
         *             "status": "succeeded",
         *             "started": 1795207443,
         *             "ended": 1795207443,
         *             "duration_ms": 30,
         *             "attempts": 1,
         *             "counts": {
         *               "frozen": 1
         *             },
         *             "error": null
         *           }
         *         },
         *         {
         *           "id": "promotions-resume",
         *           "object": "job",
         *           "title": "Finishes promotions that an outage left half made",
         *           "schedule": {
         *             "every": "hour",
         *             "at_minute": 7,
         *             "catch_up": "latest"
         *           },
         *           "next_due": 1795208820,
         *           "last_run": {
         *             "id": "promotions-resume:acct_1IdAKoTFCWHGCpPd:test:2026-11-20T20:07:00.000Z",
         *             "object": "job_run",
         *             "job": "promotions-resume",
         *             "due": 1795205220,
         *             "trigger": "schedule",
         *             "status": "succeeded",
         *             "started": 1795207443,
         *             "ended": 1795207443,
         *             "duration_ms": 4,
         *             "attempts": 1,
         *             "counts": {
         *               "resumed": 0
         *             },
         *             "error": null
         *           }
         *         }
         *       ]
         *     }
         */
        JobList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Job"][];
        };
        /**
         * @example {
         *       "object": "me",
         *       "workspace": {
         *         "id": "ws_0mwpg4ybn7b3c447506ec4d7385",
         *         "name": "My business"
         *       },
         *       "account": {
         *         "id": "acct_1IdAKoTFCWHGCpPd",
         *         "name": "Northwind Metrics",
         *         "mode": "test",
         *         "time_zone": "UTC",
         *         "reporting_currency": "usd",
         *         "default_currency": "usd"
         *       },
         *       "member": {
         *         "id": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *         "name": "Owner",
         *         "email": "owner@revenue-desk.example",
         *         "role": "owner",
         *         "role_name": "Owner"
         *       },
         *       "bound": false,
         *       "signs_in_here": true,
         *       "permissions": [
         *         "accounts:disconnect",
         *         "accounts:read",
         *         "accounts:write",
         *         "analytics:read",
         *         "approvals:decide",
         *         "approvals:read",
         *         "audit:export",
         *         "audit:read",
         *         "credentials:write",
         *         "credit_notes:write",
         *         "customers:read",
         *         "fx_rates:write",
         *         "jobs:read",
         *         "jobs:run",
         *         "operations:cancel",
         *         "operations:read",
         *         "promotions:read",
         *         "promotions:write",
         *         "refunds:write",
         *         "roles:write",
         *         "security:write",
         *         "settings:read",
         *         "settings:write",
         *         "sync:read",
         *         "sync:run",
         *         "team:read",
         *         "team:write",
         *         "transfers:write"
         *       ],
         *       "limits": {
         *         "refund": {
         *           "type": "unlimited"
         *         },
         *         "transfer": {
         *           "type": "unlimited"
         *         },
         *         "credit_note": {
         *           "type": "unlimited"
         *         }
         *       }
         *     }
         */
        Me: {
            /** @enum {string} */
            object: "me";
            workspace: {
                id: string;
                name: string;
            };
            account: {
                id: string;
                name: string;
                /** @enum {string} */
                mode: "live" | "test" | "sandbox";
                time_zone: string;
                /** @description ISO 4217, lower case */
                reporting_currency: string;
                /** @description ISO 4217, lower case */
                default_currency: string;
            };
            member: {
                id: string;
                name: string;
                email: string | null;
                role: string;
                role_name: string;
            };
            /** @description Acts for some accounts of the workspace only, so that what concerns all of them is not theirs to change */
            bound: boolean;
            /** @description Has a password here, and so sessions and a second factor of their own */
            signs_in_here: boolean;
            permissions: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
            limits: {
                /** @description The largest amount of one action that needs nobody else; none: not at all */
                refund: {
                    /** @enum {string} */
                    type: "none";
                } | {
                    /** @enum {string} */
                    type: "up_to";
                    /** @description Minor units */
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | {
                    /** @enum {string} */
                    type: "unlimited";
                };
                /** @description The largest amount of one action that needs nobody else; none: not at all */
                transfer: {
                    /** @enum {string} */
                    type: "none";
                } | {
                    /** @enum {string} */
                    type: "up_to";
                    /** @description Minor units */
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | {
                    /** @enum {string} */
                    type: "unlimited";
                };
                /** @description The largest amount of one action that needs nobody else; none: not at all */
                credit_note: {
                    /** @enum {string} */
                    type: "none";
                } | {
                    /** @enum {string} */
                    type: "up_to";
                    /** @description Minor units */
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | {
                    /** @enum {string} */
                    type: "unlimited";
                };
            };
        };
        /**
         * @example {
         *       "id": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *       "object": "member",
         *       "kind": "member",
         *       "name": "Owner",
         *       "email": "owner@revenue-desk.example",
         *       "stripe_user": null,
         *       "mapped": false,
         *       "tied_to": null,
         *       "role": "owner",
         *       "role_name": "Owner",
         *       "active": true,
         *       "last_seen": 1795207404,
         *       "second_factor": true,
         *       "password_reset_requested": null,
         *       "created": 1795207404
         *     }
         */
        Member: {
            id: string;
            /** @enum {string} */
            object: "member";
            /**
             * @description Signs in with a password, or comes through the Stripe Dashboard
             * @enum {string}
             */
            kind: "member" | "stripe_user";
            name: string;
            email: string | null;
            stripe_user: string | null;
            /** @description False while the roles in the Stripe Dashboard decide */
            mapped: boolean;
            tied_to: string | null;
            role: string | null;
            role_name: string | null;
            active: boolean;
            last_seen: number | null;
            second_factor: boolean | null;
            password_reset_requested: number | null;
            /** @description When the member was added, seconds since 1970 (UTC) */
            created: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/members",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *           "object": "member",
         *           "kind": "member",
         *           "name": "Owner",
         *           "email": "owner@revenue-desk.example",
         *           "stripe_user": null,
         *           "mapped": false,
         *           "tied_to": null,
         *           "role": "owner",
         *           "role_name": "Owner",
         *           "active": true,
         *           "last_seen": 1795207404,
         *           "second_factor": true,
         *           "password_reset_requested": null,
         *           "created": 1795207404
         *         }
         *       ]
         *     }
         */
        MemberList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Member"][];
        };
        /**
         * @example {
         *       "id": "inv_0mwpg4ybx3f2a9355550b35bf0f",
         *       "object": "invitation",
         *       "email": "new@example.com",
         *       "name": "Robin",
         *       "role": "support_agent",
         *       "role_name": "Support agent",
         *       "status": "pending",
         *       "invited_by": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *       "member": null,
         *       "url": "https://desk.example.com/invite?token=inv_ws_0mwpg4.inv_0mwpg4.pFz3",
         *       "created": 1795207404,
         *       "expires": 1795812204
         *     }
         */
        Invitation: {
            id: string;
            /** @enum {string} */
            object: "invitation";
            email: string | null;
            name: string | null;
            role: string;
            role_name: string | null;
            /** @enum {string} */
            status: "pending" | "accepted" | "revoked" | "expired";
            invited_by: string | null;
            member: string | null;
            url: string | null;
            /** @description When it was made, seconds since 1970 (UTC) */
            created: number;
            /** @description Until when the link can be followed, seconds since 1970 (UTC) */
            expires: number;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/invitations",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "inv_0mwpg4ybx3f2a9355550b35bf0f",
         *           "object": "invitation",
         *           "email": "new@example.com",
         *           "name": "Robin",
         *           "role": "support_agent",
         *           "role_name": "Support agent",
         *           "status": "pending",
         *           "invited_by": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *           "member": null,
         *           "url": null,
         *           "created": 1795207404,
         *           "expires": 1795812204
         *         }
         *       ]
         *     }
         */
        InvitationList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Invitation"][];
        };
        /**
         * @example {
         *       "id": "refunds:write",
         *       "object": "permission",
         *       "resource": "refunds",
         *       "action": "write",
         *       "label": "Refund payments, up to the limit of the role",
         *       "owner_only": false,
         *       "gives_rights": false
         *     }
         */
        Permission: {
            /** @enum {string} */
            id: "accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write";
            /** @enum {string} */
            object: "permission";
            resource: string;
            action: string;
            /** @description What it allows, in words */
            label: string;
            /** @description Among the built-in roles, only owners hold it */
            owner_only: boolean;
            /** @description By it more rights can be had: giving it waits for a second person where role_grant is on */
            gives_rights: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/permissions",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "refunds:write",
         *           "object": "permission",
         *           "resource": "refunds",
         *           "action": "write",
         *           "label": "Refund payments, up to the limit of the role",
         *           "owner_only": false,
         *           "gives_rights": false
         *         }
         *       ]
         *     }
         */
        PermissionList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Permission"][];
        };
        /**
         * @example {
         *       "id": "role_0mwpg4ybx3f2a9355550b35bf0f",
         *       "object": "role",
         *       "name": "Refunds EU",
         *       "built_in": false,
         *       "permissions": [
         *         "customers:read",
         *         "refunds:write",
         *         "settings:read"
         *       ],
         *       "limits": {
         *         "refund": {
         *           "type": "up_to",
         *           "amount": 10000,
         *           "currency": "eur"
         *         },
         *         "transfer": {
         *           "type": "none"
         *         },
         *         "credit_note": {
         *           "type": "none"
         *         }
         *       },
         *       "created": 1795207404
         *     }
         */
        Role: {
            /** @description A built-in role (owner, admin, …) or the id of a custom one */
            id: string;
            /** @enum {string} */
            object: "role";
            name: string;
            /** @description Built-in roles do not change */
            built_in: boolean;
            permissions: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
            limits: {
                /** @description The largest amount of one action that needs nobody else; none: not at all */
                refund: {
                    /** @enum {string} */
                    type: "none";
                } | {
                    /** @enum {string} */
                    type: "up_to";
                    /** @description Minor units */
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | {
                    /** @enum {string} */
                    type: "unlimited";
                };
                /** @description The largest amount of one action that needs nobody else; none: not at all */
                transfer: {
                    /** @enum {string} */
                    type: "none";
                } | {
                    /** @enum {string} */
                    type: "up_to";
                    /** @description Minor units */
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | {
                    /** @enum {string} */
                    type: "unlimited";
                };
                /** @description The largest amount of one action that needs nobody else; none: not at all */
                credit_note: {
                    /** @enum {string} */
                    type: "none";
                } | {
                    /** @enum {string} */
                    type: "up_to";
                    /** @description Minor units */
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | {
                    /** @enum {string} */
                    type: "unlimited";
                };
            };
            created: number | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/roles",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "role_0mwpg4ybx3f2a9355550b35bf0f",
         *           "object": "role",
         *           "name": "Refunds EU",
         *           "built_in": false,
         *           "permissions": [
         *             "customers:read",
         *             "refunds:write",
         *             "settings:read"
         *           ],
         *           "limits": {
         *             "refund": {
         *               "type": "up_to",
         *               "amount": 10000,
         *               "currency": "eur"
         *             },
         *             "transfer": {
         *               "type": "none"
         *             },
         *             "credit_note": {
         *               "type": "none"
         *             }
         *           },
         *           "created": 1795207404
         *         }
         *       ]
         *     }
         */
        RoleList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Role"][];
        };
        /**
         * @example {
         *       "id": "op_0mwpg8sv8ed936fe8dd33ea7c7d",
         *       "object": "operation",
         *       "kind": "job:revenue-snapshot",
         *       "status": "succeeded",
         *       "done": 1,
         *       "total": 1,
         *       "percent": 100,
         *       "rate": 7.9,
         *       "seconds_left": null,
         *       "started": 1795207583,
         *       "ended": 1795207583,
         *       "error": null
         *     }
         */
        Operation: {
            id: string;
            /** @enum {string} */
            object: "operation";
            /** @description What is done, for example sync or job:revenue-snapshot */
            kind: string;
            /** @enum {string} */
            status: "running" | "succeeded" | "failed" | "canceled";
            /** @description Units of work done */
            done: number;
            total: number | null;
            percent: number | null;
            rate: number | null;
            seconds_left: number | null;
            /** @description When it began, seconds since 1970 (UTC) */
            started: number;
            ended: number | null;
            error: string | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/operations",
         *       "has_more": true,
         *       "data": [
         *         {
         *           "id": "op_0mwpg8sv8ed936fe8dd33ea7c7d",
         *           "object": "operation",
         *           "kind": "job:revenue-snapshot",
         *           "status": "succeeded",
         *           "done": 1,
         *           "total": 1,
         *           "percent": 100,
         *           "rate": 7.9,
         *           "seconds_left": null,
         *           "started": 1795207583,
         *           "ended": 1795207583,
         *           "error": null
         *         }
         *       ]
         *     }
         */
        OperationList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Operation"][];
        };
        /**
         * @example {
         *       "id": "promo_0mwpg8sr7709aad84d2a496db64",
         *       "object": "promotion",
         *       "account": "acct_1RevenueDesk",
         *       "name": "Autumn offer",
         *       "code": "AUTUMN25",
         *       "status": "active",
         *       "discount": {
         *         "type": "percent",
         *         "percent_bp": 2500,
         *         "amount": null,
         *         "currency": null,
         *         "duration": "repeating",
         *         "duration_in_months": 3
         *       },
         *       "max_redemptions": 200,
         *       "times_redeemed": 0,
         *       "expires_at": null,
         *       "created": 1795207583,
         *       "created_by": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *       "ended": null,
         *       "stripe_coupon": "nujBVfuz",
         *       "stripe_promotion_code": "promo_1jfWcw0Do7cX0Ki4qJ53cnO2",
         *       "failure": null
         *     }
         */
        Promotion: {
            id: string;
            /** @enum {string} */
            object: "promotion";
            /** @description Stripe account in which the code works */
            account: string;
            /** @description What the team calls it; on invoices too */
            name: string;
            /** @description What customers type */
            code: string;
            /**
             * @description creating until Stripe has it; ended by hand, by its date or by its limit
             * @enum {string}
             */
            status: "creating" | "active" | "ended" | "failed";
            discount: {
                /** @enum {string} */
                type: "percent" | "amount";
                percent_bp: number | null;
                amount: number | null;
                currency: string | null;
                /** @enum {string} */
                duration: "once" | "repeating" | "forever";
                duration_in_months: number | null;
            };
            max_redemptions: number | null;
            times_redeemed: number;
            expires_at: number | null;
            /** @description When it was made, seconds since 1970 (UTC) */
            created: number;
            /** @description Member; expandable */
            created_by: string | components["schemas"]["Member"];
            ended: number | null;
            stripe_coupon: string | null;
            stripe_promotion_code: string | null;
            failure: string | null;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/promotions",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "promo_0mwpg8sr7709aad84d2a496db64",
         *           "object": "promotion",
         *           "account": "acct_1RevenueDesk",
         *           "name": "Autumn offer",
         *           "code": "AUTUMN25",
         *           "status": "active",
         *           "discount": {
         *             "type": "percent",
         *             "percent_bp": 2500,
         *             "amount": null,
         *             "currency": null,
         *             "duration": "repeating",
         *             "duration_in_months": 3
         *           },
         *           "max_redemptions": 200,
         *           "times_redeemed": 0,
         *           "expires_at": null,
         *           "created": 1795207583,
         *           "created_by": "mem_0mwpg4ybx3f2a9355550b35bf0f",
         *           "ended": null,
         *           "stripe_coupon": "nujBVfuz",
         *           "stripe_promotion_code": "promo_1jfWcw0Do7cX0Ki4qJ53cnO2",
         *           "failure": null
         *         }
         *       ]
         *     }
         */
        PromotionList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Promotion"][];
        };
        /**
         * @example {
         *       "access_token": "eyJhbGciOiJIUzI1NiIsImtpZCI6ImsxIn0.…",
         *       "expires_in": 900
         *     }
         */
        FreshToken: {
            /** @description For ten minutes good for what needs a fresh proof too */
            access_token: string;
            /** @description Seconds until it expires */
            expires_in: number;
        };
        /**
         * @example {
         *       "object": "password_reset",
         *       "url": "https://desk.example.com/reset?token=q3Zk7…",
         *       "expires": 1778753600
         *     }
         */
        PasswordReset: {
            /** @enum {string} */
            object: "password_reset";
            /** @description Give it to the member; good once */
            url: string;
            /** @description When it ends, seconds since 1970 (UTC) */
            expires: number;
        };
        /**
         * @example {
         *       "object": "recovery_codes",
         *       "codes": [
         *         "ktdf-fswi-q2es-ixpu",
         *         "bxnl-pw2w-fs5v-phj7",
         *         "py3e-tupu-piy7-yaa2",
         *         "mq4t-7hxd-c3lw-o5vn",
         *         "w2gz-ke6r-jb3y-u7ai",
         *         "f5op-nd2q-xm4s-lt6c",
         *         "rh7v-ia3e-zu5k-qb2w",
         *         "y6jc-go4t-pl2x-sd7m",
         *         "d3wn-hf5z-vk6i-ey2r",
         *         "x4ub-rq7a-mt3j-oc5g"
         *       ]
         *     }
         */
        RecoveryCodes: {
            /** @enum {string} */
            object: "recovery_codes";
            /** @description Each good once; shown now and never again */
            codes: string[];
        };
        /**
         * @description The same whether or not somebody has the address
         * @example {
         *       "object": "password_reset_request"
         *     }
         */
        ResetRequested: {
            /** @enum {string} */
            object: "password_reset_request";
        };
        /**
         * @example {
         *       "object": "revoked_sessions",
         *       "count": 2
         *     }
         */
        RevokedSessions: {
            /** @enum {string} */
            object: "revoked_sessions";
            /** @description How many sessions were ended */
            count: number;
        };
        /**
         * @example {
         *       "object": "second_factor",
         *       "active": true,
         *       "required": true,
         *       "confirmed": 1778750000,
         *       "recovery_codes_left": 10
         *     }
         */
        SecondFactor: {
            /** @enum {string} */
            object: "second_factor";
            /** @description Whether signing in asks for a code */
            active: boolean;
            /** @description Whether the workspace requires one */
            required: boolean;
            confirmed: number | null;
            recovery_codes_left: number;
        };
        /**
         * @example {
         *       "object": "second_factor_enrolment",
         *       "secret": "BXNLPW2WFS5VPHJ7PY3ETUPUPIY7YAA2",
         *       "otpauth_uri": "otpauth://totp/Revenue%20Desk:owner%40example.com?secret=BXNLPW2WFS5VPHJ7PY3ETUPUPIY7YAA2&issuer=Revenue%20Desk"
         *     }
         */
        SecondFactorEnrolment: {
            /** @enum {string} */
            object: "second_factor_enrolment";
            /** @description The seed in base32, to be typed into the app */
            secret: string;
            /** @description The same as an address, to be shown as a QR code */
            otpauth_uri: string;
        };
        /**
         * @example {
         *       "object": "security",
         *       "require_second_factor": true
         *     }
         */
        Security: {
            /** @enum {string} */
            object: "security";
            /** @description Members who sign in here must have a second factor */
            require_second_factor: boolean;
        };
        /**
         * @example {
         *       "id": "ses_0mwpg4ybn7b3c447506ec4d7385",
         *       "object": "session",
         *       "created": 1779000000,
         *       "last_used": 1779003600,
         *       "expires": 1779608400,
         *       "address": "203.0.113.7",
         *       "user_agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
         *       "current": true
         *     }
         */
        Session: {
            id: string;
            /** @enum {string} */
            object: "session";
            /** @description When the member signed in, seconds since 1970 (UTC) */
            created: number;
            /** @description When the session was last renewed, seconds since 1970 (UTC) */
            last_used: number;
            /** @description When it ends unless it is renewed before, seconds since 1970 (UTC) */
            expires: number;
            /** @description Network address of the sign-in */
            address: string;
            /** @description What the browser called itself at the sign-in */
            user_agent: string;
            /** @description Whether this request belongs to it */
            current: boolean;
        };
        /**
         * @example {
         *       "object": "list",
         *       "url": "/v1/auth/sessions",
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "ses_0mwpg4ybn7b3c447506ec4d7385",
         *           "object": "session",
         *           "created": 1779000000,
         *           "last_used": 1779003600,
         *           "expires": 1779608400,
         *           "address": "203.0.113.7",
         *           "user_agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
         *           "current": true
         *         }
         *       ]
         *     }
         */
        SessionList: {
            /** @enum {string} */
            object: "list";
            url: string;
            /** @description Whether a further page lies in the direction read */
            has_more: boolean;
            data: components["schemas"]["Session"][];
        };
        /**
         * @example {
         *       "access_token": "eyJhbGciOiJIUzI1NiIsImtpZCI6ImsxIn0.…",
         *       "refresh_token": "rt_ws_0mwp.ses_0mwp.…",
         *       "expires_in": 900
         *     }
         */
        SessionTokens: {
            /** @description Send it as Authorization: Bearer */
            access_token: string;
            /** @description Good for one renewal */
            refresh_token: string;
            /** @description Seconds until the access token expires */
            expires_in: number;
            /** @description After a sign-in: keep it on this device and send it with the next one */
            device_token?: string;
        };
        /**
         * @example {
         *       "access_token": "eyJhbGciOiJIUzI1NiIsImtpZCI6ImsxIn0.…",
         *       "expires_in": 600
         *     }
         */
        ViewToken: {
            /** @description Keep it in memory only */
            access_token: string;
            /** @description Seconds */
            expires_in: number;
        };
        /**
         * @example {
         *       "from": "2026-01-01",
         *       "percent_bp": 250,
         *       "fixed": 25,
         *       "international_bp": 150,
         *       "conversion_bp": 100
         *     }
         */
        OwnFeeRate: {
            /** @description First day of these prices, YYYY-MM-DD in the account's time zone */
            from: string;
            /** @description Of the amount of a charge, basis points */
            percent_bp: number;
            /** @description For each charge, in the charge's currency, minor units */
            fixed: number;
            /** @description On top for a card from another country, basis points */
            international_bp: number;
            /** @description On top where the currency is converted, basis points */
            conversion_bp: number;
        };
        /**
         * @example {
         *       "object": "settings",
         *       "account": "acct_1IdAKoTFCWHGCpPd",
         *       "mode": "test",
         *       "time_zone": "UTC",
         *       "reporting_currency": "usd",
         *       "discount_policy": "recurring",
         *       "churn_recognition": "at_end",
         *       "past_due_grace_days": null,
         *       "fiscal_year_start": 1,
         *       "metadata_keys": [
         *         "plan_source"
         *       ],
         *       "fee_rates": [
         *         {
         *           "from": "2026-01-01",
         *           "percent_bp": 250,
         *           "fixed": 25,
         *           "international_bp": 150,
         *           "conversion_bp": 100
         *         }
         *       ],
         *       "preset": "default"
         *     }
         */
        Settings: {
            /** @enum {string} */
            object: "settings";
            account: string;
            /** @enum {string} */
            mode: "live" | "test" | "sandbox";
            /** @description IANA name; days and months of every figure are local to it */
            time_zone: string;
            /** @description ISO 4217, lower case */
            reporting_currency: string;
            /**
             * @description Which coupons lower MRR
             * @enum {string}
             */
            discount_policy: "recurring" | "forever_only" | "all" | "list";
            /**
             * @description When a scheduled cancellation counts
             * @enum {string}
             */
            churn_recognition: "at_end" | "at_request";
            past_due_grace_days: number | null;
            /** @description Month that the year begins with */
            fiscal_year_start: number;
            /** @description Keys of customers' metadata that figures can be sliced by, as metadata.KEY */
            metadata_keys: string[];
            /** @description What Stripe takes of a card payment, where it is not the list price of the account's country: for the estimate of fees that are not known yet */
            fee_rates: components["schemas"]["OwnFeeRate"][];
            preset: ("default" | "match_stripe_classic" | "match_chartmogul" | "match_profitwell") | null;
        };
        /**
         * @example {
         *       "object": "settings_change",
         *       "settings": {
         *         "object": "settings",
         *         "account": "acct_1IdAKoTFCWHGCpPd",
         *         "mode": "test",
         *         "time_zone": "Europe/Berlin",
         *         "reporting_currency": "eur",
         *         "discount_policy": "recurring",
         *         "churn_recognition": "at_end",
         *         "past_due_grace_days": null,
         *         "fiscal_year_start": 1,
         *         "metadata_keys": [],
         *         "fee_rates": [],
         *         "preset": "default"
         *       },
         *       "operation": "op_0mwpg4ybx3f2a9355550b35bf0f"
         *     }
         */
        SettingsChanged: {
            /** @enum {string} */
            object: "settings_change";
            settings: components["schemas"]["Settings"];
            operation: string | null;
        };
        /**
         * @example {
         *       "object": "sync",
         *       "status": "complete",
         *       "complete": true,
         *       "percent": 100,
         *       "resources": [
         *         {
         *           "resource": "products",
         *           "status": "complete",
         *           "permission": null,
         *           "count": 5,
         *           "error": null
         *         },
         *         {
         *           "resource": "prices",
         *           "status": "complete",
         *           "permission": null,
         *           "count": 39,
         *           "error": null
         *         }
         *       ],
         *       "last_synced_at": 1795207583,
         *       "operation": "op_0mwpg4zduad78318eb58991b126"
         *     }
         */
        Sync: {
            /** @enum {string} */
            object: "sync";
            /** @enum {string} */
            status: "idle" | "running" | "complete" | "failed";
            /** @description Whether the whole history was read; figures before that are partial */
            complete: boolean;
            /** @description Of the parts of the work */
            percent: number;
            resources: {
                resource: string;
                /**
                 * @description disabled: the key lacks the permission to read it
                 * @enum {string}
                 */
                status: "waiting" | "running" | "complete" | "failed" | "disabled";
                permission: string | null;
                /** @description Rows read so far */
                count: number;
                error: string | null;
            }[];
            last_synced_at: number | null;
            operation: string | null;
        };
        /**
         * @example {
         *       "id": "ws_0mwpg4ybx3f2a9355550b35bf0f",
         *       "object": "workspace",
         *       "name": "My business",
         *       "four_eyes": {
         *         "role_grant": true,
         *         "refund_above": {
         *           "amount": 50000,
         *           "currency": "usd"
         *         },
         *         "transfer_above": null,
         *         "credit_note_above": null
         *       },
         *       "created": 1795207404
         *     }
         */
        Workspace: {
            id: string;
            /** @enum {string} */
            object: "workspace";
            name: string;
            four_eyes: {
                /** @description Giving a role that gives rights (owner, admin, …) needs a second person */
                role_grant: boolean;
                refund_above: {
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | null;
                transfer_above: {
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | null;
                credit_note_above: {
                    amount: number;
                    /** @description ISO 4217, lower case */
                    currency: string;
                } | null;
            };
            /** @description When it was made, seconds since 1970 (UTC) */
            created: number;
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
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": {
                        status: string;
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": {
                        status: string;
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": {
                        status: string;
                    };
                };
            };
        };
    };
    receiveAccountWebhook: {
        parameters: {
            query?: never;
            header?: {
                "stripe-signature"?: string;
            };
            path: {
                account: string;
                mode: "live" | "test" | "sandbox";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `signature_invalid`: The signature does not verify. Sign the exact body with the current secret and a correct clock.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `account_unknown`: This Stripe account is not connected. Connect the account to a workspace first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database is away. Try again in a few seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStripeWebhook: {
        parameters: {
            query?: never;
            header?: {
                "stripe-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `signature_invalid`: The signature does not verify. Sign the exact body with the current secret and a correct clock.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `account_unknown`: This Stripe account is not connected. Connect the account to a workspace first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database is away. Try again in a few seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@example.com",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    email: string;
                    password: string;
                    /** @description What the app shows now */
                    totp?: string;
                    /** @description In place of `totp`, each good once */
                    recovery_code?: string;
                    /** @description From an earlier sign-in on this device: it need not wait for guesses made elsewhere */
                    device_token?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `wrong_credentials`: E-mail address, password or code is wrong. Check them and try again; a code is good once.
             *
             *     `second_factor_needed`: A second factor is needed. Send the code of the app as totp, or a recovery code as recovery_code.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After.
             *
             *     `sign_in_throttled`: Too many failed tries. Wait for the seconds in Retry-After; a device that signed in before can send its device_token.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "rt_ws_0mwp.ses_0mwp.pFz3…"
                 *     }
                 */
                "application/json": {
                    refresh_token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `session_ended`: The session has ended. Sign in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "rt_ws_0mwp.ses_0mwp.pFz3…"
                 *     }
                 */
                "application/json": {
                    refresh_token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedSessions"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "the old one",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    current_password: string;
                    /** @description Any characters; refused when it is common or made of your name */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again.
             *
             *     `password_guessable`: This password is too easy to guess. Choose another: a few words that have nothing to do with each other are easy to remember.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `wrong_credentials`: E-mail address, password or code is wrong. Check them and try again; a code is good once.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After.
             *
             *     `sign_in_throttled`: Too many failed tries. Wait for the seconds in Retry-After; a device that signed in before can send its device_token.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@example.com"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description The same whether or not somebody has the address */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetRequested"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPasswordReset: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordReset"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             *
             *     `step_up_needed`: This needs a fresh proof of who you are. Send your password to POST /v1/auth/step_up and use the token it answers.
             *
             *     `signature_needed`: This needs Stripe’s signature. Sign action and parameters with a fresh nonce; send Stripe-Signature and Desk-Nonce along.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple",
                 *       "totp": "492039"
                 *     }
                 */
                "application/json": {
                    password: string;
                    /** @description What the app shows now */
                    totp?: string;
                    /** @description In place of `totp`, each good once */
                    recovery_code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreshToken"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `wrong_credentials`: E-mail address, password or code is wrong. Check them and try again; a code is good once.
             *
             *     `second_factor_needed`: A second factor is needed. Send the code of the app as totp, or a recovery code as recovery_code.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After.
             *
             *     `sign_in_throttled`: Too many failed tries. Wait for the seconds in Retry-After; a device that signed in before can send its device_token.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorEnrolment"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `step_up_needed`: This needs a fresh proof of who you are. Send your password to POST /v1/auth/step_up and use the token it answers.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_active`: A second factor is set up. Remove it first to set up another. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "totp": "492039"
                 *     }
                 */
                "application/json": {
                    /** @description What the app shows now */
                    totp: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_none`: No second factor is set up. Set one up with POST /v1/auth/second_factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `step_up_needed`: This needs a fresh proof of who you are. Send your password to POST /v1/auth/step_up and use the token it answers.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_none`: No second factor is set up. Set one up with POST /v1/auth/second_factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `step_up_needed`: This needs a fresh proof of who you are. Send your password to POST /v1/auth/step_up and use the token it answers.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_none`: No second factor is set up. Set one up with POST /v1/auth/second_factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecurity: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Security"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSecurity: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "require_second_factor": true
                 *     }
                 */
                "application/json": {
                    require_second_factor: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Security"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `step_up_needed`: This needs a fresh proof of who you are. Send your password to POST /v1/auth/step_up and use the token it answers.
             *
             *     `signature_needed`: This needs Stripe’s signature. Sign action and parameters with a fresh nonce; send Stripe-Signature and Desk-Nonce along.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_none`: No second factor is set up. Set one up with POST /v1/auth/second_factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createViewToken: {
        parameters: {
            query?: never;
            header?: {
                "stripe-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nonce": "b9f2c7d1e0a84356",
                 *       "mode": "test",
                 *       "stripe_roles": [
                 *         {
                 *           "id": "admin",
                 *           "name": "Administrator",
                 *           "type": "builtIn"
                 *         }
                 *       ],
                 *       "user_id": "usr_1",
                 *       "account_id": "acct_1"
                 *     }
                 */
                "application/json": {
                    /** @description Fresh for each sign-in */
                    nonce: string;
                    /** @enum {string} */
                    mode: "live" | "test" | "sandbox";
                    stripe_roles: {
                        id: string;
                        name?: string;
                        type?: string;
                    }[];
                    user_id: string;
                    account_id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewToken"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer.
             *
             *     `signature_invalid`: The signature does not verify. Sign the exact body with the current secret and a correct clock.
             *
             *     `signature_replayed`: The signature was used before. Sign again with a fresh nonce.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `account_unknown`: This Stripe account is not connected. Connect the account to a workspace first.
             *
             *     `role_unknown`: Your Stripe role gives no access. Ask an owner to map your user to a member.
             *
             *     `member_deactivated`: Your access has been ended. Ask an owner or admin to reactivate you.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `account_unknown`: This Stripe account is not connected. Connect the account to a workspace first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Only active, or only deactivated ones */
                active?: boolean;
                kind?: "member" | "stripe_user";
                /** @description Only these: who an id stands for. Those that are none of yours are left out */
                ids?: string[];
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "support_agent"
                 *     }
                 */
                "application/json": {
                    /** @description A built-in role (owner, admin, …) or the id of a custom one */
                    role?: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `last_owner`: The workspace would be left without an active owner. Make somebody else an owner first.
             *
             *     `too_many_approvals`: Too many approvals wait for a decision. Decide or take back some of them first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivateMember: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner`: The workspace would be left without an active owner. Make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reactivateMember: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapMember: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description A role of their own, or the member who they are */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "support_agent"
                 *     }
                 */
                "application/json": {
                    /** @description A built-in role (owner, admin, …) or the id of a custom one */
                    role?: string;
                    /** @description The member who this Stripe user is */
                    member_id?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_stripe_user`: This member signs in with a password. Map members who come through the Stripe Dashboard: those of kind stripe_user.
             *
             *     `too_many_approvals`: Too many approvals wait for a decision. Decide or take back some of them first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmapMember: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_stripe_user`: This member signs in with a password. Map members who come through the Stripe Dashboard: those of kind stripe_user. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "new@example.com",
                 *       "role": "support_agent",
                 *       "name": "Robin"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @description A built-in role (owner, admin, …) or the id of a custom one */
                    role: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `email_taken`: This e-mail address signs in already. Use another address, or change the role of the member who has it.
             *
             *     `four_eyes_required`: The workspace wants a second person for this. Give the right by a change of role: it then waits for approval. Invite with a lower role, or create a new role, first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_ended`: The invitation has ended. Invite the address again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPermissions: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRole: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Refunds EU",
                 *       "permissions": [
                 *         "customers:read",
                 *         "refunds:write",
                 *         "settings:read"
                 *       ],
                 *       "limits": {
                 *         "refund": {
                 *           "type": "up_to",
                 *           "amount": 10000,
                 *           "currency": "eur"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    permissions: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
                    /** @description What is left out stays as it is; in a new role it is none */
                    limits?: {
                        /** @description The largest amount of one action that needs nobody else; none: not at all */
                        refund?: {
                            /** @enum {string} */
                            type: "none";
                        } | {
                            /** @enum {string} */
                            type: "up_to";
                            /** @description Minor units */
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | {
                            /** @enum {string} */
                            type: "unlimited";
                        };
                        /** @description The largest amount of one action that needs nobody else; none: not at all */
                        transfer?: {
                            /** @enum {string} */
                            type: "none";
                        } | {
                            /** @enum {string} */
                            type: "up_to";
                            /** @description Minor units */
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | {
                            /** @enum {string} */
                            type: "unlimited";
                        };
                        /** @description The largest amount of one action that needs nobody else; none: not at all */
                        credit_note?: {
                            /** @enum {string} */
                            type: "none";
                        } | {
                            /** @enum {string} */
                            type: "up_to";
                            /** @description Minor units */
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | {
                            /** @enum {string} */
                            type: "unlimited";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `role_name_taken`: Another role has this name. Choose another name.
             *
             *     `too_many_roles`: There are as many custom roles as a workspace may have. Delete a role that nobody holds.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRole: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRole: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `role_built_in`: Built-in roles do not change. Create a custom role with the permissions you need.
             *
             *     `role_in_use`: The role is held by somebody. Give its holders another role first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "limits": {
                 *         "refund": {
                 *           "type": "none"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    name?: string;
                    permissions?: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
                    /** @description What is left out stays as it is; in a new role it is none */
                    limits?: {
                        /** @description The largest amount of one action that needs nobody else; none: not at all */
                        refund?: {
                            /** @enum {string} */
                            type: "none";
                        } | {
                            /** @enum {string} */
                            type: "up_to";
                            /** @description Minor units */
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | {
                            /** @enum {string} */
                            type: "unlimited";
                        };
                        /** @description The largest amount of one action that needs nobody else; none: not at all */
                        transfer?: {
                            /** @enum {string} */
                            type: "none";
                        } | {
                            /** @enum {string} */
                            type: "up_to";
                            /** @description Minor units */
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | {
                            /** @enum {string} */
                            type: "unlimited";
                        };
                        /** @description The largest amount of one action that needs nobody else; none: not at all */
                        credit_note?: {
                            /** @enum {string} */
                            type: "none";
                        } | {
                            /** @enum {string} */
                            type: "up_to";
                            /** @description Minor units */
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | {
                            /** @enum {string} */
                            type: "unlimited";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `role_built_in`: Built-in roles do not change. Create a custom role with the permissions you need.
             *
             *     `role_name_taken`: Another role has this name. Choose another name.
             *
             *     `four_eyes_required`: The workspace wants a second person for this. Give the right by a change of role: it then waits for approval. Invite with a lower role, or create a new role, first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description pending: what can still be decided */
                status?: "pending" | "approved" | "executed" | "failed" | "rejected" | "canceled" | "expired";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApproval: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `approval_own`: Nobody decides about what they asked for themselves. Ask a second person who holds approvals:decide and the right to do it.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_ended`: The approval has been decided, was taken back or has expired. Read it to see what became of it; ask again where it is still wanted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Robin leaves next week."
                 *     }
                 */
                "application/json": {
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `approval_own`: Nobody decides about what they asked for themselves. Ask a second person who holds approvals:decide and the right to do it.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_ended`: The approval has been decided, was taken back or has expired. Read it to see what became of it; ask again where it is still wanted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelApproval: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_ended`: The approval has been decided, was taken back or has expired. Read it to see what became of it; ask again where it is still wanted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspace: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWorkspace: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "four_eyes": {
                 *         "refund_above": {
                 *           "amount": 50000,
                 *           "currency": "usd"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @description What is left out stays; needs the permission security:write */
                    four_eyes?: {
                        /** @description Giving a role that gives rights (owner, admin, …) needs a second person */
                        role_grant?: boolean;
                        refund_above?: {
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | null;
                        transfer_above?: {
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | null;
                        credit_note_above?: {
                            amount: number;
                            /** @description ISO 4217, lower case */
                            currency: string;
                        } | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSettings: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "time_zone": "Europe/Berlin",
                 *       "reporting_currency": "eur"
                 *     }
                 */
                "application/json": {
                    /** @description IANA name; days and months of every figure are local to it */
                    time_zone?: string;
                    /** @description ISO 4217, lower case */
                    reporting_currency?: string;
                    /**
                     * @description Which coupons lower MRR
                     * @enum {string}
                     */
                    discount_policy?: "recurring" | "forever_only" | "all" | "list";
                    /**
                     * @description When a scheduled cancellation counts
                     * @enum {string}
                     */
                    churn_recognition?: "at_end" | "at_request";
                    past_due_grace_days?: number | null;
                    /** @description Month that the year begins with */
                    fiscal_year_start?: number;
                    /** @description Keys of customers' metadata that figures can be sliced by, as metadata.KEY */
                    metadata_keys?: string[];
                    /** @description What Stripe takes of a card payment, where it is not the list price of the account's country: for the estimate of fees that are not known yet */
                    fee_rates?: components["schemas"]["OwnFeeRate"][];
                    /**
                     * @description Sets discount_policy, churn_recognition and past_due_grace_days as another product has them; what is given beside it wins
                     * @enum {string}
                     */
                    preset?: "default" | "match_stripe_classic" | "match_chartmogul" | "match_profitwell";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChanged"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
        };
    };
    connectAccount: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "via": "key",
                 *       "secret_key": "rk_test_51example"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    via: "key";
                    name?: string;
                    /** @description Secret or restricted key of the account; never shown again */
                    secret_key: string;
                    publishable_key?: string;
                    /** @description Signing secret of a webhook endpoint that was made by hand; never shown again */
                    webhook_secret?: string;
                    /** @description The key is of a sandbox, not of test mode */
                    sandbox?: boolean;
                } | {
                    /** @enum {string} */
                    via: "connect";
                    /** @description ISO 3166-1 */
                    country: string;
                    /** Format: email */
                    email?: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again.
             *
             *     `stripe_key_refused`: Stripe does not know this key. Copy the key from the Dashboard once more; it may have been rolled, or have expired.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_taken`: The Stripe account is connected elsewhere. Disconnect it from the other workspace first.
             *
             *     `account_erasing`: The account's data is being erased. Connect it again in a few minutes.
             *
             *     `credential_known`: This Stripe key is stored already. Activate the stored credential, or roll the key at Stripe and add the new one.
             *
             *     `platform_missing`: No platform account. Connect the account that owns the app or the Connect platform by its key first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active.
             *
             *     `stripe_permission_missing`: The Stripe key lacks a permission. Grant the permission named in the detail to the key.
             *
             *     `stripe_refused`: Stripe refused the request. Read the detail; it carries what Stripe said.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_busy`: Stripe asks to slow down. Try again in a few seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: {
                mode?: "live" | "test" | "sandbox";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOnboardingLink: {
        parameters: {
            query?: {
                mode?: "live" | "test" | "sandbox";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingLink"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active.
             *
             *     `stripe_permission_missing`: The Stripe key lacks a permission. Grant the permission named in the detail to the key.
             *
             *     `stripe_refused`: Stripe refused the request. Read the detail; it carries what Stripe said.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no_active_credential`: No active Stripe credential. Add a key under Settings, Accounts, or with `desk credentials add`, and make it active.
             *
             *     `stripe_busy`: Stripe asks to slow down. Try again in a few seconds.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInstallationState: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstallationState"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform_missing`: No platform account. Connect the account that owns the app or the Connect platform by its key first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectAccount: {
        parameters: {
            query?: {
                mode?: "live" | "test" | "sandbox";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": "keep"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description keep: there again when the account is connected again. erase: gone for good
                     * @enum {string}
                     */
                    data: "keep" | "erase";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disconnected"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform_in_use`: Other accounts are reached through this one. Disconnect the named accounts first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCredentials: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
        };
    };
    createCredential: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Rolled in May",
                 *       "secret_key": "rk_test_51example",
                 *       "active": true
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description Secret or restricted key of the account; never shown again */
                    secret_key: string;
                    publishable_key?: string;
                    /** @description Signing secret of a webhook endpoint that was made by hand; never shown again */
                    webhook_secret?: string;
                    /**
                     * @description Puts it in force in place of the one before
                     * @default true
                     */
                    active: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            /**
             * @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again.
             *
             *     `stripe_key_refused`: Stripe does not know this key. Copy the key from the Dashboard once more; it may have been rolled, or have expired.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credential_known`: This Stripe key is stored already. Activate the stored credential, or roll the key at Stripe and add the new one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_busy`: Stripe asks to slow down. Try again in a few seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCredential: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCredential: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credential_in_force`: The credential is in force. Activate another one first, or disconnect the account. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCredential: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "active": true
                 *     }
                 */
                "application/json": {
                    name?: string;
                    publishable_key?: string | null;
                    /** @description Signing secret of a webhook endpoint that was made by hand; never shown again */
                    webhook_secret?: string;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credential_unreadable`: The stored Stripe credential cannot be read. Restore the master key it was sealed with in ENCRYPTION_KEYS, or add the Stripe key again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    probeCredential: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `credential_unreadable`: The stored Stripe credential cannot be read. Restore the master key it was sealed with in ENCRYPTION_KEYS, or add the Stripe key again.
             *
             *     `stripe_busy`: Stripe asks to slow down. Try again in a few seconds.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Nightly export",
                 *       "mode": "test",
                 *       "scopes": [
                 *         "analytics:read"
                 *       ],
                 *       "expires_in_days": 90
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    mode: "live" | "test" | "sandbox";
                    scopes: ("accounts:disconnect" | "accounts:read" | "accounts:write" | "analytics:read" | "approvals:decide" | "approvals:read" | "audit:export" | "audit:read" | "costs:write" | "credentials:read" | "credentials:write" | "credit_notes:write" | "customers:erase" | "customers:export" | "customers:read" | "fx_rates:write" | "jobs:read" | "jobs:run" | "keys:read" | "keys:write" | "operations:cancel" | "operations:read" | "promotions:read" | "promotions:write" | "refunds:write" | "roles:write" | "security:write" | "settings:read" | "settings:write" | "sync:read" | "sync:run" | "team:read" | "team:write" | "transfers:write")[];
                    accounts?: string[] | null;
                    /** @description Addresses and networks (CIDR) it may be used from; empty for all */
                    allowed_addresses?: string[];
                    /** @description Requests a minute */
                    rate_limit?: number;
                    /** @default 90 */
                    expires_in_days: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_keys`: The workspace has too many API keys. Revoke keys that are not used. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeApiKey: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allowed_addresses": [
                 *         "203.0.113.0/24"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @description Addresses and networks (CIDR) it may be used from; empty for all */
                    allowed_addresses?: string[];
                    /** @description Requests a minute */
                    rate_limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_hours": 24,
                 *       "expires_in_days": 90
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Hours for which the present key stays good beside the new one
                     * @default 24
                     */
                    overlap_hours: number;
                    /** @default 90 */
                    expires_in_days: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             *
             *     `role_exceeds_yours`: This holds more than your own role. Leave out what the detail names, or ask somebody who holds it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Only entries about this id */
                target?: string;
                /** @description Only what this member, Stripe user, job or other actor did */
                actor?: string;
                /** @description Only actions that begin with this: promotion. or promotion.created */
                action?: string;
                /** @description Only entries about this Stripe account */
                account?: string;
                /** @description Only entries about accounts in this mode */
                mode?: "live" | "test" | "sandbox";
                /** @description Only from then on, seconds since 1970 (UTC) */
                from?: number;
                /** @description Only before then, seconds since 1970 (UTC) */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditEntries: {
        parameters: {
            query: {
                /** @description Only entries about this id */
                target?: string;
                /** @description Only what this member, Stripe user, job or other actor did */
                actor?: string;
                /** @description Only actions that begin with this: promotion. or promotion.created */
                action?: string;
                /** @description Only entries about this Stripe account */
                account?: string;
                /** @description Only entries about accounts in this mode */
                mode?: "live" | "test" | "sandbox";
                /** @description Only from then on, seconds since 1970 (UTC) */
                from?: number;
                /** @description Only before then, seconds since 1970 (UTC) */
                to?: number;
                /** @description jsonl: an audit entry in each line */
                format: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example time,action,…
                     *     "2026-11-21T10:00:00.000Z","role.created",…
                     */
                    "text/csv": string;
                    /** @example {"id":"aud_…","object":"audit_entry",…} */
                    "application/x-ndjson": string;
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAuditTrail: {
        parameters: {
            query: {
                /** @description Number of the entry to begin with */
                from: number;
                limit: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperation: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOperation: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `operation_ended`: The operation has ended. Start a new one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSync: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sync"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSync: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "full": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Read again what is stored
                     * @default false
                     */
                    full: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountFigures: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                mode: "live" | "test" | "sandbox";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountFiguresList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMrr: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MrrSeries"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMrrMovements: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MrrMovements"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChurn: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Churn"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGrowth: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Growth"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSeries"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArpa: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Arpa"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuickRatio: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickRatio"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLtv: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ltv"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCohorts: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohorts"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBreakdown: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description A dimension, as `slice` takes it before the colon */
                by: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breakdown"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvidence: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Which figure */
                figure: "mrr" | "start_mrr" | "arr" | "active_customers" | "start_customers" | "arpa" | "trial_mrr" | "at_risk_mrr" | "committed_mrr" | "new_mrr" | "expansion_mrr" | "contraction_mrr" | "churned_mrr" | "reactivation_mrr" | "transfer_in_mrr" | "transfer_out_mrr" | "net_new_mrr" | "fx_mrr" | "gained_mrr" | "lost_mrr" | "net_lost_mrr" | "new_customers" | "reactivated_customers" | "churned_customers" | "lost_customers" | "kept_customers" | "kept_mrr" | "kept_mrr_gross" | "customer_churn" | "logo_retention" | "nrr" | "grr" | "gross_revenue_churn" | "net_revenue_churn" | "gross_mrr_churn" | "net_mrr_churn" | "quick_ratio" | "new_sale_value" | "mrr_growth" | "mrr_change" | "customer_change" | "customer_growth" | "ltv" | "ltv_60m" | "pooled_churn" | "voluntary_churned_mrr" | "voluntary_churned_customers" | "involuntary_churned_mrr" | "involuntary_churned_customers" | "paused_churned_mrr" | "paused_churned_customers" | "gross_volume" | "refunds" | "disputes" | "processing_fees" | "refund_fees" | "dispute_fees" | "service_fees" | "fees" | "net_revenue" | "net_volume" | "payments" | "refund_rate" | "effective_fee_rate" | "estimated_fees" | "receivables" | "open_invoices" | "receivables_not_due" | "open_invoices_not_due" | "receivables_1_30" | "open_invoices_1_30" | "receivables_31_60" | "open_invoices_31_60" | "receivables_61_90" | "open_invoices_61_90" | "receivables_over_90" | "open_invoices_over_90" | "available_funds" | "pending_funds" | "funds_in_transit" | "total_funds" | "expected_payouts" | "opening_balance" | "closing_balance" | "money_in" | "money_out" | "paid_out" | "balance_fx" | "card_payments" | "opened_disputes" | "disputed_amount" | "disputed_payments" | "dispute_activity" | "dispute_rate" | "won_disputes" | "lost_disputes" | "decided_disputes" | "win_rate" | "inquiries" | "fraud_warnings" | "open_disputes" | "open_disputes_amount" | "visa_payments" | "visa_disputes" | "visa_fraud_warnings" | "vamp_items" | "mastercard_payments" | "mastercard_disputes" | "mastercard_fraud_disputes" | "started_trials" | "running_trials" | "ended_trials" | "converted_trials" | "not_converted_trials" | "pending_trials" | "decided_trials" | "trial_conversion";
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReconciliation: {
        parameters: {
            query: {
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description With whose definitions ours are compared; default: those that an account begins with */
                preset: "default" | "match_stripe_classic" | "match_chartmogul" | "match_profitwell";
                /** @description Only subscriptions that this rule touches */
                rule?: "coupons" | "scheduled_cancellations" | "past_due" | "paused" | "metered" | "weeks_days" | "fx";
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFigures: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureDefinitions"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSnapshots: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                kind?: "revenue" | "churn";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForecast: {
        parameters: {
            query: {
                /** @description MRR at the end of each month; payments less refunds and disputes (P2); or those less fees as well: what can be paid out (V3) */
                series: "mrr" | "revenue" | "cash";
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description As it was forecast then; seconds since 1970 (UTC) */
                at?: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomerRisks: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Customers that may leave; or those whose subscriptions are all set to end: that is certain, and no prediction (Q1) */
                show: "predicted" | "certain";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where `quality` is null there is not enough data to tell it (Q4) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRiskList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnomalies: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description MRR movements together; MRR of customers who left; customers with their first MRR; payments that reached the balance; or payments that failed */
                series?: "net_new_mrr" | "churned_mrr" | "new_customers" | "gross_volume" | "failed_payments";
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days that depart from what the weeks before them let expect (A12); closed days alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnomalyList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFxRates: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FxRateDayList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFxRate: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": "2026-03-02",
                 *       "currency": "eur",
                 *       "rate": "1.0712"
                 *     }
                 */
                "application/json": {
                    /** @description Day of the rate, not after today, YYYY-MM-DD in the account's time zone */
                    day: string;
                    /** @description ISO 4217, lower case */
                    currency: string;
                    rate: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FxRatesChange"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLatestFxRates: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FxLatestRateList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFxRates: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "Date,USD,JPY\n2026-03-02,1.0712,159.30\n"
                 *     }
                 */
                "application/json": {
                    /** @description A file of the European Central Bank as text: CSV (Date,USD,JPY,…) or XML */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FxRatesChange"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRevenue: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revenue"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFees: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fees"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceivables: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receivables"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCash: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cash"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDisputes: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disputes"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrials: {
        parameters: {
            query: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                interval: "day" | "week" | "month";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trials"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNeedsAttention: {
        parameters: {
            query?: {
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedsAttention"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMovers: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Movers"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: {
                /** @description First day, YYYY-MM-DD in the account's time zone */
                from?: string;
                /** @description Last day, YYYY-MM-DD in the account's time zone */
                to?: string;
                /** @description ISO 4217, lower case */
                currency?: string;
                /** @description What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold. */
                slice?: string[];
                /** @description The figures as they were then, by what is known today; seconds since 1970 (UTC) */
                at?: number;
                /** @description What was believed then; seconds since 1970 (UTC) */
                known_at?: number;
                /** @description What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before */
                compare?: "previous_period" | "previous_year";
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCosts: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCost: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "fixed_monthly",
                 *       "amount": 250000,
                 *       "category": "rent",
                 *       "from": "2026-01-01"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "percent_of_revenue";
                    /** @description Of net revenue, basis points */
                    percent_bp: number;
                    /** @description Id of a product: counts for it in place of the costs of the same kind that name none */
                    product?: string;
                    /** @description First day, YYYY-MM-DD in the account's time zone */
                    from: string;
                } | {
                    /** @enum {string} */
                    kind: "per_customer_month";
                    /** @description In the reporting currency, minor units */
                    amount: number;
                    /** @description Id of a product: counts for it in place of the costs of the same kind that name none */
                    product?: string;
                    /** @description First day, YYYY-MM-DD in the account's time zone */
                    from: string;
                } | {
                    /** @enum {string} */
                    kind: "per_transaction";
                    /** @description In the reporting currency, minor units */
                    amount: number;
                    /** @description Id of a product: counts for it in place of the costs of the same kind that name none */
                    product?: string;
                    /** @description First day, YYYY-MM-DD in the account's time zone */
                    from: string;
                } | {
                    /** @enum {string} */
                    kind: "fixed_monthly";
                    /** @description In the reporting currency, minor units */
                    amount: number;
                    /** @description What it is for, for example rent */
                    category: string;
                    /** @description First day, YYYY-MM-DD in the account's time zone */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cost"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCost: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-07-01"
                 *     }
                 */
                "application/json": {
                    /** @description First day without it, YYYY-MM-DD in the account's time zone */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cost"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerProfile"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomerMrr: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerMrr"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCustomer: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerExport"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseCustomer: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "person_asked",
                 *       "stripe": "delete"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Goes into the audit trail
                     * @enum {string}
                     */
                    reason: "person_asked" | "consent_withdrawn" | "objected" | "no_longer_needed" | "obligation";
                    /**
                     * @description What becomes of the customer at Stripe; deleting ends the subscriptions at once
                     * @enum {string}
                     */
                    stripe: "keep" | "delete";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerErasure"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `stripe_refused`: Stripe refused the request. Read the detail; it carries what Stripe said.
             *
             *     `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active.
             *
             *     `stripe_permission_missing`: The Stripe key lacks a permission. Grant the permission named in the detail to the key.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `stripe_busy`: Stripe asks to slow down. Try again in a few seconds.
             *
             *     `no_active_credential`: No active Stripe credential. Add a key under Settings, Accounts, or with `desk credentials add`, and make it active.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionProfile"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPromotions: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Id of the last row of the page before */
                starting_after?: string;
                /** @description Id of the first row of the page after */
                ending_before?: string;
                /** @description Answer whole objects in place of ids: data.created_by */
                "expand[]"?: "data.created_by"[];
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPromotion: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Autumn offer",
                 *       "code": "AUTUMN25",
                 *       "percent_bp": 2500,
                 *       "duration": "repeating",
                 *       "duration_in_months": 3,
                 *       "max_redemptions": 200
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description Letters, digits and hyphens; upper and lower case are the same */
                    code: string;
                    /** @description Percent off in basis points; this or amount */
                    percent_bp?: number;
                    /** @description Amount off in minor units; with currency */
                    amount?: number;
                    /** @description ISO 4217, lower case */
                    currency?: string;
                    /**
                     * @default once
                     * @enum {string}
                     */
                    duration: "once" | "repeating" | "forever";
                    /** @description With duration repeating */
                    duration_in_months?: number;
                    max_redemptions?: number;
                    /** @description When the code stops working; in the future, seconds since 1970 (UTC) */
                    expires_at?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promotion_code_taken`: An active promotion has this code. Choose another code or end the other promotion. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `stripe_refused`: Stripe refused the request. Read the detail; it carries what Stripe said.
             *
             *     `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active.
             *
             *     `stripe_permission_missing`: The Stripe key lacks a permission. Grant the permission named in the detail to the key.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_busy`: Stripe asks to slow down. Try again in a few seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromotion: {
        parameters: {
            query?: {
                /** @description Answer whole objects in place of ids: created_by */
                "expand[]"?: "created_by"[];
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endPromotion: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promotion_ended`: The promotion has ended. Create a new promotion instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `stripe_refused`: Stripe refused the request. Read the detail; it carries what Stripe said.
             *
             *     `stripe_credential_refused`: Stripe does not accept the credential. Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active.
             *
             *     `stripe_permission_missing`: The Stripe key lacks a permission. Grant the permission named in the detail to the key.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_busy`: Stripe asks to slow down. Try again in a few seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stripe_unavailable`: Stripe did not answer. Repeat with the same Idempotency-Key; nothing is done twice. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobRuns: {
        parameters: {
            query: {
                /** @description Rows of a page */
                limit: number;
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRunList"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runJob: {
        parameters: {
            query?: {
                /** @description Stripe account; without it the first of the workspace */
                account?: string;
                /** @description Mode of the account */
                mode?: "live" | "test" | "sandbox";
            };
            header?: {
                /** @description A repeated key gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description `invalid_request`: The request does not match its schema. Correct the named fields and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_signed_in`: Sign in first. Send an access token as Authorization: Bearer. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `account_bound`: You act for some accounts of the workspace only. Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.
             *
             *     `permission_missing`: Your role does not allow this. Ask an owner or admin for a role with the named permission.
             *
             *     `second_factor_required`: The workspace requires a second factor. Set one up with POST /v1/auth/second_factor.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. Check the id and the account it belongs to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job_running`: A run of this job is under way. Follow the running one, or wait for its end. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. Wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. Repeat the request; if it fails again, give your operator the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
