using System.Text.Json;

namespace Voltloop.Tests.Unit.Passport;

/// <summary>Compares JSON by meaning: the order of members and the spelling of numbers do not count.</summary>
internal static class JsonAssertions
{
    public static void ShouldBeEquivalentJson(this JsonElement actual, string expected) =>
        JsonElement.DeepEquals(actual, JsonDocument.Parse(expected).RootElement).ShouldBeTrue($"expected {expected} but was {actual.GetRawText()}");
}
