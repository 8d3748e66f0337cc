namespace Voltloop.Web.Access;

/// <summary>An open ceremony.</summary>
/// <param name="Account">The account that registers a passkey; <c>null</c> when somebody signs in.</param>
/// <param name="State">What the WebAuthn code wants back: the options with their challenge.</param>
internal sealed record PasskeyState(string? Account, string State);
