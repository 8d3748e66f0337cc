using System.Text.Json;

namespace Voltloop.Web.Access;

/// <summary>What the authenticator answered.</summary>
/// <param name="Ceremony">Name of the ceremony.</param>
/// <param name="Credential">The credential as JSON of Web Authentication Level 3.</param>
/// <param name="Label">What its owner calls the passkey; when one is registered.</param>
public sealed record PasskeyAnswer(string Ceremony, JsonElement Credential, string? Label = null);
