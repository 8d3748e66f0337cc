using System.Text.Json;

namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>An event of a document that calls itself a key event.</summary>
/// <param name="Entry">Place among the entries of the draft.</param>
/// <param name="Code">What it calls itself.</param>
/// <param name="Captured">The event.</param>
internal readonly record struct StatedKeyEvent(int Entry, string Code, JsonElement Captured);
