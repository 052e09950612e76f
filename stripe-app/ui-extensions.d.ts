/// <reference types="@stripe/ui-extension-sdk" />
