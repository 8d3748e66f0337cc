using System.Text.Json;

namespace Voltloop.Web.Access;

/// <summary>What a browser needs to ask its authenticator.</summary>
/// <param name="Ceremony">Name of the ceremony; sent back with the answer, once.</param>
/// <param name="Options">Options for <c>navigator.credentials</c>, as JSON of Web Authentication Level 3.</param>
public sealed record PasskeyChallenge(string Ceremony, JsonElement Options);
