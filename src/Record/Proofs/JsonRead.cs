using System.Text.Json;

namespace Voltloop.Record.Proofs;

/// <summary>Reads members that may be absent or of another type.</summary>
internal static class JsonRead
{
    public static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    public static string? TextOf(JsonElement value, string name) => Member(value, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>One value, or the values of an array; nothing when the member is absent.</summary>
    public static IEnumerable<JsonElement> OneOrMany(JsonElement value, string name) => Member(value, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { } single => [single],
    };

    /// <summary>Seconds since 1970 as RFC 7519 writes moments; <c>null</c> when absent.</summary>
    /// <exception cref="Core.Problems.ProblemException">The member is no number, or no moment.</exception>
    public static DateTimeOffset? Moment(JsonElement value, string name)
    {
        if (Member(value, name) is not { } member)
        {
            return null;
        }

        var inRange = member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out var seconds) && seconds is >= 0 and < 253_402_300_800;
        Refusal.Unless(inRange, Core.Problems.CommonProblems.MalformedInput, $"{name} is not a number of seconds since 1970.");
        return DateTimeOffset.UnixEpoch.AddSeconds(member.GetDouble());
    }
}
