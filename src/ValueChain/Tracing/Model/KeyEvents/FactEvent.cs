using System.Text.Json;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A key event with what facts need of it.</summary>
/// <param name="Sighting">What it says.</param>
/// <param name="Captured">The event.</param>
/// <param name="Hash">Its content hash, <c>ni:///...</c>.</param>
/// <param name="Issuer">Who captured it.</param>
internal sealed record FactEvent(KeyEventSighting Sighting, JsonElement Captured, string Hash, string Issuer);
